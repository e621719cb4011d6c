import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What an asked house may see beside its assignments is asked once for a statement and not once for each row that nothing else
 * lets through: a list over a house's items took fifty times as long by it.
 */
export class AskedOnce1764000000253 implements MigrationInterface {
  readonly name = 'AskedOnce1764000000253';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter policy item_read_inquiry on item using (branch_id = (select caller.branch())
        and case_id in (select a.case_id from caller.asked() a) and caller.answered_with(id));
      alter policy person_inquiry on person using (id in (select a.person_id from caller.asked() a));
      alter policy person_key_inquiry on person_key using (person_id in (select a.person_id from caller.asked() a));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter policy person_key_inquiry on person_key using (caller.is_asked_about(person_id));
      alter policy person_inquiry on person using (caller.is_asked_about(id));
      alter policy item_read_inquiry on item using (branch_id = (select caller.branch()) and caller.answered_with(id));
    `);
  }
}
