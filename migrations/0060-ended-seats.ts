import type { MigrationInterface, QueryRunner } from 'typeorm';

/** That a seat has ended, when and why, is known to the house that leads the group alone: it tells what a family took back. */
export class EndedSeats1764000000060 implements MigrationInterface {
  readonly name = 'EndedSeats1764000000060';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy group_member_0 on group_member;
      -- Who sits there now is seen by whoever sees the group.
      create policy group_member_0 on group_member for select using ((select caller.service()) in ('reception','deadlines')
        or exists (select 1 from collaboration_group g where g.id = group_id
          and (group_member.ends_at is null or g.branch_id = (select caller.branch()))));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy group_member_0 on group_member;
      create policy group_member_0 on group_member for select using ((select caller.service()) in ('reception','deadlines')
        or exists (select 1 from collaboration_group g where g.id = group_id));
    `);
  }
}
