import { Injectable } from '@nestjs/common';
import { BOARD_TEXTS } from '#domain/meeting/meeting-event.js';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { ReadHub } from '#use-cases/hub/read-hub.js';
import { NotePresence } from '#use-cases/meeting/note-presence.js';
import { ReadBoard } from '#use-cases/meeting/read-board.js';
import { type ChangePayload, LiveTopic, LiveTopics } from '../live/live-topic.js';
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

  async changeFor(caller: StaffCaller, id: string, payload: ChangePayload): Promise<object | null> {
    if (!(await this.hubs.mayWatch(caller, id))) return { kind: 'revoked' };
    const { seq, pen, text } = payload;
    if (typeof seq === 'number') {
      const part = await this.boards.run(caller, { hubId: id, afterSeq: seq - 1, most: 1 });
      return { kind: 'board', ...boardPartShown(part) };
    }
    if (typeof pen !== 'string' || pen === caller.staffId) return null;
    return { kind: 'pen', member: pen, text: typeof text === 'number' ? BOARD_TEXTS[text] : null };
  }

  override presenceChanged(id: string, watching: readonly StaffCaller[]): Promise<void> {
    return this.presence.run(id, 'board', watching);
  }
}
