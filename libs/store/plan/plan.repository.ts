import type { Purpose } from '#domain/disclosure/vocabulary.js';
import type { EntryState } from '#domain/plan/entry-states.js';
import {
  PlanStore,
  type CategoryChangeRow,
  type EntryChange,
  type NewEntry,
  type PlanActRow,
  type PlanEntryRow,
  type PlanGlance,
  type PlanRow,
} from '#use-cases/plan/plan.port.js';
import type { StoreContext } from '../caller/store-context.js';
import { wordsOf } from '../gate/words-of-item.js';

const WORDS = wordsOf('e.item_id', 'i.version', { by: 'e.by_staff', at: 'e.made_at' });

export const SELECT_ENTRY = `
  select e.id, e.group_id as "groupId", e.kind, e.item_id as "itemId", e.need_area as "needArea", e.goal_id as "goalId", e.owner_staff_id as "ownerStaffId",
    e.owner_branch_id as "ownerBranchId", s.name as "ownerName", u.name as "ownerUnitName", e.promised_by as "promisedBy",
    e.for_family as "forFamily", e.proposal_id as "proposalId", e.starts_on::text as "startsOn",
    e.follow_up_on::text as "followUpOn",
    case when e.unit is not null then json_build_object('unit', e.unit, 'better', e.better, 'cadence', e.cadence) end as measured, e.state, w.name as "byName", e.by_branch as "byBranch", e.made_at as "madeAt", e.version,
    ${WORDS.columns}
  from plan_entry e join staff_member w on w.id = e.by_staff left join item i on i.id = e.item_id ${WORDS.join}
    left join staff_member s on s.id = e.owner_staff_id left join unit u on u.id = e.owner_unit_id`;

/** As screens put them too, which know no smaller parts of a second. */
export const IN_ORDER = `order by date_trunc('milliseconds', e.made_at), e.id`;

/** What has become of entries, oldest first; `which` follows `where`. */
export const selectActs = (which: string): string => `
  select a.id, a.entry_id as "entryId", a.act, a.result, a.item_id as "itemId", s.name as "byName", a.at
  from plan_act a join plan_entry e on e.id = a.entry_id join staff_member s on s.id = a.by_staff
  where ${which} order by a.at, a.id`;

export class PlanRepository extends PlanStore {
  constructor(private readonly context: StoreContext) {
    super();
  }

  async find(groupId: string): Promise<PlanRow | undefined> {
    const rows: PlanRow[] = await this.query(
      `select id, group_id as "groupId", purpose from plan where group_id = $1`,
      [groupId],
    );
    return rows[0];
  }

  async open({ id, groupId, caseId, purpose }: PlanRow & { caseId: string }): Promise<void> {
    await this.query(
      `insert into plan (id, group_id, case_id, purpose, opened_by) values ($1, $2, $3, $4, caller.staff()) on conflict (group_id) do nothing`,
      [id, groupId, caseId, purpose],
    );
  }

  async setPurpose(planId: string, purpose: Purpose): Promise<void> {
    await this.query(`update plan set purpose = $2 where id = $1`, [planId, purpose]);
  }

  async glance(groupId: string): Promise<PlanGlance> {
    const [row]: PlanGlance[] = await this.query(
      `select count(*)::int as measures, min(follow_up_on)::text as "followUpOn" from plan_entry
       where group_id = $1 and kind = 'measure' and state in ('planned','running','paused')`,
      [groupId],
    );
    return row ?? { measures: 0, followUpOn: null };
  }

  findEntries(groupId: string): Promise<PlanEntryRow[]> {
    return this.query(`${SELECT_ENTRY} where e.group_id = $1 ${IN_ORDER}`, [groupId]);
  }

  async findEntry(id: string): Promise<PlanEntryRow | undefined> {
    const rows: PlanEntryRow[] = await this.query(`${SELECT_ENTRY} where e.id = $1`, [id]);
    return rows[0];
  }

  async addEntry(e: NewEntry): Promise<void> {
    await this.query(
      `insert into plan_entry (id, plan_id, group_id, case_id, kind, item_id, need_area, goal_id, owner_branch_id, owner_unit_id,
         owner_staff_id, promised_by, for_family, proposal_id, starts_on, follow_up_on, state, unit, better, cadence, by_staff, by_branch)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, caller.staff(), caller.branch())`,
      [
        e.id,
        e.planId,
        e.groupId,
        e.caseId,
        e.kind,
        e.itemId,
        e.needArea,
        e.goalId,
        e.owner?.branchId ?? null,
        e.owner?.unitId ?? null,
        e.owner?.staffId ?? null,
        e.promisedBy,
        e.forFamily,
        e.proposalId,
        e.startsOn,
        e.followUpOn,
        e.state,
        e.measured?.unit ?? null,
        e.measured?.better ?? null,
        e.measured?.cadence ?? null,
      ],
    );
  }

  async changeEntry(id: string, expectedVersion: number, to: EntryChange): Promise<boolean> {
    const columns: readonly (readonly [string, unknown])[] = [
      ['need_area', to.needArea],
      ['state', to.state],
      ['owner_branch_id', to.owner?.branchId],
      ['owner_unit_id', to.owner?.unitId],
      ['owner_staff_id', to.owner?.staffId],
      ['promised_by', to.promisedBy],
      ['for_family', to.forFamily],
      ['starts_on', to.startsOn],
      ['follow_up_on', to.followUpOn],
    ];
    const given = columns.filter(([, value]) => value !== undefined);
    const sets = given.map(([column], at) => `${column} = $${at + 3}, `).join('');
    const answer: [unknown[], number] = await this.query(
      `update plan_entry set ${sets}version = version + 1 where id = $1 and version = $2`,
      [id, expectedVersion, ...given.map(([, value]) => value)],
    );
    return answer[1] === 1;
  }

  async releaseOwned(groupId: string, staffId: string): Promise<string[]> {
    const [rows]: [{ id: string }[], number] = await this.query(
      `update plan_entry set owner_branch_id = null, owner_unit_id = null, owner_staff_id = null, version = version + 1
       where group_id = $1 and owner_staff_id = $2 and state in ('planned','running','paused','standing') returning id`,
      [groupId, staffId],
    );
    return rows.map(({ id }) => id);
  }

  findActs(groupId: string): Promise<PlanActRow[]> {
    return this.query(selectActs('e.group_id = $1'), [groupId]);
  }

  async addAct(
    a: Pick<PlanActRow, 'id' | 'entryId' | 'act' | 'result' | 'itemId'> & { state: EntryState },
  ): Promise<void> {
    await this.query(
      `insert into plan_act (id, entry_id, act, state, result, item_id, by_staff, by_branch)
       values ($1, $2, $3, $4, $5, $6, caller.staff(), caller.branch())`,
      [a.id, a.entryId, a.act, a.state, a.result, a.itemId],
    );
  }

  findCategoryChanges(groupId: string): Promise<CategoryChangeRow[]> {
    return this.query(
      `select c.id, c.entry_id as "entryId", c.from_category as from, c.to_category as to, c.reason_item_id as "reasonItemId",
         s.name as "byName", c.at
       from plan_entry_category c join plan_entry e on e.id = c.entry_id join staff_member s on s.id = c.by_staff
       where e.group_id = $1 order by c.at, c.id`,
      [groupId],
    );
  }

  async addCategoryChange(c: Omit<CategoryChangeRow, 'byName' | 'at'>): Promise<void> {
    await this.query(
      `insert into plan_entry_category (id, entry_id, from_category, to_category, reason_item_id, by_staff, by_branch)
       values ($1, $2, $3, $4, $5, caller.staff(), caller.branch())`,
      [c.id, c.entryId, c.from, c.to, c.reasonItemId],
    );
  }

  private query<T>(sql: string, values: unknown[]): Promise<T> {
    return this.context.manager.query(sql, values);
  }
}
