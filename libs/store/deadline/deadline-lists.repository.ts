import { DECIDED_BY_MANAGERS, SEEN_WHEN_REMINDED } from '#domain/deadline/acts-of-kind.js';
import {
  DeadlineLists,
  type DeadlinePlaceInList,
  type ListedDeadline,
} from '#use-cases/deadline/deadline-lists.port.js';
import type { StoreContext } from '../caller/store-context.js';

const quoted = (kinds: readonly string[]): string => kinds.map((kind) => `'${kind}'`).join(',');
const OF_MANAGERS = `d.kind in (${quoted(DECIDED_BY_MANAGERS)})`;
const RUNNING = `(d.state = 'open' or (d.state = 'missed' and d.void_reason is null))`;
/** Answers to a meeting are awaited by whoever leads it, and by nobody of their unit. Who leads or convened a hub, and intake, follow its case; who only sits in it answers for their own unit. */
const OF_HOUSE = `
  d.branch_id = (select caller.branch()) and ${RUNNING} and (d.kind <> 'invitation-answer' or d.owner_staff_id = (select caller.staff()))
  and (not ${OF_MANAGERS} or (select caller.role()) = 'manager') and (
    d.owner_unit_id = (select caller.unit()) or d.owner_staff_id = (select caller.staff())
    or (d.kind = 'unit-knowledge' and exists (select 1 from hub_question q join hub h on h.id = q.hub_id where q.id = d.about_id
      and ((q.deputy_id = (select caller.staff()) and q.deputy_asked_at is not null)
        or (select caller.staff()) in (h.leader_staff_id, h.convened_by) or (select caller.role()) = 'intake')))
    or (d.kind <> 'unit-knowledge' and (
      exists (select 1 from assignment a where a.case_id = d.case_id and a.staff_id = (select caller.staff())
        and (a.reason <> 'hub' or (select caller.role()) <> 'unit-representative')
        and a.starts_at <= (select clock.now()) and (a.ends_at is null or a.ends_at > (select clock.now())))
      or exists (select 1 from hub h where h.case_id = d.case_id and h.leader_staff_id = (select caller.staff())
        and h.state not in ('closed','called-off'))))
    or ((select caller.role()) = 'manager' and (d.due_at <= (select clock.now()) or ${OF_MANAGERS})))`;
/** What a meeting or a plan of another house gave the caller to do stands in that house, and is owed here. */
const OWED_ELSEWHERE = `d.kind in ('meeting-decision','measure-follow-up') and d.owner_staff_id = (select caller.staff()) and d.branch_id <> (select caller.branch()) and ${RUNNING}`;
/** What is months away fills nobody's list of what is due; what happens by itself beside the alarms reminds nobody. */
const REMINDED = `(d.kind not in (${quoted(SEEN_WHEN_REMINDED)}) or exists (select 1 from deadline_effect e where e.deadline_id = d.id and e.key not like 'act:%'))`;
const MINE = `(((${OF_HOUSE}) or (${OWED_ELSEWHERE})) and ${REMINDED})`;
/** Until it is assessed whether the child needs protection, any report of the case that says danger marks the time for it. */
const SAYS_DANGER = `(d.kind = 'protection-assessment' and ${RUNNING} and exists (select 1 from report_child k join report r on r.id = k.report_id
  where k.case_id = d.case_id and r.says_danger))`;
const ORDER = `(not ${SAYS_DANGER}), d.due_at, d.id`;
const SELECT = `
  select d.id, d.kind, case when d.branch_id = (select caller.branch()) then d.case_id end as "caseId", c.number as "caseNumber", c.person_id as "personId", c.grade, d.about_id as "aboutId", d.rule, d.source,
    d.starts_at as "startsAt", d.due_at as "dueAt", d.state, d.met_late as "metLate", d.settled_at as "settledAt",
    by_staff.name as "settledBy", u.name as "ownerUnit", s.name as "ownerStaff",
    coalesce(q.hub_id, md.hub_id, mh.id) as "hubId", coalesce(md.group_id, mh.group_id, am.group_id, ga.group_id, pe.group_id) as "groupId", ${SAYS_DANGER} as "saysDanger", coalesce(d.owner_unit_id = (select caller.unit()), false) or coalesce(d.owner_staff_id = (select caller.staff()), false)
      or (q.deputy_id = (select caller.staff()) and q.deputy_asked_at is not null) is true as mine
  from deadline d
  left join case_file c on c.id = d.case_id
  left join unit u on u.id = d.owner_unit_id
  left join staff_member s on s.id = d.owner_staff_id
  left join hub_question q on d.kind = 'unit-knowledge' and q.id = d.about_id
  left join meeting_decision md on d.kind = 'meeting-decision' and md.id = d.about_id
  left join plan_entry pe on d.kind = 'measure-follow-up' and pe.id = d.about_id
  left join hub mh on d.kind in ('minutes-adjusted','invitation-answer') and mh.id = d.about_id
  left join area_meeting am on d.kind = 'invitation-answer' and am.id = d.about_id
  left join group_assessment ga on d.kind = 'ordered-assessment' and ga.id = d.about_id
  left join staff_member by_staff on by_staff.id = d.settled_by`;

export class DeadlineListsRepository extends DeadlineLists {
  constructor(private readonly context: StoreContext) {
    super();
  }

  findMine(first: number, after: DeadlinePlaceInList | null): Promise<ListedDeadline[]> {
    return this.context.manager.query(
      `${SELECT} where ${MINE} and ($2::uuid is null or (${ORDER}) > (not $4::boolean, $3::timestamptz, $2))
       order by ${ORDER} limit $1`,
      [first, after?.id ?? null, after?.dueAt ?? null, after?.danger ?? false],
    );
  }

  async countMine(): Promise<{ late: number; running: number }> {
    const rows: { late: number; running: number }[] = await this.context.manager.query(
      `select count(*) filter (where d.due_at <= clock.now())::int as late, count(*)::int as running from deadline d where ${MINE}`,
    );
    return rows[0] ?? { late: 0, running: 0 };
  }

  findOfCase(caseId: string): Promise<ListedDeadline[]> {
    return this.context.manager.query(`${SELECT} where d.case_id = $1 order by d.due_at, d.id`, [caseId]);
  }

  async seesCase(caseId: string): Promise<boolean> {
    const rows: unknown[] = await this.context.manager.query(`select 1 from case_file where id = $1`, [caseId]);
    return rows.length === 1;
  }
}
