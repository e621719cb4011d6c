import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Young people and guardians stand in the ledger as themselves: whoever signs in as a person is no member of staff. */
export class LedgerPeople1764000000007 implements MigrationInterface {
  readonly name = 'LedgerPeople1764000000007';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The person that asCaller sets for one transaction of a young person or a guardian; null for everyone else.
      create function caller.person() returns uuid language sql stable as $$ select nullif(current_setting('samnav.person', true), '')::uuid $$;

      alter table ledger_entry add column actor_person uuid;
      alter table ledger_entry add constraint ledger_entry_one_actor check (num_nonnulls(actor_staff, actor_service, actor_person) <= 1) not valid;
      drop policy ledger_entry_0 on ledger_entry;
      create policy ledger_entry_0 on ledger_entry for insert to samnav_app with check (
        actor_staff is not distinct from (select caller.staff())
        and actor_service is not distinct from (select caller.service())
        and actor_person is not distinct from (select caller.person())
        and ((select caller.municipality()) is null or municipality_id is not distinct from (select caller.municipality())));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy ledger_entry_0 on ledger_entry;
      create policy ledger_entry_0 on ledger_entry for insert to samnav_app with check (
        actor_staff is not distinct from (select caller.staff()) and actor_service is not distinct from (select caller.service()));
      alter table ledger_entry drop constraint ledger_entry_one_actor, drop column actor_person;
      drop function caller.person;
    `);
  }
}
