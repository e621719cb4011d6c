import type { StaffCaller } from '#use-cases/gate/caller.js';
import type { SealedItem } from '#use-cases/gate/sealed.js';
import type { HubKind } from '#use-cases/hub/hub.port.js';
import { RoomStore, type RoomEvents, type Watched } from '#use-cases/live/room.port.js';
import type { Purpose } from '#domain/disclosure/vocabulary.js';
import type { StoreContext } from '../caller/store-context.js';
import { selectSealed, sealedOf, type ItemRow } from '../gate/item.repository.js';
import { epochOf } from '../gate/sight.repository.js';
import { AskEach, type Statement } from './ask-each.js';
import { boardEvents, eventsOf, withoutGaps, type EventRow } from '../meeting/board.repository.js';

const SEEING: Readonly<Record<Watched, Statement>> = {
  hub: seeing('hub', 'select 1 from hub where id = $1'),
  case_file: seeing('case_file', 'select 1 from case_file where id = $1'),
  deadline: seeing('deadline', 'select 1 from deadline where id = $1'),
  // What a meeting has written, the reason of an amendment by its item, or the meeting itself.
  meeting_row: seeing(
    'meeting_row',
    ['hub', 'meeting_point', 'minute_line', 'meeting_decision', 'item']
      .map((table) => `select 1 from ${table} where id = $1`)
      .join(' union all '),
  ),
  plan_entry: seeing('plan_entry', 'select 1 from plan_entry where id = $1 union all select 1 from plan where id = $1'),
  plan_voice: seeing('plan_voice', 'select 1 from plan_voice where id = $1'),
  plan_news: seeing(
    'plan_news',
    'select 1 from plan_news where id = $1 union all select 1 from plan_value where id = $1',
  ),
  // What has just left someone must leave their screen too: who has worked on it hears.
  'work-on-case': seeing('work', 'select 1 where caller.has_worked_on($1)'),
  'left-case': seeing('left', 'select 1 where caller.has_worked_on($1) and not caller.works_on($1)'),
};

function seeing(name: string, text: string): Statement {
  return { name: `room_sees_${name}`, types: ['uuid'], text };
}

const LEFT: Statement = { name: 'room_left', types: ['uuid'], text: 'select id from caller.left_with($1) order by id' };

/** A hub that is seen answers at least one row. */
const EVENTS: Statement = {
  name: 'room_events',
  types: ['uuid', 'integer', 'integer'],
  text: `select h.kind as hub_kind, h.purpose, caller.last_board_seq(h.id) as last, e.seq, e.kind, e.payload, e.by_staff, e.at from hub h
    left join (${boardEvents('and seq <= $3')}) e on true where h.id = $1 order by e.seq`,
};

/**
 * What the policies let one reach of an item, and which of a decision's facts are one's own: whether one works on its case,
 * stands on the short list, and sees whom it is about. All else that SEALED reads is the house's, whoever of it asks. It is read
 * before that, and so is the count that what is decided on it must still have.
 */
const REACH: Statement = {
  name: 'room_reach',
  types: ['uuid[]'],
  text: `select i.id, ${epochOf('i.case_id')} as epoch, caller.works_on(i.case_id) as assigned,
      (select json_agg(json_build_array(p.id, caller.is_named_for(s.person_id)) order by s.position)
        from item_subject s left join person p on p.id = s.person_id where s.item_id = i.id) as subjects
    from item i where i.id = any($1) order by i.id`,
};

interface Reached {
  readonly id: string;
  readonly epoch: number;
}

const SEALED: Statement = {
  name: 'room_sealed',
  types: ['uuid[]'],
  text: selectSealed('where i.id = any($1)'),
};

export class RoomRepository extends RoomStore {
  private readonly each: AskEach;

  constructor(context: StoreContext) {
    super();
    this.each = new AskEach(context);
  }

  async findSeeing(callers: readonly StaffCaller[], what: Watched, id: string): Promise<boolean[]> {
    const answers = await this.each.ask(callers, SEEING[what], [id]);
    return answers.map((rows) => rows.length > 0);
  }

  async findLeft(callers: readonly StaffCaller[], about: string): Promise<string[][]> {
    const answers = await this.each.ask<{ id: string }>(callers, LEFT, [about]);
    return answers.map((rows) => rows.map(({ id }) => id));
  }

  async findEvents(
    callers: readonly StaffCaller[],
    hubId: string,
    { after, upTo }: { readonly after: number; readonly upTo: number },
  ): Promise<(RoomEvents | null)[]> {
    const answers = await this.each.ask<Partial<EventRow> & { hub_kind: HubKind; purpose: Purpose; last: number }>(
      callers,
      EVENTS,
      [hubId, String(after), String(upTo)],
    );
    return answers.map((rows) => {
      const [first] = rows;
      if (!first) return null;
      const events = withoutGaps(eventsOf(rows), after, Math.min(first.last, upTo));
      return { kind: first.hub_kind, purpose: first.purpose, events };
    });
  }

  async findSealed(callers: readonly StaffCaller[], itemIds: readonly string[]): Promise<SealedItem[][]> {
    if (itemIds.length === 0) return callers.map(() => []);
    const wanted = `{${itemIds.join(',')}}`;
    const reached = await this.each.ask<Reached>(callers, REACH, [wanted]);
    // Those of one house who reach the same in the same way are given the same facts: the first of them asks for all.
    const groupOf = callers.map((caller, at) => JSON.stringify([caller.branchId, reached[at]]));
    const firsts = callers.filter((_, at) => reached[at]?.length && groupOf.indexOf(groupOf[at] ?? '') === at);
    const rows = await this.each.ask<ItemRow>(firsts, SEALED, [wanted]);
    const facts = new Map(
      firsts.map((first, at) => {
        const epochs = new Map(reached[callers.indexOf(first)]?.map(({ id, epoch }) => [id, epoch]));
        // What has left one of them in between is read again for each by themselves; what came to the first alone is not the others’.
        const byId = new Map(
          sealedOf(rows[at] ?? []).flatMap((item) => {
            const epoch = epochs.get(item.itemId);
            return epoch === undefined ? [] : [[item.itemId, { ...item, sight: { ...item.sight, epoch } }]];
          }),
        );
        return [groupOf[callers.indexOf(first)], itemIds.flatMap((id) => byId.get(id) ?? [])];
      }),
    );
    return groupOf.map((group) => facts.get(group) ?? []);
  }
}
