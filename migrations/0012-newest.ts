import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Ways to what is newest: in one's own house, and among what was given to it. The policies stay what decides. */
export class Newest1764000000012 implements MigrationInterface {
  readonly name = 'Newest1764000000012';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index item_newest on item (branch_id, created_at desc);
      -- What was found by the receiver alone is found by this too.
      create index share_newest on share (to_branch_id, made_at desc);
      drop index share_to_branch;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index share_to_branch on share (to_branch_id);
      drop index share_newest;
      drop index item_newest;
    `);
  }
}
