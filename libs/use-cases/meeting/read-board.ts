import { Injectable } from '@nestjs/common';
import type { MeetingEvent } from '#domain/meeting/meeting-event.js';
import type { Capability } from '#domain/organisation/capability.js';
import { AsCaller } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { Gate, type Opened } from '../gate/open.js';
import { ItemStore } from '../gate/items.port.js';
import type { ReleasedItem, Withheld } from '../gate/released.js';
import type { SealedItem } from '../gate/sealed.js';
import { notFound } from '../failure.js';
import { HubStore } from '../hub/hub.port.js';
import { ReadRoom, type Seat } from '../live/read-room.js';
import { RoomStore } from '../live/room.port.js';
import { BoardStore } from './board.port.js';

export interface BoardPart {
  readonly events: readonly MeetingEvent[];
  /** What the events speak of, as the gate lets this reader see it. */
  readonly released: readonly ReleasedItem[];
  readonly withheld: readonly Withheld[];
}

/** What a room of screens is told of a board. */
export interface BoardTold {
  /** By session; null for whom the hub is not there any more. */
  readonly parts: ReadonlyMap<string, { readonly caller: StaffCaller; readonly part: BoardPart | null }>;
  readonly ended: readonly string[];
}

const PURPOSE = 'investigate-need';

/**
 * The board from a given event on, so that who comes late or comes back catches up exactly; every item is decided on and
 * logged for each reader by themselves (OSL 26:1; design: one gate).
 */
@Injectable()
export class ReadBoard {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly gate: Gate,
    private readonly room: ReadRoom,
  ) {}

  async run(caller: StaffCaller, asked: { readonly hubId: string; readonly afterSeq: number }): Promise<BoardPart> {
    const found = await this.asCaller.run(caller, async (tx) => {
      if (!(await tx.of(HubStore).findHub(asked.hubId))) throw notFound();
      const events = await tx.of(BoardStore).findEvents(asked.hubId, asked.afterSeq);
      const ids = itemIdsOf(events);
      return { events, sealed: await tx.of(ItemStore).findSealed(ids), ids, asOf: tx.now };
    });
    const opened = await this.gate.openItems({ caller, asOf: found.asOf, purpose: PURPOSE }, found.sealed);
    return partOf(found.events, found.ids, found.sealed, opened);
  }

  /** The events between two numbers for everyone who shows the board, in one transaction for all of them. */
  async forRoom(
    seats: readonly Seat[],
    asked: {
      readonly hubId: string;
      readonly requires: Capability;
      readonly numbers: { readonly after: number; readonly upTo: number };
    },
  ): Promise<BoardTold> {
    const { readers, ended, asOf, found } = await this.room.run(seats, asked.requires, async (tx, everyone) => {
      const rooms = tx.of(RoomStore);
      const events = await rooms.findEvents(everyone, asked.hubId, asked.numbers);
      const seeing = everyone.flatMap((caller, at) => {
        const own = events[at];
        return own ? [{ caller, events: own }] : [];
      });
      // Which items an event brings is the same for whoever reads it; which of them one may see is not.
      const ids = itemIdsOf(seeing[0]?.events ?? []);
      const sealed = await rooms.findSealed(
        seeing.map(({ caller }) => caller),
        ids,
      );
      return seeing.map((one, at) => ({ ...one, ids, sealed: sealed[at] ?? [] }));
    });
    const opened = await this.gate.openItemsForEach(
      found.map(({ caller, sealed }) => ({ caller, asOf, purpose: PURPOSE, sealed })),
    );
    const parts = new Map(
      found.map(({ caller, events, ids, sealed }, at) => [
        caller.sessionId,
        partOf(events, ids, sealed, opened[at] ?? { released: [], withheld: [] }),
      ]),
    );
    return {
      parts: new Map(
        readers.map((caller) => [caller.sessionId, { caller, part: parts.get(caller.sessionId) ?? null }]),
      ),
      ended,
    };
  }
}

/** An item that the database keeps from this reader is as closed as one that the gate refuses. */
function partOf(
  events: readonly MeetingEvent[],
  ids: readonly string[],
  sealed: readonly SealedItem[],
  opened: Opened<ReleasedItem>,
): BoardPart {
  const seen = new Set(sealed.map(({ itemId }) => itemId));
  const hidden = ids
    .filter((id) => !seen.has(id))
    .map((id): Withheld => ({ id, outcome: 'refuse', ground: 'need-to-know' }));
  return { events, released: opened.released, withheld: [...opened.withheld, ...hidden] };
}

const itemIdsOf = (events: readonly MeetingEvent[]): string[] => [...new Set(events.flatMap(itemsOf))];

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
