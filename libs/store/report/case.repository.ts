import type { Grade } from '#domain/report/grading.js';
import {
  CaseStore,
  type CaseDeadlineRow,
  type CaseFacts,
  type CaseRecord,
  type GradingRow,
  type JoinRow,
  type NewAssessment,
  type NewSeparation,
  type OtherCase,
  type ProtectionRow,
  type ReportOnCase,
  type StandingJoinRow,
} from '#use-cases/report/case.port.js';
import type { CaseState } from '#use-cases/report/intake-queue.port.js';
import type { StoreContext } from '../caller/store-context.js';

const FACTS = `
  select c.id, c.number, c.municipality_id as "municipalityId", c.branch_id as "branchId", c.person_id as "personId", c.state, c.phase,
    c.grade, c.version, c.joined_into as "joinedInto",
    coalesce((select min(r.received_at) from report_child k join report r on r.id = k.report_id where k.case_id = c.id or k.received_case_id = c.id),
      c.opened_at) as "receivedAt",
    exists (select 1 from protection_assessment p where p.case_id = c.id) as "protectionAssessed",
    (select h.id from hub h where h.case_id = c.id and h.state not in ('closed','called-off') limit 1) as "openHubId",
    caller.hub_is_open(c.id) as "hubIsOpen",
    g.id as "gradingId", g.grade as "lastGrade", g.graded_by as "gradedBy", g.graded_at as "gradedAt"
  from case_file c
  left join lateral (select * from grading g where g.case_id = c.id order by g.graded_at desc, g.id limit 1) g on true
  where c.id = $1`;

type FactsRow = Omit<CaseFacts, 'lastGrading'> & {
  gradingId: string | null;
  lastGrade: Grade | null;
  gradedBy: string | null;
  gradedAt: Date | null;
};

/** Instants inside JSON come as text. */
type JoinJson = Omit<JoinRow, 'separation'> & {
  separation: (Omit<NonNullable<JoinRow['separation']>, 'at'> & { at: string }) | null;
};

const joinOf = ({ separation, ...row }: JoinJson): JoinRow => ({
  ...row,
  separation: separation && { ...separation, at: new Date(separation.at) },
});

/** The case and those joined into it: what was assessed there is part of the story. */
export const ITS_CASES = `(select c.id from case_file c where c.id = $1 or c.joined_into = $1)`;

export class CaseRepository extends CaseStore {
  constructor(private readonly context: StoreContext) {
    super();
  }

  async findForChange(caseId: string): Promise<CaseFacts | undefined> {
    await this.context.manager.query(`select 1 from case_file where id = $1 for update`, [caseId]);
    return this.find(caseId);
  }

  async find(caseId: string): Promise<CaseFacts | undefined> {
    const rows: FactsRow[] = await this.context.manager.query(FACTS, [caseId]);
    const row = rows[0];
    if (!row) return undefined;
    const { gradingId, lastGrade, gradedBy, gradedAt, ...facts } = row;
    const lastGrading =
      gradingId && lastGrade && gradedBy && gradedAt
        ? { id: gradingId, grade: lastGrade, by: gradedBy, at: gradedAt }
        : null;
    return { ...facts, lastGrading };
  }

  async readRecord(caseId: string): Promise<CaseRecord> {
    const { manager } = this.context;
    const reports = manager.query<ReportOnCase[]>(
      `select r.id, r.receipt, r.channel, r.received_at as "receivedAt", r.reporter_kind as "reporterKind",
         case when b.id is null then null else json_build_object('kind', a.kind, 'authority', a.slug, 'branch', b.slug, 'name', b.name) end as "reporterHouse",
         r.reporter_branch_id as "reporterBranchId", s.name as "reporterName", s.phone as "reporterPhone", s.email as "reporterEmail",
         r.says_danger as "saysDanger", r.wants_feedback as "wantsFeedback", k.feedback_given_at as "feedbackGivenAt",
         k.feedback_outcome as "feedbackOutcome", r.version,
         (select count(*)::int - 1 from report_child o where o.report_id = r.id) as "otherChildren",
         coalesce((select json_agg(json_build_object('itemId', t.item_id, 'kind', t.kind)) from report_item t
           where t.report_id = r.id and t.case_id = k.received_case_id), '[]') as items
       from report_child k join report r on r.id = k.report_id
       left join branch b on b.id = r.reporter_branch_id left join authority a on a.id = b.authority_id
       left join staff_member s on s.id = r.reporter_staff_id
       where k.case_id = $1 order by r.received_at, r.id`,
      [caseId],
    );
    const gradings = manager.query<GradingRow[]>(
      `select g.id, g.grade, g.instrument, g.item_id as "itemId", s.name as "byName", g.graded_at as at
       from grading g join staff_member s on s.id = g.graded_by where g.case_id in ${ITS_CASES} order by g.graded_at desc, g.id`,
      [caseId],
    );
    const protections = manager.query<ProtectionRow[]>(
      `select p.id, p.needs_protection as "needsProtection", p.item_id as "itemId", s.name as "byName", p.assessed_at as at
       from protection_assessment p join staff_member s on s.id = p.assessed_by where p.case_id in ${ITS_CASES}
       order by p.assessed_at desc, p.id`,
      [caseId],
    );
    const deadlines = manager.query<CaseDeadlineRow[]>(
      `select id, kind, about_id as "aboutId", starts_at as "startsAt", due_at as "dueAt", state, settled_at as "settledAt"
       from deadline where case_id = $1 order by state <> 'open', due_at, kind`,
      [caseId],
    );
    const others = manager.query<OtherCase[]>(
      `select id, number, state, grade, opened_at as "openedAt", closed_at as "closedAt" from case_file
       where person_id = (select c.person_id from case_file c where c.id = $1) and id <> $1 and state <> 'joined'
       order by opened_at desc limit 50`,
      [caseId],
    );
    const joins = manager.query<JoinJson[]>(
      `select j.id, c.id as "joinedId", c.number as "joinedNumber", l.number as "leadNumber", j.item_id as "itemId",
         s.name as "byName", j.joined_at as at,
         case when j.separated_at is null then null else json_build_object('byName', x.name, 'at', j.separated_at,
           'itemId', case when j.joined_case_id = $1 then j.separation_item_id else j.separation_lead_item_id end) end as separation
       from case_join j join case_file c on c.id = j.joined_case_id join staff_member s on s.id = j.joined_by
       left join case_file l on l.id = coalesce(j.separated_from, c.joined_into) left join staff_member x on x.id = j.separated_by
       where (j.separated_at is null and c.joined_into = $1)
         or (j.separated_at is not null and $1 in (j.joined_case_id, j.separated_from))
       order by j.joined_at, j.id`,
      [caseId],
    );
    // Side by side, so that whoever only reads sends them as one message.
    const all = await Promise.all([reports, gradings, protections, deadlines, others, joins]);
    return {
      reports: all[0],
      gradings: all[1],
      protections: all[2],
      deadlines: all[3],
      others: all[4],
      joins: all[5].map(joinOf),
    };
  }

  async addProtection(row: { id: string; caseId: string; needsProtection: boolean; itemId: string }): Promise<void> {
    await this.context.manager.query(
      `insert into protection_assessment (id, case_id, needs_protection, item_id, assessed_by) values ($1, $2, $3, $4, caller.staff())`,
      [row.id, row.caseId, row.needsProtection, row.itemId],
    );
  }

  async addGrading(row: {
    id: string;
    caseId: string;
    grade: Grade;
    instrument: string;
    itemId: string;
    supersedes: string | null;
  }): Promise<void> {
    await this.context.manager.query(
      `insert into grading (id, case_id, grade, instrument, item_id, graded_by, supersedes) values ($1, $2, $3, $4, $5, caller.staff(), $6)`,
      [row.id, row.caseId, row.grade, row.instrument, row.itemId, row.supersedes],
    );
  }

  async setGrade(caseId: string, grade: Grade | null, state: CaseState): Promise<void> {
    await this.context.manager.query(
      `update case_file set grade = $2, state = $3, version = version + 1 where id = $1`,
      [caseId, grade, state],
    );
  }

  async join(row: { id: string; leadId: string; joinedId: string; itemId: string }): Promise<void> {
    const { manager } = this.context;
    await manager.query(
      `insert into case_join (id, lead_case_id, joined_case_id, item_id, joined_by) values ($1, $2, $3, $4, caller.staff())`,
      [row.id, row.leadId, row.joinedId, row.itemId],
    );
    // Whatever was joined into it before goes along, so that a case leads to its lead in one step.
    await manager.query(`update case_file set joined_into = $2 where joined_into = $1`, [row.joinedId, row.leadId]);
    await manager.query(
      `update case_file set state = 'joined', joined_into = $2, closed_at = clock.now(), version = version + 1 where id = $1`,
      [row.joinedId, row.leadId],
    );
    await manager.query(`update case_file set version = version + 1 where id = $1`, [row.leadId]);
  }

  findStandingJoins(leadId: string): Promise<StandingJoinRow[]> {
    return this.context.manager.query(
      `select j.id, j.joined_case_id as "joinedId", j.lead_case_id as "underId", j.joined_at as "joinedAt", c.grade
       from case_join j join case_file c on c.id = j.joined_case_id
       where c.joined_into = $1 and j.separated_at is null order by j.joined_at, j.id`,
      [leadId],
    );
  }

  async separate(row: NewSeparation): Promise<void> {
    const [rows]: [unknown[], number] = await this.context.manager.query(
      `update case_join set separated_by = caller.staff(), separated_at = clock.now(), separated_from = $2,
         separation_item_id = $3, separation_lead_item_id = $4
       where id = $1 and joined_case_id = $5 and separated_at is null returning id`,
      [row.joinId, row.leadId, row.itemId, row.leadItemId, row.joinedId],
    );
    if (rows.length !== 1) throw new Error('the join that is undone does not stand');
  }

  async leaveLead([caseId, ...along]: readonly [string, ...string[]], state: CaseState): Promise<void> {
    const { manager } = this.context;
    await manager.query(`update case_file set joined_into = $2 where id = any($1::uuid[])`, [along, caseId]);
    await manager.query(
      `update case_file set state = $2, joined_into = null, closed_at = null, version = version + 1 where id = $1`,
      [caseId, state],
    );
  }

  async addAssessment(assessment: NewAssessment): Promise<void> {
    const { manager, caller } = this.context;
    if (caller.kind !== 'staff') throw new Error('only a person assesses');
    await manager.query(
      `insert into assessment (id, municipality_id, branch_id, to_branch_id, case_id, ground, person_id, from_house, to_house,
         categories, criteria, item_id, decided_by, decided_as, until)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
      [
        assessment.id,
        caller.municipalityId,
        caller.branchId,
        assessment.toBranchId,
        assessment.caseId,
        assessment.ground,
        assessment.personId,
        assessment.from,
        assessment.to,
        assessment.categories,
        JSON.stringify(assessment.criteria),
        assessment.itemId,
        caller.staffId,
        caller.role,
        assessment.until,
      ],
    );
  }
}
