import {
  PlanNewsStore,
  type EarlierRow,
  type NewsCount,
  type PlanNewsRow,
  type PlanValueRow,
} from '#use-cases/plan/plan-news.port.js';
import type { StoreContext } from '../caller/store-context.js';
import { wordsOf } from '../gate/words-of-item.js';

const NEWS_WORDS = wordsOf('n.item_id', 'i.version', { by: 'n.by_staff', at: 'n.made_at' });
const VALUE_WORDS = wordsOf('v.item_id', 'i.version', { by: 'v.by_staff', at: 'v.made_at' });

const SELECT_NEWS = `
  select n.id, n.group_id as "groupId", n.kind, n.item_id as "itemId", s.name as "byName", n.by_branch as "byBranch", n.made_at as "madeAt",
    n.taken_out_at as "takenOutAt", ${NEWS_WORDS.columns}
  from plan_news n join staff_member s on s.id = n.by_staff left join item i on i.id = n.item_id ${NEWS_WORDS.join}`;

const SELECT_VALUE = `
  select v.id, v.series_id as "seriesId", v.period::text as period, v.item_id as "itemId", s.name as "byName", v.by_branch as "byBranch",
    v.made_at as "madeAt", ${VALUE_WORDS.columns}
  from plan_value v join staff_member s on s.id = v.by_staff left join item i on i.id = v.item_id ${VALUE_WORDS.join}`;

export class PlanNewsRepository extends PlanNewsStore {
  constructor(private readonly context: StoreContext) {
    super();
  }

  findOfGroup(groupId: string): Promise<PlanNewsRow[]> {
    return this.query(`${SELECT_NEWS} where n.group_id = $1 order by n.made_at, n.id`, [groupId]);
  }

  async find(id: string): Promise<PlanNewsRow | undefined> {
    const rows: PlanNewsRow[] = await this.query(`${SELECT_NEWS} where n.id = $1`, [id]);
    return rows[0];
  }

  async add(
    n: Pick<PlanNewsRow, 'id' | 'groupId' | 'kind' | 'itemId'> & { planId: string; caseId: string },
  ): Promise<void> {
    await this.query(
      `insert into plan_news (id, plan_id, group_id, case_id, kind, item_id, by_staff, by_branch)
       values ($1, $2, $3, $4, $5, $6, caller.staff(), caller.branch())`,
      [n.id, n.planId, n.groupId, n.caseId, n.kind, n.itemId],
    );
  }

  async takeOut(id: string, reasonItemId: string): Promise<boolean> {
    const answer: [unknown[], number] = await this.query(
      `update plan_news set taken_out_at = clock.now(), taken_out_by = caller.staff(), reason_item_id = $2 where id = $1 and taken_out_at is null`,
      [id, reasonItemId],
    );
    return answer[1] === 1;
  }

  countSinceMet(groupIds: readonly string[]): Promise<NewsCount[]> {
    return this.query(
      `select n.group_id as "groupId", (count(*) filter (where n.kind = 'good-news'))::int as good, count(*)::int as all
       from plan_news n join collaboration_group g on g.id = n.group_id
       where n.group_id = any($1) and n.taken_out_at is null and (g.last_met_at is null or n.made_at >= g.last_met_at)
       group by n.group_id`,
      [groupIds],
    );
  }

  findValues(groupId: string): Promise<PlanValueRow[]> {
    return this.query(`${SELECT_VALUE} where v.group_id = $1 order by v.period, v.id`, [groupId]);
  }

  async findValue(id: string): Promise<PlanValueRow | undefined> {
    const rows: PlanValueRow[] = await this.query(`${SELECT_VALUE} where v.id = $1`, [id]);
    return rows[0];
  }

  async addValue(
    v: Pick<PlanValueRow, 'id' | 'seriesId' | 'period' | 'itemId'> & { groupId: string; caseId: string },
  ): Promise<boolean> {
    const rows: unknown[] = await this.query(
      `insert into plan_value (id, series_id, group_id, case_id, period, item_id, by_staff, by_branch)
       values ($1, $2, $3, $4, $5, $6, caller.staff(), caller.branch()) on conflict (series_id, period) do nothing returning id`,
      [v.id, v.seriesId, v.groupId, v.caseId, v.period, v.itemId],
    );
    return rows.length === 1;
  }

  async moveValue(id: string, period: string): Promise<boolean> {
    try {
      await this.query(`update plan_value set period = $2 where id = $1 and period <> $2::date`, [id, period]);
      return true;
    } catch (error) {
      // The other may be one that the caller does not see.
      if (isTaken(error)) return false;
      throw error;
    }
  }

  findEarlier(itemIds: readonly string[]): Promise<EarlierRow[]> {
    return this.query(
      `select w.item_id as "itemId", w.version, w.category, w.ciphertext, w.key_version as "keyVersion", coalesce(s.name, '') as "byName",
         w.written_at as at
       from item_version w left join staff_member s on s.id = w.written_by
       where w.item_id = any($1::uuid[]) order by w.item_id, w.version`,
      [itemIds],
    );
  }

  private query<T>(sql: string, values: unknown[]): Promise<T> {
    return this.context.manager.query(sql, values);
  }
}

const UNIQUE_VIOLATION = '23505';
const isTaken = (error: unknown): boolean =>
  (error as { readonly driverError?: { readonly code?: unknown } }).driverError?.code === UNIQUE_VIOLATION;
