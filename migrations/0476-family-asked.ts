import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a family has asked for is remembered: a question that is sent twice is asked once, and that somebody would like the next
 * half year stands on their page as long as the consent does.
 */
export class FamilyAsked1764000000476 implements MigrationInterface {
  readonly name = 'FamilyAsked1764000000476';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Made by the telephone.
      alter table family_message add column key uuid;
      create unique index family_message_key on family_message (person_id, key);
      alter table consent_signer add column renewal_asked_at timestamptz;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table consent_signer drop column renewal_asked_at;
      drop index family_message_key;
      alter table family_message drop column key;
    `);
  }
}
