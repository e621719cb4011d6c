import { Injectable } from '@nestjs/common';
import type { MeetingEvent } from '#domain/meeting/meeting-event.js';
import type { Capability } from '#domain/organisation/capability.js';
import { AsCaller } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { Gate, type Opened } from '../gate/open.js';
import { ItemStore } from '../gate/items.port.js';
import type { ReleasedItem, Withheld } from '../gate/released.js';
import type { SealedItem } from '../gate/sealed.js';
import { ShownSights } from '../gate/shown-sights.js';
import { notFound } from '../failure.js';
import { HubStore, type HubKind } from '../hub/hub.port.js';
import { ReadRoom, type Seat } from '../live/read-room.js';
import { RoomStore } from '../live/room.port.js';
import { eventsForReader } from './board-for-reader.js';
import { BoardStore } from './board.port.js';

export interface BoardPart {
  readonly events: readonly MeetingEvent[];
  /** What the events speak of, as the gate lets this reader see it. */
  readonly released: readonly ReleasedItem[];
  readonly withheld: readonly Withheld[];
  /** The first instant at which something of it, or the whole, ends for this reader by itself; null when none is known. */
  readonly until: Date | null;
}

interface RoomAsked {
  readonly hubId: string;
  readonly requires: Capability;
  readonly numbers: { readonly after: number; readonly upTo: number };
}

/** What a room of screens is told of a board. */
export interface BoardTold {
  /** By session; null for whom the hub is not there any more. */
  readonly parts: ReadonlyMap<string, { readonly caller: StaffCaller; readonly part: BoardPart | null }>;
  readonly ended: readonly string[];
}

const MOST_READINGS = 3;

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
    private readonly shown: ShownSights,
  ) {}

  async run(caller: StaffCaller, asked: { readonly hubId: string; readonly afterSeq: number }): Promise<BoardPart> {
    const found = await this.asCaller.run(caller, async (tx) => {
      const hub = await tx.of(HubStore).findHub(asked.hubId);
      if (!hub) throw notFound();
      const workEnds = await tx.of(HubStore).findEndOfWork(hub.caseId);
      const events = await tx.of(BoardStore).findEvents(asked.hubId, asked.afterSeq);
      const ids = itemIdsOf(events);
      return { hub, workEnds, events, sealed: await tx.of(ItemStore).findSealed(ids), asOf: tx.now };
    });
    const { kind, purpose } = found.hub;
    const opened = await this.gate.openItems({ caller, asOf: found.asOf, purpose }, found.sealed);
    return partOf({ kind, events: found.events, sealed: found.sealed, ends: [found.workEnds] }, opened);
  }

  /** The events between two numbers for everyone who shows the board, in one transaction for all of them. */
  async forRoom(seats: readonly Seat[], asked: RoomAsked): Promise<BoardTold> {
    for (let readings = 1; ; readings += 1) {
      const { requestId, told } = await this.readForRoom(seats, asked);
      // What somebody took away while it was read for so many is read again, and never sent.
      if (await this.shown.maySend(requestId)) return told;
      if (readings === MOST_READINGS) throw new Error('sight changed again and again while a room was read');
    }
  }

  private async readForRoom(
    seats: readonly Seat[],
    asked: RoomAsked,
  ): Promise<{ readonly requestId: string; readonly told: BoardTold }> {
    const { readers, ended, asOf, found } = await this.room.run(seats, asked.requires, async (tx, everyone) => {
      const rooms = tx.of(RoomStore);
      const events = await rooms.findEvents(everyone, asked.hubId, asked.numbers);
      const seeing = everyone.flatMap((caller, at) => {
        const own = events[at];
        return own ? [{ caller, ...own }] : [];
      });
      const ids = itemIdsOf(seeing.flatMap(({ events: own }) => own));
      const sealed = await rooms.findSealed(
        seeing.map(({ caller }) => caller),
        ids,
      );
      return seeing.map((one, at) => ({ ...one, sealed: sealed[at] ?? [] }));
    });
    const opened = await this.gate.openItemsForEach(
      found.map(({ caller, purpose, sealed }) => ({ caller, asOf, purpose, sealed })),
    );
    const parts = new Map(
      found.map(({ caller, ...one }, at) => [
        caller.sessionId,
        partOf({ ...one, ends: [] }, opened[at] ?? { released: [], withheld: [] }),
      ]),
    );
    return {
      requestId: readers[0]?.requestId ?? '',
      told: {
        parts: new Map(
          readers.map((caller) => [caller.sessionId, { caller, part: parts.get(caller.sessionId) ?? null }]),
        ),
        ended,
      },
    };
  }
}

interface Read {
  readonly kind: HubKind;
  readonly events: readonly MeetingEvent[];
  readonly sealed: readonly SealedItem[];
  /** Ends that are known beside those of what is released. */
  readonly ends: readonly (Date | null)[];
}

/** An item that the database keeps from this reader is as closed as one that the gate refuses. */
function partOf({ kind, events, sealed, ends }: Read, { released, withheld }: Opened<ReleasedItem>): BoardPart {
  const seen = new Set(sealed.map(({ itemId }) => itemId));
  const hidden = itemIdsOf(events)
    .filter((id) => !seen.has(id))
    .map((id): Withheld => ({ id, outcome: 'refuse', ground: 'need-to-know' }));
  const closed = [...withheld, ...hidden];
  const until = earliest([...ends, ...released.map(({ ground }) => ground.until)]);
  if (kind === 'internal') return { events, released, withheld: closed, until };
  const open = new Set(released.map(({ itemId }) => itemId));
  const shown = eventsForReader(events, open);
  const named = new Set(itemIdsOf(shown));
  return { events: shown, released, withheld: closed.filter(({ id }) => named.has(id)), until };
}

const earliest = (ends: readonly (Date | null)[]): Date | null => {
  const known = ends.flatMap((end) => end?.getTime() ?? []);
  return known.length > 0 ? new Date(Math.min(...known)) : null;
};

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
    case 'MeetingCalledOff':
      return event.reasons ? [event.reasons] : [];
    default:
      return [];
  }
}
