import type { Duty } from '#domain/organisation/duty-roster.js';
import type { Membership } from '#domain/organisation/membership.js';
import type { DeadlineFactsRow } from '#use-cases/deadline/deadline.port.js';
import { type AudienceFacts, type WakeAt, WakeStore } from '#use-cases/deadline/wake.port.js';
import type { StoreContext } from '../caller/pg-as-caller.js';
import { DEADLINE_FACTS } from './deadline.repository.js';

interface AudienceRow {
  memberships: (Omit<Membership, 'from' | 'until'> & { from: string; until: string | null })[] | null;
  duties: (Omit<Duty, 'from' | 'until'> & { from: string; until: string })[] | null;
  emergencyUnitId: string | null;
  assignedStaff: string[] | null;
}

/** One statement for all that an alarm asks; what is in force is decided again by the rule. */
const AUDIENCE = `
  with emergency as (
    select u.id from unit u where u.municipality_id = $1 and u.kind = 'emergency' order by (u.branch_id = $2) desc, u.id limit 1
  )
  select
    (select json_agg(json_build_object('id', m.id, 'member', m.staff_id, 'house', u.branch_id, 'unit', m.unit_id, 'role', m.role,
        'leader', m.rank = 'leader', 'from', m.starts_at, 'until', m.ends_at) order by m.starts_at, m.id)
      from membership m join unit u on u.id = m.unit_id join staff_member s on s.id = m.staff_id
      where u.branch_id = $2 and s.disabled_at is null and m.starts_at <= clock.now() and (m.ends_at is null or m.ends_at > clock.now())) as memberships,
    (select json_agg(json_build_object('unit', d.unit_id, 'member', d.staff_id, 'part', d.rank, 'from', d.starts_at, 'until', d.ends_at) order by d.starts_at, d.id)
      from duty_shift d join staff_member s on s.id = d.staff_id
      where d.unit_id in ($3, (select id from emergency)) and s.disabled_at is null and d.starts_at <= clock.now() and d.ends_at > clock.now()) as duties,
    (select id from emergency) as "emergencyUnitId",
    (select json_agg(distinct a.staff_id) from assignment a
      where a.case_id = $4 and a.staff_id is not null and a.starts_at <= clock.now() and (a.ends_at is null or a.ends_at > clock.now())) as "assignedStaff"`;

export class WakeRepository extends WakeStore {
  constructor(private readonly context: StoreContext) {
    super();
  }

  async take(id: string): Promise<DeadlineFactsRow | undefined> {
    const rows: DeadlineFactsRow[] = await this.context.manager.query(
      `select ${DEADLINE_FACTS} from deadline d where d.id = $1 and d.next_wake_at is not null for update skip locked`,
      [id],
    );
    return rows[0];
  }

  async findDone(id: string): Promise<ReadonlySet<string>> {
    const rows: { key: string }[] = await this.context.manager.query(
      `select key from deadline_effect where deadline_id = $1`,
      [id],
    );
    return new Set(rows.map(({ key }) => key));
  }

  async recordEffect(id: string, key: string, late: boolean): Promise<boolean> {
    const rows: unknown[] = await this.context.manager.query(
      `insert into deadline_effect (deadline_id, key, late) values ($1, $2, $3) on conflict (deadline_id, key) do nothing returning key`,
      [id, key, late],
    );
    return rows.length === 1;
  }

  async miss(id: string, at: Date): Promise<void> {
    await this.context.manager.query(
      `update deadline set state = 'missed', settled_at = $2, settled_by = null, version = version + 1 where id = $1 and state = 'open'`,
      [id, at],
    );
  }

  async setNextWake(id: string, at: Date | null): Promise<void> {
    await this.context.manager.query(`update deadline set next_wake_at = $2 where id = $1`, [id, at]);
  }

  async getAudience(deadline: DeadlineFactsRow): Promise<AudienceFacts> {
    const rows: AudienceRow[] = await this.context.manager.query(AUDIENCE, [
      deadline.municipalityId,
      deadline.branchId,
      deadline.ownerUnitId,
      deadline.caseId,
    ]);
    const row = rows[0];
    const period = ({ from, until }: { from: string; until: string | null }) => ({
      from: Date.parse(from),
      until: until === null ? null : Date.parse(until),
    });
    return {
      memberships: (row?.memberships ?? []).map((m) => ({ ...m, ...period(m) })),
      duties: (row?.duties ?? []).map((d) => ({ ...d, ...period(d) })),
      emergencyUnitId: row?.emergencyUnitId ?? null,
      assignedStaff: row?.assignedStaff ?? [],
    };
  }

  findWakes(until: Date, most: number, after: WakeAt | null): Promise<WakeAt[]> {
    return this.context.manager.query(
      `select id as "deadlineId", next_wake_at as at from deadline
       where next_wake_at <= $1 and ($3::timestamptz is null or (next_wake_at, id) > ($3, $4::uuid))
       order by next_wake_at, id limit $2`,
      [until, most, after?.at ?? null, after?.deadlineId ?? null],
    );
  }
}
