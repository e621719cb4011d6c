import { Injectable } from '@nestjs/common';
import type { MeetingEvent } from '#domain/meeting/meeting-event.js';
import { AsCaller } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { Gate } from '../gate/open.js';
import { ItemStore } from '../gate/items.port.js';
import type { ReleasedItem, Withheld } from '../gate/released.js';
import { notFound } from '../failure.js';
import { HubStore } from '../hub/hub.port.js';
import { BoardStore } from './board.port.js';

export interface BoardPart {
  readonly events: readonly MeetingEvent[];
  /** What the events speak of, as the gate lets this reader see it. */
  readonly released: readonly ReleasedItem[];
  readonly withheld: readonly Withheld[];
}

/**
 * The board from a given event on, so that who comes late or comes back catches up exactly; every item is decided on and
 * logged for this very reader (OSL 26:1; design: one gate).
 */
@Injectable()
export class ReadBoard {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly gate: Gate,
  ) {}

  /** `most`: at most so many events, for a screen that is told of one. */
  async run(
    caller: StaffCaller,
    asked: { readonly hubId: string; readonly afterSeq: number; readonly most?: number },
  ): Promise<BoardPart> {
    const found = await this.asCaller.run(caller, async (tx) => {
      if (!(await tx.of(HubStore).findHub(asked.hubId))) throw notFound();
      const all = await tx.of(BoardStore).findEvents(asked.hubId, asked.afterSeq);
      const events = asked.most === undefined ? all : all.slice(0, asked.most);
      const ids = [...new Set(events.flatMap(itemsOf))];
      return { events, sealed: await tx.of(ItemStore).findSealed(ids), ids, asOf: tx.now };
    });
    const opened = await this.gate.openItems({ caller, asOf: found.asOf, purpose: 'investigate-need' }, found.sealed);
    // An item that the database keeps from this reader is as closed as one that the gate refuses.
    const seen = new Set(found.sealed.map(({ itemId }) => itemId));
    const hidden = found.ids
      .filter((id) => !seen.has(id))
      .map((id): Withheld => ({ id, outcome: 'refuse', ground: 'need-to-know' }));
    return { events: found.events, released: opened.released, withheld: [...opened.withheld, ...hidden] };
  }
}

/** The items that an event brings to the board. */
export function itemsOf(event: MeetingEvent): readonly string[] {
  switch (event.kind) {
    case 'PictureGiven':
      return event.items.map(({ item }) => item);
    case 'MapEntryPut':
      return [event.entry.item];
    case 'TextSaved':
      return [event.item];
    case 'DecisionMade':
      return [event.reasons];
    default:
      return [];
  }
}
