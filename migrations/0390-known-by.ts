import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How the house that takes up a nomination has come to know whom it is about, as a closed word: before a consent nobody is
 * told that by voice (OSL 10:1, SoL 19:1). Answers from before keep none.
 */
export class KnownBy1764000000390 implements MigrationInterface {
  readonly name = 'KnownBy1764000000390';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table nomination_answer add column known_by text check (known_by in ('family-yes','report','own-case'));
      alter table nomination_answer add constraint nomination_answer_known check ((decision = 'taken-up') = (known_by is not null)) not valid;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table nomination_answer drop column known_by`);
  }
}
