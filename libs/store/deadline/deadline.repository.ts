import type { DeadlineKind } from '#domain/deadline/built-in-deadlines.js';
import {
  type DeadlineFactsRow,
  type DeadlineOutcomeRow,
  type DeadlinePlace,
  DeadlineStore,
  type NewDeadline,
} from '#use-cases/deadline/deadline.port.js';
import type { StoreContext } from '../caller/store-context.js';

export const DEADLINE_FACTS = `
  d.id, d.municipality_id as "municipalityId", d.branch_id as "branchId", d.kind, d.case_id as "caseId", d.about_id as "aboutId",
  d.starts_at as "startsAt", d.due_at as "dueAt", d.state, d.met_late as "metLate", d.void_reason as "voidReason",
  d.owner_unit_id as "ownerUnitId", d.owner_staff_id as "ownerStaffId", d.alarms, d.version`;

export class DeadlineRepository extends DeadlineStore {
  constructor(private readonly context: StoreContext) {
    super();
  }

  async getPlace(kind: DeadlineKind, of: { caseId: string | null; unitId: string }): Promise<DeadlinePlace> {
    const [where, id] = of.caseId === null ? ['unit', of.unitId] : ['case_file', of.caseId];
    const rows: DeadlinePlace[] = await this.context.manager.query(
      `select p.municipality_id as "municipalityId", p.branch_id as "branchId",
         case when s.kind is null then null
           else json_build_object('kind', s.kind, 'rule', s.rule, 'alarms', s.alarms, 'version', s.version) end as setting
       from ${where} p left join deadline_setting s on s.municipality_id = p.municipality_id and s.kind = $2
       where p.id = $1`,
      [id, kind],
    );
    const place = rows[0];
    if (!place) throw new Error(`the caller does not see the ${where} that a deadline is opened for`);
    return place;
  }

  async add(deadline: NewDeadline): Promise<{ id: string; added: boolean; dueAt: Date }> {
    const added: { id: string }[] = await this.context.manager.query(
      `insert into deadline (id, municipality_id, branch_id, kind, case_id, about_id, rule, source, starts_at, due_at,
         owner_unit_id, owner_staff_id, alarms, next_wake_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
       on conflict (kind, case_id, about_id, starts_at) where state = 'open' do nothing
       returning id`,
      [
        deadline.id,
        deadline.municipalityId,
        deadline.branchId,
        deadline.kind,
        deadline.caseId,
        deadline.aboutId,
        JSON.stringify(deadline.rule),
        deadline.source,
        deadline.startsAt,
        deadline.dueAt,
        deadline.ownerUnitId,
        deadline.ownerStaffId,
        JSON.stringify(deadline.alarms),
        deadline.nextWakeAt,
      ],
    );
    if (added.length > 0) return { id: deadline.id, added: true, dueAt: deadline.dueAt };
    const standing: { id: string; dueAt: Date }[] = await this.context.manager.query(
      `select id, due_at as "dueAt" from deadline
       where kind = $1 and case_id is not distinct from $2 and about_id is not distinct from $3 and starts_at = $4 and state = 'open'`,
      [deadline.kind, deadline.caseId, deadline.aboutId, deadline.startsAt],
    );
    const row = standing[0];
    if (!row) throw new Error('the deadline that stands already was settled meanwhile');
    return { ...row, added: false };
  }

  findRunning(wanted: {
    kind: DeadlineKind;
    caseId?: string | null;
    aboutId?: string | null;
  }): Promise<DeadlineFactsRow[]> {
    return this.context.manager.query(
      `select ${DEADLINE_FACTS} from deadline d
       where d.kind = $1 and ($2::uuid is null or d.case_id = $2) and ($3::uuid is null or d.about_id = $3)
         and (d.state = 'open' or (d.state = 'missed' and d.void_reason is null))
       order by d.id for update`,
      [wanted.kind, wanted.caseId ?? null, wanted.aboutId ?? null],
    );
  }

  findLifted(wanted: { caseId: string; reason: string; since: Date }): Promise<DeadlineFactsRow[]> {
    return this.context.manager.query(
      `select ${DEADLINE_FACTS} from deadline d
       where d.case_id = $1 and d.void_reason = $2 and d.settled_at >= $3 and d.state in ('void','missed')
       order by d.due_at, d.id for update`,
      [wanted.caseId, wanted.reason, wanted.since],
    );
  }

  async oweAgain(id: string): Promise<void> {
    await this.context.manager.query(
      `update deadline set void_reason = null, settled_by = null, settled_at = due_at, version = version + 1
       where id = $1 and state = 'missed'`,
      [id],
    );
  }

  async moveToCase(id: string, caseId: string): Promise<void> {
    await this.context.manager.query(`update deadline set case_id = $2, version = version + 1 where id = $1`, [
      id,
      caseId,
    ]);
  }

  async handOver(of: {
    aboutId: string;
    from: string;
    to: { staffId: string; unitId: string };
  }): Promise<readonly { id: string; branchId: string }[]> {
    const [rows]: [{ id: string; branchId: string }[], number] = await this.context.manager.query(
      `update deadline set owner_staff_id = $3, owner_unit_id = $4, version = version + 1
       where about_id = $1 and owner_staff_id = $2 and (state = 'open' or (state = 'missed' and void_reason is null))
       returning id, branch_id as "branchId"`,
      [of.aboutId, of.from, of.to.staffId, of.to.unitId],
    );
    return rows;
  }

  async settle(id: string, outcome: DeadlineOutcomeRow): Promise<void> {
    await this.context.manager.query(
      `update deadline set state = $2, met_late = $3, settled_at = $4, settled_by = $5, void_reason = $6,
         next_wake_at = null, version = version + 1 where id = $1`,
      [id, outcome.state, outcome.metLate, outcome.settledAt, outcome.settledBy, outcome.voidReason],
    );
  }
}
