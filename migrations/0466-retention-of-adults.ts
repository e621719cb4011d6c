import type { MigrationInterface, QueryRunner } from 'typeorm';
import { openBefore, TABLES } from './0262-retention-of-cases.js';

/**
 * Five years from the last note run also where measures began for an adult, whose case need not be closed for it (SoL 16:1).
 * Those that have none get theirs, and are woken at once.
 */
export class RetentionOfAdults1764000000466 implements MigrationInterface {
  readonly name = 'RetentionOfAdults1764000000466';

  async up(runner: QueryRunner): Promise<void> {
    const each = (words: string): string => TABLES.map((table) => `alter table ${table} ${words};`).join(' ');
    await runner.query(`
      ${each('no force row level security')}
      ${OPEN_FOR_ADULTS}
      ${each('force row level security')}
    `);
  }

  /** What runs is owed whatever the program knows of it: nothing is taken back. */
  async down(): Promise<void> {}
}

export const OPEN_FOR_ADULTS = openBefore('closed or measures_since is not null');
