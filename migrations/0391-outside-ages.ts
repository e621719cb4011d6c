import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Why a group is about somebody outside its form's ages: a closed word, asked for as it is taken up ([S1]). */
export class OutsideAges1764000000391 implements MigrationInterface {
  readonly name = 'OutsideAges1764000000391';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table collaboration_group add column outside_ages text
        check (outside_ages is null
        or (level = 'persons' and outside_ages in ('soon-of-age','work-goes-on','need-weighs-more','no-other-form')))
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table collaboration_group drop column outside_ages`);
  }
}
