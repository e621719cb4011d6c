import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * One browser has one order that runs, also when somebody taps twice at once: of two that ran, either could be signed by
 * mistake. Of those that stand, the newest goes on (ASVS 6.6.2).
 */
export class OneOrderOfABrowser1764000000370 implements MigrationInterface {
  readonly name = 'OneOrderOfABrowser1764000000370';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table e_id_order no force row level security;
      ${END_ALL_BUT_THE_NEWEST};
      alter table e_id_order force row level security;
      create unique index e_id_order_one_pending on e_id_order (session_id) where state = 'pending';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index e_id_order_one_pending');
  }
}

export const END_ALL_BUT_THE_NEWEST = `
      update e_id_order o set state = 'cancelled', message = 'cancelled', next = 'begin-anew', ended_at = now(),
          sealed = null, document = null, answer = null
        where o.state = 'pending' and exists (select 1 from e_id_order n where n.session_id = o.session_id
          and n.state = 'pending' and (n.started_at, n.id) > (o.started_at, o.id))`;
