import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A group gets another leader: an act of its own beside steps, moves and looks. */
export class NewLeaders1764000000094 implements MigrationInterface {
  readonly name = 'NewLeaders1764000000094';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table group_act drop constraint group_act_act_check;
      alter table group_act add constraint group_act_act_check check (act in ('step','move','look','lead'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table group_act no force row level security;
      delete from group_act where act = 'lead';
      alter table group_act force row level security;
      alter table group_act drop constraint group_act_act_check;
      alter table group_act add constraint group_act_act_check check (act in ('step','move','look'));
    `);
  }
}
