import { DutyStore, type OnDuty, type ShiftAssignment, type WaitingCase } from '#use-cases/report/duty.port.js';
import type { StoreContext } from '../caller/store-context.js';

/** Who is on duty is who has a shift now, works in the service still, and can sign in. */
const ON_DUTY = `
  select u.branch_id, u.municipality_id, d.staff_id, max(d.ends_at) as until
  from duty_shift d join unit u on u.id = d.unit_id join staff_member s on s.id = d.staff_id
  where u.kind = 'emergency' and u.ended_at is null and s.disabled_at is null
    and d.starts_at <= clock.now() and d.ends_at > clock.now()
    and exists (select 1 from membership m where m.staff_id = d.staff_id and m.unit_id = d.unit_id
      and m.starts_at <= clock.now() and (m.ends_at is null or m.ends_at > clock.now()))
  group by u.branch_id, u.municipality_id, d.staff_id`;

/** A reporter of the same house works on it no longer when the report is in. */
const WORKS_ON = `a.reason <> 'reporter' and a.starts_at <= clock.now() and (a.ends_at is null or a.ends_at > clock.now())`;

export class DutyRepository extends DutyStore {
  constructor(private readonly context: StoreContext) {
    super();
  }

  findOnDuty(branchIds: readonly string[]): Promise<OnDuty[]> {
    return this.context.manager.query(
      `select branch_id as "branchId", staff_id as "staffId", until from (${ON_DUTY}) o
       where branch_id = any($1::uuid[]) order by staff_id`,
      [branchIds],
    );
  }

  assign(wanted: readonly ShiftAssignment[]): Promise<{ caseId: string; staffId: string }[]> {
    return this.context.manager.query(
      `insert into assignment (id, case_id, branch_id, staff_id, reason, ends_at)
       select w.id, w.case_id, w.branch_id, w.staff_id, 'on-duty', w.until
       from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::timestamptz[]) as w(id, case_id, branch_id, staff_id, until)
       where not exists (select 1 from assignment a where a.case_id = w.case_id and a.staff_id = w.staff_id and ${WORKS_ON})
       returning case_id as "caseId", staff_id as "staffId"`,
      [
        wanted.map((w) => w.id),
        wanted.map((w) => w.caseId),
        wanted.map((w) => w.branchId),
        wanted.map((w) => w.staffId),
        wanted.map((w) => w.until),
      ],
    );
  }

  async findTownsOnDuty(): Promise<string[]> {
    const rows: { id: string }[] = await this.context.manager.query(
      `select distinct municipality_id as id from (${ON_DUTY}) o`,
    );
    return rows.map(({ id }) => id);
  }

  findWaiting(municipalityIds: readonly string[]): Promise<WaitingCase[]> {
    return this.context.manager.query(
      `select c.id as "caseId", c.municipality_id as "municipalityId", o.branch_id as "branchId", o.staff_id as "staffId",
         o.until, d.id as "deadlineId", d.due_at as "dueAt"
       from (${ON_DUTY}) o join case_file c on c.branch_id = o.branch_id
       left join lateral (select d.id, d.due_at from deadline d
         where d.case_id = c.id and d.state = 'open' and (d.kind = 'protection-assessment' or d.kind like 'grade-%-assessment')
         order by d.due_at, d.id limit 1) d on true
       where o.municipality_id = any($1::uuid[])
         and ((c.state = 'received' and exists (select 1 from report_child k where k.case_id = c.id))
           or (c.state in ('graded','in-hub') and c.grade in ('red','orange')))
         and not exists (select 1 from assignment a where a.case_id = c.id and a.staff_id = o.staff_id and ${WORKS_ON})
       order by c.id, o.staff_id`,
      [municipalityIds],
    );
  }

  async hold(caseId: string): Promise<void> {
    await this.context.manager.query(`select pg_advisory_xact_lock(hashtextextended('duty:' || $1, 0))`, [caseId]);
  }
}
