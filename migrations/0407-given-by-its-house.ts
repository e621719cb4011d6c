import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a house has written is given to the family, and promised by one of them, by that house alone: neither whoever is
 * responsible for it nor the house that leads says so for another (decision 15; OSL 26:1). A merged person stays the one who promised.
 */
export class GivenByItsHouse1764000000407 implements MigrationInterface {
  readonly name = 'GivenByItsHouse1764000000407';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function lock.plan_entry_given() returns trigger language plpgsql as $$
      begin
        if current_user <> 'samnav_definer' and caller.staff() is not null and new.by_branch is distinct from caller.branch() then
          raise exception 'what another house wrote is given to a family by that house' using errcode = 'insufficient_privilege';
        end if;
        return new;
      end $$;
      create trigger plan_entry_given before update of for_family, promised_by on plan_entry for each row
        when (old.for_family is distinct from new.for_family or old.promised_by is distinct from new.promised_by)
        execute function lock.plan_entry_given();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop trigger plan_entry_given on plan_entry; drop function lock.plan_entry_given();`);
  }
}
