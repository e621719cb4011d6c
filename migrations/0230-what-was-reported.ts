import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A form sent again under its key is one report, whatever stands in it by then: a keyed mark of what came the first time lets
 * its sender be told when words were changed in between. Bound to the key, so that no two reports can be compared by it.
 */
export class WhatWasReported1764000000230 implements MigrationInterface {
  readonly name = 'WhatWasReported1764000000230';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Null: came before there were marks, and cannot be compared.
      alter table report add column content_mark bytea`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table report drop column content_mark`);
  }
}
