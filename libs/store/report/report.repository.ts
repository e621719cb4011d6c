import {
  ReportStore,
  type CompletionSent,
  type Intake,
  type NewAssignment,
  type NewReport,
  type NewReportChild,
  type OwnCursor,
  type OwnReport,
  type ReportFacts,
  type ReportItemKind,
} from '#use-cases/report/report.port.js';
import type { StoreContext } from '../caller/store-context.js';
import { houseOf } from '../gate/subject-facts.js';

const SELECT_FACTS = `
  select r.id, r.receipt, r.received_at as "receivedAt", r.branch_id as "branchId", r.reporter_kind as "reporterKind",
    r.reporter_branch_id as "reporterBranchId", r.reporter_staff_id as "reporterStaffId", r.wants_feedback as "wantsFeedback",
    r.feedback_asked_at as "feedbackAskedAt", r.version,
    coalesce((select json_agg(json_build_object('position', k.position, 'personId', k.person_id, 'caseId', k.case_id,
      'receivedCaseId', k.received_case_id, 'feedbackGivenAt', k.feedback_given_at) order by k.position) from report_child k where k.report_id = r.id), '[]') as children
  from report r`;

export class ReportRepository extends ReportStore {
  constructor(private readonly context: StoreContext) {
    super();
  }

  async findIntake(municipalityId: string): Promise<Intake | undefined> {
    const rows: { unit_id: string; branch_id: string; kind: string; authority: string; branch: string }[] =
      await this.context.manager.query(
        `select u.id as unit_id, b.id as branch_id, a.kind, a.slug as authority, b.slug as branch
         from unit u join branch b on b.id = u.branch_id join authority a on a.id = b.authority_id
         where u.municipality_id = $1 and u.kind = 'intake' and a.kind = 'social-services' order by u.slug limit 1`,
        [municipalityId],
      );
    const row = rows[0];
    return row && { municipalityId, branchId: row.branch_id, unitId: row.unit_id, house: houseOf(row) };
  }

  async findIntakeStaff(unitId: string): Promise<string[]> {
    const rows: { id: string }[] = await this.context.manager.query(
      `select distinct s.id from membership m join staff_member s on s.id = m.staff_id
       where m.unit_id = $1 and m.role = 'intake' and s.disabled_at is null
         and m.starts_at <= clock.now() and (m.ends_at is null or m.ends_at > clock.now())`,
      [unitId],
    );
    return rows.map(({ id }) => id);
  }

  async add(report: NewReport): Promise<boolean> {
    const wanted = report.feedbackWish === 'wanted';
    const added: unknown[] = await this.context.manager.query(
      `insert into report (id, municipality_id, branch_id, receipt, channel, reporter_kind, reporter_branch_id, reporter_staff_id,
         says_danger, wants_feedback, feedback_asked_at, registered_by, submitted_by, client_key, content_mark)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, case when $10 then clock.now() end, $11, $12, $13, $14)
       on conflict (submitted_by, client_key) do nothing returning id`,
      [
        report.id,
        report.municipalityId,
        report.branchId,
        report.receipt,
        report.channel,
        report.reporterKind,
        report.reporterBranchId,
        report.reporterStaffId,
        report.saysDanger,
        wanted,
        report.registeredBy,
        report.submittedBy,
        report.clientKey,
        report.contentMark,
      ],
    );
    return added.length === 1;
  }

  async findByClientKey(
    submittedBy: string,
    clientKey: string,
  ): Promise<(ReportFacts & { readonly contentMark: Buffer | null }) | undefined> {
    const of = [submittedBy, clientKey];
    const report = await this.findOne('r.submitted_by = $1 and r.client_key = $2', of);
    if (!report) return undefined;
    const [marked]: { mark: Buffer | null }[] = await this.context.manager.query(
      `select content_mark as mark from report where id = $1`,
      [report.id],
    );
    return { ...report, contentMark: marked?.mark ?? null };
  }

  findByReceipt(municipalityId: string, receipt: string): Promise<ReportFacts | undefined> {
    return this.findOne('r.municipality_id = $1 and r.receipt = $2', [municipalityId, receipt]);
  }

  findById(reportId: string): Promise<ReportFacts | undefined> {
    return this.findOne('r.id = $1', [reportId]);
  }

  async openCase(file: { id: string; municipalityId: string; branchId: string; personId: string }): Promise<void> {
    await this.context.manager.query(
      `insert into case_file (id, municipality_id, branch_id, person_id) values ($1, $2, $3, $4)`,
      [file.id, file.municipalityId, file.branchId, file.personId],
    );
  }

  async assign(assignment: NewAssignment): Promise<void> {
    const { manager, caller } = this.context;
    await manager.query(
      `insert into assignment (id, case_id, branch_id, unit_id, staff_id, reason, assigned_by) values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        assignment.id,
        assignment.caseId,
        assignment.branchId,
        assignment.unitId,
        assignment.staffId,
        assignment.reason,
        caller.kind === 'staff' ? caller.staffId : null,
      ],
    );
  }

  async endAssignment(id: string): Promise<void> {
    await this.context.manager.query(`update assignment set ends_at = clock.now() where id = $1`, [id]);
  }

  async addChild(child: NewReportChild): Promise<void> {
    await this.context.manager.query(
      `insert into report_child (report_id, case_id, received_case_id, person_id, position) values ($1, $2, $2, $3, $4)`,
      [child.reportId, child.caseId, child.personId, child.position],
    );
  }

  async addItems(
    items: readonly { reportId: string; caseId: string; itemId: string; kind: ReportItemKind; sent?: CompletionSent }[],
  ): Promise<void> {
    for (const { reportId, caseId, itemId, kind, sent } of items) {
      await this.context.manager.query(
        `insert into report_item (report_id, case_id, item_id, kind, completed_by, client_key, content_mark, completed_at)
         values ($1, $2, $3, $4, $5, $6, $7, case when $6::uuid is not null then clock.now() end)`,
        [reportId, caseId, itemId, kind, sent?.by ?? null, sent?.clientKey ?? null, sent?.contentMark ?? null],
      );
    }
  }

  async findCompletion(
    by: string,
    clientKey: string,
  ): Promise<{ receipt: string; at: Date; contentMark: Buffer } | undefined> {
    const { manager } = this.context;
    await manager.query(`select pg_advisory_xact_lock(hashtextextended('completion:' || $1 || ':' || lower($2), 0))`, [
      by,
      clientKey,
    ]);
    const rows: { receipt: string; at: Date; contentMark: Buffer }[] = await manager.query(
      `select r.receipt, t.completed_at as at, t.content_mark as "contentMark"
       from report_item t join report r on r.id = t.report_id where t.completed_by = $1 and t.client_key = $2`,
      [by, clientKey],
    );
    return rows[0];
  }

  async findOwn(page: { first: number; after: OwnCursor | null }): Promise<OwnReport[]> {
    return this.context.manager.query(
      `select r.id, r.receipt, r.received_at as "receivedAt", r.wants_feedback as "wantsFeedback",
         (select count(*)::int from report_child k where k.report_id = r.id) as children,
         coalesce((select json_agg(json_build_object('itemId', t.item_id, 'kind', t.kind, 'position', k.position) order by k.position, i.created_at, array_position(array['content','instrument','completion','feedback'], t.kind),
           i.category = 'whereabouts', t.item_id)
           from report_item t join item i on i.id = t.item_id
           join report_child k on k.report_id = r.id and k.received_case_id = t.case_id where t.report_id = r.id), '[]') as items
       from report r
       where r.reporter_staff_id = caller.staff() and r.reporter_branch_id = caller.branch()
         and ($2::timestamptz is null or (date_trunc('milliseconds', r.received_at), r.id) < ($2, $3::uuid))
       order by date_trunc('milliseconds', r.received_at) desc, r.id desc limit $1`,
      [page.first, page.after?.receivedAt ?? null, page.after?.id ?? null],
    );
  }

  async recordFeedback(of: {
    reportId: string;
    caseId: string;
    outcome: 'shared' | 'told' | 'unsuitable';
  }): Promise<boolean> {
    const [rows]: [unknown[], number] = await this.context.manager.query(
      `update report_child set feedback_given_at = clock.now(), feedback_outcome = $3
       where report_id = $1 and case_id = $2 and feedback_given_at is null returning report_id`,
      [of.reportId, of.caseId, of.outcome],
    );
    return rows.length > 0;
  }

  async askFeedback(reportId: string): Promise<boolean> {
    const [rows]: [unknown[], number] = await this.context.manager.query(
      `update report set wants_feedback = true, feedback_asked_at = clock.now(), version = version + 1
       where id = $1 and not wants_feedback returning id`,
      [reportId],
    );
    return rows.length > 0;
  }

  async hasInvestigation(branchId: string, personId: string): Promise<boolean> {
    const rows: unknown[] = await this.context.manager.query(
      `select 1 from case_file where branch_id = $1 and person_id = $2 and state = 'investigation' limit 1`,
      [branchId, personId],
    );
    return rows.length === 1;
  }

  findOfCase(caseId: string): Promise<ReportFacts[]> {
    return this.context.manager.query(
      `${SELECT_FACTS} where exists (select 1 from report_child k where k.report_id = r.id and k.case_id = $1) order by r.received_at, r.id`,
      [caseId],
    );
  }

  async moveChildren(fromCaseId: string, toCaseId: string): Promise<void> {
    await this.context.manager.query(`update report_child set case_id = $2 where case_id = $1`, [fromCaseId, toCaseId]);
  }

  async returnChildren(receivedCaseIds: readonly string[], toCaseId: string): Promise<void> {
    await this.context.manager.query(`update report_child set case_id = $2 where received_case_id = any($1::uuid[])`, [
      receivedCaseIds,
      toCaseId,
    ]);
  }

  private async findOne(condition: string, values: unknown[]): Promise<ReportFacts | undefined> {
    const rows: ReportFacts[] = await this.context.manager.query(`${SELECT_FACTS} where ${condition}`, values);
    return rows[0];
  }
}
