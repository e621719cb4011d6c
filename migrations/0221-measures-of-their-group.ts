import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A decision points at a measure only of its own group's plan, that its writer sees and wrote: a lock beside the act's own. */
export class MeasuresOfTheirGroup1764000000221 implements MigrationInterface {
  readonly name = 'MeasuresOfTheirGroup1764000000221';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create policy meeting_decision_measure on meeting_decision as restrictive for insert
        with check (entry_id is null or exists (select 1 from plan_entry e where e.id = meeting_decision.entry_id
          and e.group_id = meeting_decision.group_id and e.by_staff = (select caller.staff())));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop policy meeting_decision_measure on meeting_decision;`);
  }
}
