import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * An assessment's result takes its form's step, by whoever wrote it; that it is late is told by the platform, which also
 * takes it back where another house has taken the work over.
 */
export class AssessedSteps1764000000130 implements MigrationInterface {
  readonly name = 'AssessedSteps1764000000130';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create policy group_assessment_told on group_assessment for select using ((select caller.service()) in ('deadlines','reception'));
      create policy group_assessment_ended on group_assessment for update using ((select caller.service()) = 'reception');
      -- The step and nothing else: its reasons are the very result that the caller has written.
      create policy group_act_assessed on group_act for insert with check (act = 'step' and by_staff_id = (select caller.staff())
        and exists (select 1 from group_assessment x where x.group_id = group_act.group_id and x.case_id = group_act.case_id
          and x.item_id = group_act.item_id and x.done_by = (select caller.staff())));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy group_act_assessed on group_act;
      drop policy group_assessment_ended on group_assessment;
      drop policy group_assessment_told on group_assessment;
    `);
  }
}
