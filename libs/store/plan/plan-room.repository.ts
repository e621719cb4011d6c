import type { Purpose } from '#domain/disclosure/vocabulary.js';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import type { HouseSeeing } from '#use-cases/gate/items.port.js';
import { PlanRoomStore, type RoomPlan } from '#use-cases/plan/plan-room.port.js';
import type { PlanActRow, PlanEntryRow } from '#use-cases/plan/plan.port.js';
import type { StoreContext } from '../caller/store-context.js';
import { SELECT_SEEING } from '../gate/item.repository.js';
import { membersOf, SELECT_MEMBERS, type MemberRead } from '../group/group.repository.js';
import { AskEach, type Statement } from '../live/ask-each.js';
import { IN_ORDER, SELECT_ENTRY, selectActs } from './plan.repository.js';

/**
 * What the policies let one reach of a plan, with the steps and the goals of what is asked for, each looked up by itself so that
 * no policy is asked of anything beside; all else that is read of it is the house's, whoever of it asks.
 */
const REACH: Statement = {
  name: 'room_plan_reach',
  types: ['uuid', 'uuid[]', 'boolean'],
  text: `select g.branch_id as "branchId", g.standing, g.formed_at as "formedAt", k.person_id as "personId",
      (select p.purpose from plan p where p.group_id = g.id) as purpose,
      array(select e.id::text from plan_entry e where e.group_id = g.id and ($3 or e.id = any($2)) ${IN_ORDER})
        || array(select e.id::text from plan_entry e where e.group_id = g.id and e.goal_id = any($2) order by e.id)
        || array(select e.id::text from plan_entry e where e.group_id = g.id
          and e.id = any(array(select s.goal_id from plan_entry s where s.id = any($2) and s.goal_id is not null)) order by e.id) as entries
    from collaboration_group g join lateral caller.group_case(g.id) k on true where g.id = $1 and g.level = 'persons'`,
};
const ENTRIES: Statement = {
  name: 'room_plan_entries',
  types: ['uuid[]'],
  text: `${SELECT_ENTRY} where e.id = any($1) ${IN_ORDER}`,
};
const ACTS: Statement = { name: 'room_plan_acts', types: ['uuid[]'], text: selectActs('a.entry_id = any($1)') };
const MEMBERS: Statement = { name: 'room_plan_members', types: ['uuid[]'], text: SELECT_MEMBERS };
/** The houses that have what the entries say. */
const SEEING: Statement = {
  name: 'room_plan_seeing',
  types: ['uuid[]'],
  text: SELECT_SEEING.replaceAll(
    'any($1::uuid[])',
    'any(array(select e.item_id from plan_entry e where e.id = any($1)))',
  ),
};

type Reached = RoomPlan['group'] & {
  readonly purpose: Purpose | null;
  readonly entries: readonly string[];
};

export class PlanRoomRepository extends PlanRoomStore {
  private readonly each: AskEach;

  constructor(context: StoreContext) {
    super();
    this.each = new AskEach(context);
  }

  async find(
    callers: readonly StaffCaller[],
    groupId: string,
    entryIds: readonly string[] | 'all',
  ): Promise<(RoomPlan | null)[]> {
    const wanted = entryIds === 'all' ? '{}' : `{${entryIds.join(',')}}`;
    const reached = (await this.each.ask<Reached>(callers, REACH, [groupId, wanted, String(entryIds === 'all')])).map(
      ([row]) => row ?? null,
    );
    const keys = callers.map(({ branchId }, at) => JSON.stringify([branchId, reached[at]]));
    const firsts = callers.filter((_, at) => reached[at] !== null && keys.indexOf(keys[at] ?? '') === at);
    const plans = new Map<string, RoomPlan>();
    const answers = await this.each.askAll(firsts, (caller) => {
      const entries = `{${reached[callers.indexOf(caller)]?.entries.join(',') ?? ''}}`;
      return [
        { statement: MEMBERS, values: [`{${groupId}}`] },
        ...[ENTRIES, ACTS, SEEING].map((statement) => ({ statement, values: [entries] })),
      ];
    });
    for (const [place, caller] of firsts.entries()) {
      const at = callers.indexOf(caller);
      const row = reached[at];
      if (row) plans.set(keys[at] ?? '', planOf(row, answers[place] ?? []));
    }
    return keys.map((key) => plans.get(key) ?? null);
  }
}

function planOf({ branchId, standing, formedAt, personId, purpose }: Reached, rows: readonly object[][]): RoomPlan {
  const [members = [], entries = [], acts = [], seeing = []] = rows;
  return {
    group: { branchId, standing, formedAt, personId },
    purpose,
    members: membersOf(members as MemberRead[]),
    entries: entries as PlanEntryRow[],
    acts: acts as PlanActRow[],
    seeing: seeing as HouseSeeing[],
  };
}
