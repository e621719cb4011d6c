import type { StaffCaller } from '#use-cases/gate/caller.js';
import { PlanPenStore, type PenRoom } from '#use-cases/plan/plan-pen.port.js';
import type { StoreContext } from '../caller/store-context.js';
import { AskEach, type Statement } from '../live/ask-each.js';

const ENTRIES: Statement = {
  name: 'pen_entries',
  types: ['uuid', 'uuid[]'],
  text: `select e.id, e.item_id as "itemId", p.purpose from plan_entry e join plan p on p.id = e.plan_id
    where e.group_id = $1 and e.id = any($2) order by e.id`,
};
/** Whoever has a seat that the reader sees, and whoever has a post in the reader’s house. */
const NAMES: Statement = {
  name: 'pen_names',
  types: ['uuid', 'uuid[]'],
  text: `select s.id, s.name from staff_member s where s.id = any($2) and (
      exists (select 1 from group_member m where m.group_id = $1 and m.staff_id = s.id and m.ends_at is null)
      or exists (select 1 from membership w join unit u on u.id = w.unit_id
        where w.staff_id = s.id and u.branch_id = (select caller.branch()) and w.starts_at <= clock.now()
          and (w.ends_at is null or w.ends_at > clock.now())))
    order by s.id`,
};

export class PlanPenRepository extends PlanPenStore {
  private readonly each: AskEach;

  constructor(context: StoreContext) {
    super();
    this.each = new AskEach(context);
  }

  async find(
    callers: readonly StaffCaller[],
    { groupId, entryIds, staffIds }: Parameters<PlanPenStore['find']>[1],
  ): Promise<PenRoom[]> {
    const answers = await this.each.askAll(callers, () => [
      { statement: ENTRIES, values: [groupId, `{${entryIds.join(',')}}`] },
      { statement: NAMES, values: [groupId, `{${staffIds.join(',')}}`] },
    ]);
    return answers.map(([entries = [], names = []]) => ({
      entries: entries as PenRoom['entries'],
      names: new Map((names as { id: string; name: string }[]).map(({ id, name }) => [id, name])),
    }));
  }
}
