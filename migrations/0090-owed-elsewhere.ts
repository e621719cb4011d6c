import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever is to do what a meeting of another house decided sees its day in their own list, for as long as they see the decision. */
export class OwedElsewhere1764000000090 implements MigrationInterface {
  readonly name = 'OwedElsewhere1764000000090';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create policy deadline_owed on deadline for select using (kind = 'meeting-decision' and owner_staff_id = (select caller.staff())
        and exists (select 1 from meeting_decision d where d.id = about_id and d.owner_staff_id = (select caller.staff())
          and d.owner_branch_id = (select caller.branch())));
      create index deadline_owed on deadline (owner_staff_id) where kind = 'meeting-decision';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index deadline_owed; drop policy deadline_owed on deadline;`);
  }
}
