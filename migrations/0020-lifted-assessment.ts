import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An assessment that keeps a guardian out can be lifted before its end: by whom, when and why stand beside it. */
export class LiftedAssessment1764000000020 implements MigrationInterface {
  readonly name = 'LiftedAssessment1764000000020';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table assessment add column lifted_at timestamptz, add column lifted_by uuid references staff_member,
        add column lift_item_id uuid references item;
      alter table assessment add constraint lifted_by_somebody check ((lifted_at is null) = (lifted_by is null) and (lifted_at is null) = (lift_item_id is null));
      -- Only the end may come nearer, at the moment when somebody lifts it, and once: what was assessed stands as it was.
      create function lock.assessment_frozen() returns trigger language plpgsql as $$
      begin
        if (new.ground, new.criteria, new.decided_by, new.decided_as, new.decided_at, new.item_id)
            is distinct from (old.ground, old.criteria, old.decided_by, old.decided_as, old.decided_at, old.item_id)
          or (new.until, new.lifted_at, new.lifted_by, new.lift_item_id) is distinct from (old.until, old.lifted_at, old.lifted_by, old.lift_item_id)
            and (old.lifted_at is not null or new.lifted_at is null or new.until <> new.lifted_at or new.until >= old.until) then
          raise exception 'an assessment stands as it was made, and is lifted once' using errcode = 'integrity_constraint_violation';
        end if;
        return new;
      end $$;
      create trigger assessment_frozen before update on assessment for each row execute function lock.assessment_frozen();
      create policy assessment_lift on assessment for update
        using (branch_id = (select caller.branch()) and ground = 'OSL 12:3' and caller.works_on(case_id))
        with check (branch_id = (select caller.branch()) and lifted_by = (select caller.staff()) and lifted_at = clock.now());
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy assessment_lift on assessment;
      drop trigger assessment_frozen on assessment;
      drop function lock.assessment_frozen;
      alter table assessment drop constraint lifted_by_somebody;
      alter table assessment drop column lift_item_id, drop column lifted_by, drop column lifted_at;
    `);
  }
}
