import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A notice that leads to a meeting; whether its reader still finds it there is asked as they look. */
export class NoticesOfMeetings1764000000132 implements MigrationInterface {
  readonly name = 'NoticesOfMeetings1764000000132';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table notice add column hub_id uuid references hub`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table notice drop column hub_id`);
  }
}
