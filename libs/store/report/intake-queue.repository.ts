import { SEEN_WHEN_REMINDED } from '#domain/deadline/acts-of-kind.js';
import type { ReporterKind } from '#domain/report/reporter.js';
import type { Grade } from '#domain/report/grading.js';
import {
  IntakeQueueStore,
  type CaseState,
  type QueuedCase,
  type QueueWanted,
  type RunningDeadline,
} from '#use-cases/report/intake-queue.port.js';
import type { Channel } from '#use-cases/report/report.port.js';
import type { StoreContext } from '../caller/store-context.js';
import { houseOf } from '../gate/subject-facts.js';

interface QueueRow {
  id: string;
  number: string;
  state: CaseState;
  grade: Grade | null;
  version: number;
  person_id: string;
  received_at: Date;
  channel: Channel;
  reporter_kind: ReporterKind;
  house_kind: string | null;
  authority: string | null;
  branch: string | null;
  house_name: string | null;
  says_danger: boolean;
  reports: number;
  danger_rank: number;
  needs_protection: boolean | null;
  others: number;
  deadlines: { id: string; kind: RunningDeadline['kind']; startsAt: string; dueAt: string; state: 'open' | 'missed' }[];
  due_at: Date | null;
}

/** A deadline that somebody still has to do something about. */
const RUNS = `(x.state = 'open' or (x.state = 'missed' and x.void_reason is null))`;
/** Of those, what the queue is ordered by and shows: not what is months away and waits on the page of its case. */
const COMES = `(${RUNS} and x.kind not in (${SEEN_WHEN_REMINDED.map((kind) => `'${kind}'`).join(',')}))`;

/** Any of a case's reports: a later one, joined to it, may be the one that says danger. */
const SAYS_DANGER = `exists (select 1 from report_child k join report r on r.id = k.report_id where k.case_id = c.id and r.says_danger)`;

/** While the time for an assessment runs, what was assessed before is of other reports than the newest. */
const NEEDS_PROTECTION = `case when exists (select 1 from deadline x where x.case_id = c.id and x.kind = 'protection-assessment' and ${RUNS})
  then null
  else (select p.needs_protection from protection_assessment p where p.case_id = c.id order by p.assessed_at desc limit 1) end`;

/** Danger stands first until it is assessed that nobody needs protection at once; then what is due, to the cursor's millisecond. */
const ORDER = `c.danger_rank, coalesce(date_trunc('milliseconds', c.due_at), 'infinity'), c.id`;

/** A hub has it until it closes; where it found that more is needed now, the next step is intake's again. */
const WAITS = `(c.state <> 'in-hub' or not caller.hub_is_open(c.id))`;

/** What stands first is found before anything else is asked about it: most of a queue is not on the page. */
const FIND = `
  with open_ones as (
    select c.*, e.due_at, case when ${SAYS_DANGER} and (${NEEDS_PROTECTION}) is not false then 0 else 1 end as danger_rank
    from case_file c
    left join lateral (select min(x.due_at) as due_at from deadline x where x.case_id = c.id and ${COMES}) e on true
    where c.branch_id = caller.branch() and c.state = any($1) and ${WAITS}
      and ($2::text is null or c.grade = $2)
  ), first_ones as materialized (
    select c.* from open_ones c
    where $3::uuid is null or (${ORDER}) > ($6::integer, coalesce($4::timestamptz, 'infinity'), $3)
    order by ${ORDER} limit $5
  )
  select c.id, c.number, c.state, c.grade, c.version, c.person_id, r.received_at, r.channel, r.reporter_kind, c.danger_rank,
    ${SAYS_DANGER} as says_danger, ${NEEDS_PROTECTION} as needs_protection,
    a.kind as house_kind, a.slug as authority, b.slug as branch, b.name as house_name,
    (select count(*)::int from report_child k where k.case_id = c.id) as reports,
    (select count(*)::int from case_file o where o.person_id = c.person_id and o.id <> c.id and o.branch_id = caller.branch()
      and o.state in ('received','graded','in-hub','investigation')) as others,
    (select coalesce(json_agg(json_build_object('id', x.id, 'kind', x.kind, 'startsAt', x.starts_at, 'dueAt', x.due_at, 'state', x.state)
      order by x.due_at, x.kind), '[]') from deadline x where x.case_id = c.id and ${COMES}) as deadlines,
    c.due_at
  from first_ones c
  join lateral (select r.* from report_child k join report r on r.id = k.report_id where k.case_id = c.id
    order by r.received_at, r.id limit 1) r on true
  left join branch b on b.id = r.reporter_branch_id
  left join authority a on a.id = b.authority_id
  order by ${ORDER}`;

const STATES = { all: ['received', 'graded', 'in-hub'], ungraded: ['received'], graded: ['graded', 'in-hub'] } as const;

export class IntakeQueueRepository extends IntakeQueueStore {
  constructor(private readonly context: StoreContext) {
    super();
  }

  async find(wanted: QueueWanted): Promise<QueuedCase[]> {
    const rows: QueueRow[] = await this.context.manager.query(FIND, [
      STATES[wanted.stage],
      wanted.grade,
      wanted.after?.id ?? null,
      wanted.after?.dueAt ?? null,
      wanted.first,
      wanted.after?.danger === true ? 0 : 1,
    ]);
    return rows.map(queued);
  }

  async count(): Promise<{ ungraded: number; graded: number }> {
    const rows: { ungraded: number; graded: number }[] = await this.context.manager.query(
      `select count(*) filter (where state = 'received')::int as ungraded, count(*) filter (where state <> 'received')::int as graded
       from case_file c where branch_id = caller.branch() and state in ('received','graded','in-hub') and ${WAITS}`,
    );
    return rows[0] ?? { ungraded: 0, graded: 0 };
  }
}

function queued(row: QueueRow): QueuedCase {
  const house =
    row.house_kind && row.authority && row.branch
      ? {
          ...houseOf({ kind: row.house_kind, authority: row.authority, branch: row.branch }),
          name: row.house_name ?? '',
        }
      : null;
  return {
    id: row.id,
    number: row.number,
    state: row.state,
    grade: row.grade,
    version: row.version,
    personId: row.person_id,
    receivedAt: row.received_at,
    channel: row.channel,
    reporterKind: row.reporter_kind,
    reporterHouse: house,
    saysDanger: row.says_danger,
    standsFirst: row.danger_rank === 0,
    reportCount: row.reports,
    needsProtection: row.needs_protection,
    otherOpenCases: row.others,
    deadlines: row.deadlines.map((d) => ({ ...d, startsAt: new Date(d.startsAt), dueAt: new Date(d.dueAt) })),
    dueAt: row.due_at,
  };
}
