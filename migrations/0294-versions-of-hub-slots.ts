import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Two administrators who change the same time of the hub do not write over each other. */
export class VersionsOfHubSlots1764000000294 implements MigrationInterface {
  readonly name = 'VersionsOfHubSlots1764000000294';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table hub_slot add column version integer not null default 1`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table hub_slot drop column version`);
  }
}
