import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The second lock is no wider than the program: whoever sits in a group from another house has of the family's answers to a plan
 * what goes with the plan that they have something of, of what became of an entry what goes with its words, and of those in
 * nobody's house who take part those who do so now. Which language a family speaks, and who is on the short list of somebody
 * protected, is the registering house's own (OSL 26:1). Whoever keeps the town's accounts or reviews its ledger works on
 * no case, and is told neither who does nor what was given.
 */
export class NoWiderThanShown1764000000425 implements MigrationInterface {
  readonly name = 'NoWiderThanShown1764000000425';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter policy plan_answer_0 on plan_answer using (${sees('plan_answer')} and (person_id is null or ${leads('plan_answer')}
        or exists (select 1 from plan_entry e where e.group_id = plan_answer.group_id)));
      create policy plan_act_said on plan_act as restrictive for select using ((select caller.service()) = 'consents' or item_id is null
        or exists (select 1 from item i where i.id = plan_act.item_id));
      alter policy group_guest_0 on group_guest using (${sees('group_guest')} and (ended_at is null or ${leads('group_guest')}));
      alter policy named_staff_0 on named_staff using (${own('named_staff')});
      alter policy family_preference_1 on family_preference using ((select caller.service()) = 'family'
        or ((select caller.staff()) is not null and ${own('family_preference')}));
      create policy assignment_of_cases on assignment as restrictive for select using (${worksOnCases});
      create policy share_of_cases on share as restrictive for select using (${worksOnCases});
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy share_of_cases on share;
      drop policy assignment_of_cases on assignment;
      alter policy family_preference_1 on family_preference using ((select caller.service()) = 'family'
        or ((select caller.staff()) is not null and caller.sees_person(person_id)));
      alter policy named_staff_0 on named_staff using (caller.sees_person(person_id));
      alter policy group_guest_0 on group_guest using (exists (select 1 from collaboration_group g where g.id = group_id));
      drop policy plan_act_said on plan_act;
      alter policy plan_answer_0 on plan_answer using (${sees('plan_answer')});
    `);
  }
}

const sees = (table: string): string => `exists (select 1 from collaboration_group g where g.id = ${table}.group_id)`;
const leads = (table: string): string =>
  `exists (select 1 from collaboration_group g where g.id = ${table}.group_id and g.branch_id = (select caller.branch()))`;
/** Whom the own house has in its register, and the caller sees there. */
const own = (table: string): string =>
  `exists (select 1 from person p where p.id = ${table}.person_id and p.branch_id = (select caller.branch()))`;
const worksOnCases = `(select caller.service()) is not null or coalesce((select caller.role()), '') not in ('auditor','administrator')`;
