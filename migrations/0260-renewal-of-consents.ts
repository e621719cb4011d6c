import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * That a consent is renewed in time is a deadline of the house that asked for it, and tells that there is a consent: only those
 * who work on the case see it, a manager no more than the consent itself. Those in force already are looked at once more, which opens it.
 */
export class RenewalOfConsents1764000000260 implements MigrationInterface {
  readonly name = 'RenewalOfConsents1764000000260';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter policy deadline_0 on deadline using ((select caller.service()) in ('reception','deadlines') or (branch_id = (select caller.branch())
        and (case_id is null or ((select caller.role()) = 'manager' and kind <> 'consent-renewal') or caller.works_on(case_id))));
      create index deadline_of_consent on deadline (about_id) where kind = 'consent-renewal';
      alter table consent no force row level security;
      ${LOOK_AGAIN}
      alter table consent force row level security;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${GOES.map((table) => `alter table ${table} no force row level security;`).join(' ')}
      -- Else everybody's who sees the deadlines of a case: a manager would read of consents in them.
      delete from delivery where notice_id in (select n.id from notice n join deadline d on d.id = n.deadline_id where d.kind = 'consent-renewal');
      delete from notice where deadline_id in (select id from deadline where kind = 'consent-renewal');
      delete from deadline_effect where deadline_id in (select id from deadline where kind = 'consent-renewal');
      delete from deadline where kind = 'consent-renewal';
      ${GOES.map((table) => `alter table ${table} force row level security;`).join(' ')}
      drop index deadline_of_consent;
      alter policy deadline_0 on deadline using ((select caller.service()) in ('reception','deadlines') or (branch_id = (select caller.branch()) and ((select caller.role()) = 'manager' or case_id is null or caller.works_on(case_id))));
    `);
  }
}

export const LOOK_AGAIN = `update consent set recheck_at = clock.now() where state in ('active','narrowed');`;

const GOES = ['delivery', 'notice', 'deadline_effect', 'deadline'];
