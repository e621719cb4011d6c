import { Injectable } from '@nestjs/common';
import { BOARD_TEXTS } from '#domain/meeting/meeting-event.js';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { ReadHub } from '#use-cases/hub/read-hub.js';
import { NotePresence } from '#use-cases/meeting/note-presence.js';
import type { Seat } from '#use-cases/live/read-room.js';
import { ReadBoard, type BoardPart } from '#use-cases/meeting/read-board.js';
import { type ChangePayload, LiveTopic, LiveTopics, type Told } from '../live/live-topic.js';
import { distinct } from '../live/plain-topic.js';
import { boardPartShown } from './board-shown.js';

/**
 * `board:<id>`: the live board of one hub. Each event goes to each reader with what the gate releases to that reader; who
 * has left the case is told so, and nothing else (OSL 26:1).
 */
@Injectable()
export class BoardTopic extends LiveTopic {
  readonly name = 'board';
  readonly requires = 'take-part-in-meeting' as const;

  constructor(
    private readonly hubs: ReadHub,
    private readonly boards: ReadBoard,
    private readonly presence: NotePresence,
    topics: LiveTopics,
  ) {
    super();
    topics.add(this);
  }

  mayWatch(caller: StaffCaller, id: string): Promise<boolean> {
    return this.hubs.mayWatch(caller, id);
  }

  async tell(seats: readonly Seat[], id: string, payloads: readonly ChangePayload[]): Promise<Told> {
    // What is not theirs any more leaves the screen in the same word that brings what is.
    const anew = payloads.some(({ sight }) => sight === true);
    const { parts, ended } = await this.boards.forRoom(seats, {
      hubId: id,
      requires: this.requires,
      numbers: anew ? WHOLE : numbersOf(payloads),
    });
    const pens = distinct(payloads).flatMap(penOf);
    // Whom the same was released to on the same grounds is sent the same, written once.
    const boards = new Map<string, object>();
    const changes = new Map<string, readonly object[]>();
    for (const [session, { caller, part }] of parts) {
      if (part === null) {
        changes.set(session, [REVOKED]);
        continue;
      }
      const mine = pens.filter(({ member }) => member !== caller.staffId);
      const told = anew || part.events.length > 0 ? [boardOnce(boards, anew ? 'sight' : 'board', part)] : [];
      changes.set(session, [...told, ...mine]);
    }
    return { changes, ended };
  }

  override presenceChanged(id: string, watching: readonly StaffCaller[]): Promise<void> {
    return this.presence.run(id, 'board', watching);
  }
}

const REVOKED = { kind: 'revoked' };
const WHOLE = { after: 0, upTo: 2_147_483_647 } as const;

/** Events are numbered without gaps, so a bunch of them is a span. */
function numbersOf(payloads: readonly ChangePayload[]): { after: number; upTo: number } {
  const numbers = payloads.flatMap(({ seq }) => (typeof seq === 'number' ? [seq] : []));
  return numbers.length === 0 ? { after: 0, upTo: 0 } : { after: Math.min(...numbers) - 1, upTo: Math.max(...numbers) };
}

function penOf({ pen, text }: ChangePayload) {
  if (typeof pen !== 'string') return [];
  return [{ kind: 'pen', member: pen, text: typeof text === 'number' ? (BOARD_TEXTS[text] ?? null) : null }];
}

function boardOnce(boards: Map<string, object>, kind: 'board' | 'sight', part: BoardPart): object {
  const released = part.released.map(({ itemId, version, ground }) => [itemId, version, ground.id, ground.until]);
  // Of a joint board two readers may be shown different events, too.
  const key = JSON.stringify([released, part.withheld, part.events.map((event) => event.kind)]);
  const board = boards.get(key) ?? { kind, ...boardPartShown(part) };
  boards.set(key, board);
  return board;
}
