import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A screen that comes back says how far it had heard, as a moment of the database: each row says by which transaction it came,
 * since its number is given before that commits, and it is known up to where rows have been swept away.
 */
export class CursorsOfTheOutbox1764000000340 implements MigrationInterface {
  readonly name = 'CursorsOfTheOutbox1764000000340';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table outbox add column transaction xid8 not null default pg_current_xact_id();
      create index outbox_transaction on outbox (transaction);
      create index outbox_topic on outbox (topic, transaction);

      -- Up to which moment rows for screens have been swept away, and the moment up to which they will be.
      create table outbox_swept (
        only_one boolean primary key default true check (only_one),
        up_to pg_snapshot not null,
        next pg_snapshot not null,
        next_at timestamptz not null
      );
      insert into outbox_swept (up_to, next, next_at) select pg_current_snapshot(), pg_current_snapshot(), clock.now();
      alter table outbox_swept enable row level security;
      alter table outbox_swept force row level security;
      create policy outbox_swept_0 on outbox_swept for select using ((select caller.service()) = 'outbox');
      create policy outbox_swept_1 on outbox_swept for update using ((select caller.service()) = 'outbox');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table outbox_swept;
      drop index outbox_topic, outbox_transaction;
      alter table outbox drop column transaction;
    `);
  }
}
