import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a step confirmed one by one, and who signed and on which day, as closed words beside the act ([S4]: a defector's
 * conditions; a contract with the guardians). How grave a threat is stands in the act's item and never here (OSL 26:1).
 */
export class TermsOfSteps1764000000392 implements MigrationInterface {
  readonly name = 'TermsOfSteps1764000000392';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table group_act
        add column confirmed text[] not null default '{}',
        add column signed_by text[] not null default '{}',
        add column signed_on date,
        add constraint group_act_signed check ((signed_on is not null) = (signed_by <> '{}'))
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table group_act drop column confirmed, drop column signed_by, drop column signed_on`);
  }
}
