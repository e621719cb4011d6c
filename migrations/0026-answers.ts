import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which items a unit has answered with is seen by whoever sees the item: that there is one may itself be a secret (OSL 26:1). */
export class Answers1764000000026 implements MigrationInterface {
  readonly name = 'Answers1764000000026';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy hub_answer_item_0 on hub_answer_item;
      create policy hub_answer_item_0 on hub_answer_item for select using (
        exists (select 1 from hub_question q where q.id = question_id)
        and ((select caller.service()) is not null or caller.sees_item(item_id)));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy hub_answer_item_0 on hub_answer_item;
      create policy hub_answer_item_0 on hub_answer_item for select using (exists (select 1 from hub_question q where q.id = question_id));
    `);
  }
}
