import type { Duty } from '#domain/organisation/duty-roster.js';
import type { Membership } from '#domain/organisation/membership.js';
import type { DeadlineFactsRow } from '#use-cases/deadline/deadline.port.js';
import {
  type AudienceFacts,
  type EffectToRecord,
  type TakenDeadline,
  type WakeOutcome,
  WakeStore,
} from '#use-cases/deadline/wake.port.js';
import type { StoreContext } from '../caller/store-context.js';
import { DEADLINE_FACTS } from './deadline.repository.js';

interface AudienceRow {
  memberships: (Omit<Membership, 'from' | 'until'> & { from: string; until: string | null })[] | null;
  duties: (Omit<Duty, 'from' | 'until'> & { from: string; until: string })[] | null;
  emergencies: { branchId: string; unitId: string | null }[] | null;
  assigned: { caseId: string; staffId: string | null; unitId: string | null }[] | null;
}

/** One statement for all that the alarms of any number of deadlines ask; what is in force is decided again by the rule. */
const AUDIENCES = `
  with place as (select distinct municipality_id, branch_id from unnest($1::uuid[], $2::uuid[]) as p(municipality_id, branch_id)),
  emergency as (
    select p.branch_id, (select u.id from unit u where u.municipality_id = p.municipality_id and u.kind = 'emergency'
      order by (u.branch_id = p.branch_id) desc, u.id limit 1) as unit_id
    from place p
  )
  select
    (select json_agg(json_build_object('id', m.id, 'member', m.staff_id, 'house', u.branch_id, 'unit', m.unit_id, 'role', m.role,
        'leader', m.rank = 'leader', 'from', m.starts_at, 'until', m.ends_at) order by m.starts_at, m.id)
      from membership m join unit u on u.id = m.unit_id join staff_member s on s.id = m.staff_id
      where u.branch_id = any($2::uuid[]) and s.disabled_at is null and m.starts_at <= clock.now() and (m.ends_at is null or m.ends_at > clock.now())) as memberships,
    (select json_agg(json_build_object('unit', d.unit_id, 'member', d.staff_id, 'part', d.rank, 'from', d.starts_at, 'until', d.ends_at) order by d.starts_at, d.id)
      from duty_shift d join staff_member s on s.id = d.staff_id
      where (d.unit_id = any($3::uuid[]) or d.unit_id in (select unit_id from emergency))
        and s.disabled_at is null and d.starts_at <= clock.now() and d.ends_at > clock.now()) as duties,
    (select json_agg(json_build_object('branchId', branch_id, 'unitId', unit_id)) from emergency) as emergencies,
    (select json_agg(json_build_object('caseId', a.case_id, 'staffId', a.staff_id, 'unitId', a.unit_id)) from (
      select distinct case_id, staff_id, unit_id from assignment
      where case_id = any($4::uuid[]) and starts_at <= clock.now() and (ends_at is null or ends_at > clock.now())
      order by case_id, staff_id, unit_id) a) as assigned`;

/** Not `for update`: a notice that names the deadline would hide it from its own alarm. */
const TAKE = `
  select ${DEADLINE_FACTS}, array(select e.key from deadline_effect e where e.deadline_id = d.id) as done from deadline d`;

export class WakeRepository extends WakeStore {
  constructor(private readonly context: StoreContext) {
    super();
  }

  async take(id: string): Promise<TakenDeadline | undefined> {
    const rows: TakenDeadline[] = await this.context.manager.query(
      `${TAKE} where d.id = $1 and d.next_wake_at is not null for no key update of d skip locked`,
      [id],
    );
    return rows[0];
  }

  takeDue(by: Date, most: number): Promise<TakenDeadline[]> {
    return this.context.manager.query(
      `${TAKE} where d.next_wake_at <= $1 order by d.next_wake_at, d.id limit $2 for no key update of d skip locked`,
      [by, most],
    );
  }

  recordEffects(effects: readonly EffectToRecord[]): Promise<Omit<EffectToRecord, 'late'>[]> {
    return this.context.manager.query(
      `insert into deadline_effect (deadline_id, key, late) select * from unnest($1::uuid[], $2::text[], $3::boolean[])
       on conflict (deadline_id, key) do nothing returning deadline_id as "deadlineId", key`,
      [effects.map((e) => e.deadlineId), effects.map((e) => e.key), effects.map((e) => e.late)],
    );
  }

  async setOutcomes(outcomes: readonly WakeOutcome[]): Promise<void> {
    await this.context.manager.query(
      `update deadline d set next_wake_at = o.next_wake_at,
         state = case when o.missed and d.state = 'open' then 'missed' else d.state end,
         settled_at = case when o.missed and d.state = 'open' then d.due_at else d.settled_at end,
         version = d.version + (o.missed and d.state = 'open')::int
       from unnest($1::uuid[], $2::boolean[], $3::timestamptz[]) as o(id, missed, next_wake_at) where d.id = o.id`,
      [outcomes.map((o) => o.deadlineId), outcomes.map((o) => o.missed), outcomes.map((o) => o.nextWakeAt)],
    );
  }

  async getAudiences(deadlines: readonly DeadlineFactsRow[]): Promise<ReadonlyMap<string, AudienceFacts>> {
    const rows: AudienceRow[] = await this.context.manager.query(AUDIENCES, [
      deadlines.map((d) => d.municipalityId),
      deadlines.map((d) => d.branchId),
      distinct(deadlines.map((d) => d.ownerUnitId)),
      distinct(deadlines.map((d) => d.caseId)),
    ]);
    const row = rows[0];
    const memberships = groupBy((row?.memberships ?? []).map(withPeriod), ({ house }) => house);
    const duties = (row?.duties ?? []).map(withPeriod);
    const emergencies = new Map((row?.emergencies ?? []).map(({ branchId, unitId }) => [branchId, unitId]));
    const assigned = groupBy(row?.assigned ?? [], ({ caseId }) => caseId);
    return new Map(
      deadlines.map(({ id, branchId, caseId }) => {
        const works = caseId === null ? [] : (assigned.get(caseId) ?? []);
        return [
          id,
          {
            memberships: memberships.get(branchId) ?? [],
            duties,
            emergencyUnitId: emergencies.get(branchId) ?? null,
            assignedStaff: distinct(works.map(({ staffId }) => staffId)),
            assignedUnits: distinct(works.map(({ unitId }) => unitId)),
          },
        ];
      }),
    );
  }

  async putOff(id: string, until: Date): Promise<void> {
    await this.context.manager.query(`update deadline set next_wake_at = $2 where id = $1 and next_wake_at < $2`, [
      id,
      until,
    ]);
  }

  async findWakeTimes(after: Date, until: Date, most: number): Promise<Date[]> {
    const rows: { at: Date }[] = await this.context.manager.query(
      `select distinct next_wake_at as at from deadline where next_wake_at > $1 and next_wake_at <= $2 order by 1 limit $3`,
      [after, until, most],
    );
    return rows.map(({ at }) => at);
  }

  async isOverdue(before: Date): Promise<boolean> {
    const rows: unknown[] = await this.context.manager.query(
      `select 1 from deadline where next_wake_at < $1 limit 1 for share skip locked`,
      [before],
    );
    return rows.length > 0;
  }
}

const distinct = (ids: readonly (string | null)[]): string[] => [...new Set(ids.filter((id) => id !== null))];

const withPeriod = <T extends { readonly from: string; readonly until: string | null }>(row: T) => ({
  ...row,
  from: Date.parse(row.from),
  until: row.until === null ? null : Date.parse(row.until),
});

function groupBy<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return groups;
}
