import { Injectable } from '@nestjs/common';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { ReadHub } from '#use-cases/hub/read-hub.js';
import { NotePresence } from '#use-cases/meeting/note-presence.js';
import { LiveTopic, LiveTopics } from '../live/live-topic.js';

/** `hub:<id>`: the lobby of one hub, for those who work on its case; it hears that something changed and asks again. */
@Injectable()
export class HubTopic extends LiveTopic {
  readonly name = 'hub';
  readonly requires = 'take-part-in-meeting' as const;

  constructor(
    private readonly hubs: ReadHub,
    private readonly presence: NotePresence,
    topics: LiveTopics,
  ) {
    super();
    topics.add(this);
  }

  mayWatch(caller: StaffCaller, id: string): Promise<boolean> {
    return this.hubs.mayWatch(caller, id);
  }

  async changeFor(caller: StaffCaller, id: string): Promise<object | null> {
    return { kind: (await this.hubs.mayWatch(caller, id)) ? 'lobby' : 'revoked' };
  }

  override presenceChanged(id: string, watching: readonly StaffCaller[]): Promise<void> {
    return this.presence.run(id, 'lobby', watching);
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
