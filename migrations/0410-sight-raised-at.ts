import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * When a count was raised, by the clock of the transaction that raised it: whoever began to read before that, and reads the count
 * after it, still reckons with what was theirs then (OSL 10:1, 12:2).
 */
export class SightRaisedAt1764000000410 implements MigrationInterface {
  readonly name = 'SightRaisedAt1764000000410';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table sight_epoch add column raised_at timestamptz not null default '-infinity';
      create function lock.sight_raised() returns trigger language plpgsql set search_path = pg_catalog as $$
      begin
        new.raised_at := clock.now();
        return new;
      end $$;
      create trigger sight_raised before insert or update on sight_epoch for each row execute function lock.sight_raised();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger sight_raised on sight_epoch;
      drop function lock.sight_raised;
      alter table sight_epoch drop column raised_at;
    `);
  }
}
