import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A case has one internal hub at a time, however many convene it at once. */
export class OneOpenHub1764000000067 implements MigrationInterface {
  readonly name = 'OneOpenHub1764000000067';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create unique index hub_one_open_internal on hub (case_id) where kind = 'internal' and state not in ('closed','called-off')`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index hub_one_open_internal`);
  }
}
