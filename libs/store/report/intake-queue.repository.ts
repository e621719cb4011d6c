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
  needs_protection: boolean | null;
  others: number;
  deadlines: { id: string; kind: RunningDeadline['kind']; startsAt: string; dueAt: string; state: 'open' | 'missed' }[];
  due_at: Date | null;
}

/** To the millisecond, since that is what a cursor can carry. */
const DUE = `coalesce(date_trunc('milliseconds', d.due_at), 'infinity')`;

/** A deadline that somebody still has to do something about. */
const RUNS = `(x.state = 'open' or (x.state = 'missed' and x.void_reason is null))`;

/** What stands first is found before anything else is asked about it: most of a queue is not on the page. */
const FIND = `
  with first_ones as materialized (
    select c.*, d.due_at from case_file c
    left join lateral (select min(x.due_at) as due_at from deadline x where x.case_id = c.id and ${RUNS}) d on true
    where c.branch_id = caller.branch() and c.state = any($1)
      and ($2::text is null or c.grade = $2)
      and ($3::uuid is null or (${DUE}, c.id) > (coalesce($4::timestamptz, 'infinity'), $3))
    order by ${DUE}, c.id limit $5
  )
  select d.id, d.number, d.state, d.grade, d.version, d.person_id, r.received_at, r.channel, r.reporter_kind, r.says_danger,
    a.kind as house_kind, a.slug as authority, b.slug as branch, b.name as house_name,
    (select count(*)::int from report_child k where k.case_id = d.id) as reports,
    (select p.needs_protection from protection_assessment p where p.case_id = d.id order by p.assessed_at desc limit 1) as needs_protection,
    (select count(*)::int from case_file o where o.person_id = d.person_id and o.id <> d.id and o.branch_id = caller.branch()
      and o.state in ('received','graded','in-hub','investigation')) as others,
    (select coalesce(json_agg(json_build_object('id', x.id, 'kind', x.kind, 'startsAt', x.starts_at, 'dueAt', x.due_at, 'state', x.state)
      order by x.due_at, x.kind), '[]') from deadline x where x.case_id = d.id and ${RUNS}) as deadlines,
    d.due_at
  from first_ones d
  join lateral (select r.* from report_child k join report r on r.id = k.report_id where k.case_id = d.id
    order by r.received_at, r.id limit 1) r on true
  left join branch b on b.id = r.reporter_branch_id
  left join authority a on a.id = b.authority_id
  order by ${DUE}, d.id`;

const STATES = { all: ['received', 'graded'], ungraded: ['received'], graded: ['graded'] } as const;

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
    ]);
    return rows.map(queued);
  }

  async count(): Promise<{ ungraded: number; graded: number }> {
    const rows: { ungraded: number; graded: number }[] = await this.context.manager.query(
      `select count(*) filter (where state = 'received')::int as ungraded, count(*) filter (where state = 'graded')::int as graded
       from case_file where branch_id = caller.branch() and state in ('received','graded')`,
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
    reportCount: row.reports,
    needsProtection: row.needs_protection,
    otherOpenCases: row.others,
    deadlines: row.deadlines.map((d) => ({ ...d, startsAt: new Date(d.startsAt), dueAt: new Date(d.dueAt) })),
    dueAt: row.due_at,
  };
}
