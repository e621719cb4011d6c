import { Injectable } from '@nestjs/common';
import { BOARD_TEXTS } from '#domain/meeting/meeting-event.js';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { ReadHub } from '#use-cases/hub/read-hub.js';
import { NotePresence } from '#use-cases/meeting/note-presence.js';
import { ReadBoard } from '#use-cases/meeting/read-board.js';
import { type ChangePayload, LiveTopic, LiveTopics } from '../live/live-topic.js';
import { boardPartShown } from '../meeting/board-shown.js';

/** `hub:<id>`: lobby and board of one hub, for those who work on its case. Each is told what the gate releases to them. */
@Injectable()
export class HubTopic extends LiveTopic {
  readonly name = 'hub';
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
    if (!(await this.hubs.mayWatch(caller, id))) return null;
    const { seq, pen, text } = payload;
    if (typeof seq === 'number') {
      const part = await this.boards.run(caller, { hubId: id, afterSeq: seq - 1, most: 1 });
      return { kind: 'board', ...boardPartShown(part) };
    }
    if (typeof pen === 'string')
      return pen === caller.staffId
        ? null
        : { kind: 'pen', member: pen, text: typeof text === 'number' ? BOARD_TEXTS[text] : null };
    return { kind: 'lobby' };
  }

  override presenceChanged(id: string, watching: readonly StaffCaller[]): Promise<void> {
    return this.presence.run(id, watching);
  }
}

/** `hubs:<branch>`: calendars and lists of the house hear that a hub came, moved or ended; they ask again for their own. */
@Injectable()
export class HubsTopic extends LiveTopic {
  readonly name = 'hubs';
  readonly requires = 'take-part-in-meeting' as const;

  constructor(topics: LiveTopics) {
    super();
    topics.add(this);
  }

  mayWatch(caller: StaffCaller, id: string): Promise<boolean> {
    return Promise.resolve(caller.branchId === id);
  }

  changeFor(caller: StaffCaller, id: string): Promise<object | null> {
    return Promise.resolve(caller.branchId === id ? { changed: true } : null);
  }
}
