import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Reports that were joined into another case before feedback followed them left its time behind, on a case where nobody can meet
 * it: it goes to where its report is, unless it is owed there already.
 */
export class FeedbackFollowsItsReport1764000000252 implements MigrationInterface {
  readonly name = 'FeedbackFollowsItsReport1764000000252';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table deadline no force row level security;
      alter table report_child no force row level security;
      ${FOLLOW_REPORTS}
      alter table report_child force row level security;
      alter table deadline force row level security;
    `);
  }

  /** Where a time stood before is not known any more, and nothing of an older version needs it there. */
  async down(): Promise<void> {}
}

export const FOLLOW_REPORTS = `
      update deadline d set case_id = k.case_id from report_child k
      where d.kind = 'report-feedback' and (d.state = 'open' or (d.state = 'missed' and d.void_reason is null))
        and k.report_id = d.about_id and k.received_case_id = d.case_id and k.case_id <> d.case_id
        and not exists (select 1 from deadline o where o.kind = d.kind and o.about_id = d.about_id and o.case_id = k.case_id
          and (o.state = 'open' or (o.state = 'missed' and o.void_reason is null)));`;
