import { Injectable } from '@nestjs/common';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { ReadHub } from '#use-cases/hub/read-hub.js';
import { NotePresence } from '#use-cases/meeting/note-presence.js';
import { ReadRoom } from '#use-cases/live/read-room.js';
import { WhoSees } from '#use-cases/live/who-sees.js';
import { LiveTopics } from '../live/live-topic.js';
import { PlainTopic } from '../live/plain-topic.js';
import { type ChangedRow, SeenTopic } from '../live/seen-topic.js';

const LOBBY = { kind: 'lobby' };
const REVOKED = { kind: 'revoked' };
const CHANGED = { changed: true };

/** `hub:<id>`: the lobby of one hub, for those who work on its case; it hears that something changed and asks again. */
@Injectable()
export class HubTopic extends SeenTopic {
  readonly name = 'hub';
  readonly requires = 'take-part-in-meeting' as const;
  protected readonly watched = 'hub' as const;

  constructor(
    private readonly hubs: ReadHub,
    private readonly presence: NotePresence,
    whoSees: WhoSees,
    topics: LiveTopics,
  ) {
    super(whoSees);
    topics.add(this);
  }

  mayWatch(caller: StaffCaller, id: string): Promise<boolean> {
    return this.hubs.mayWatch(caller, id);
  }

  protected rowOf(id: string): ChangedRow {
    return { id, change: LOBBY };
  }

  protected override unseen(): object {
    return REVOKED;
  }

  override presenceChanged(id: string, watching: readonly StaffCaller[]): Promise<void> {
    return this.presence.run(id, 'lobby', watching);
  }
}

/** `hubs:<branch>`: calendars and lists of the house hear that a hub came, moved or ended; they ask again for their own. */
@Injectable()
export class HubsTopic extends PlainTopic {
  readonly name = 'hubs';
  readonly requires = 'take-part-in-meeting' as const;

  constructor(room: ReadRoom, topics: LiveTopics) {
    super(room);
    topics.add(this);
  }

  mayWatch(caller: StaffCaller, id: string): Promise<boolean> {
    return Promise.resolve(caller.branchId === id);
  }

  protected changeFor(caller: StaffCaller, id: string): Promise<object | null> {
    return Promise.resolve(caller.branchId === id ? CHANGED : null);
  }
}
