import { Injectable } from '@nestjs/common';
import { ReadConsents } from '#use-cases/consent/read-consents.js';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { ReadRoom } from '#use-cases/live/read-room.js';
import { LiveTopics } from '../live/live-topic.js';
import { PlainTopic } from '../live/plain-topic.js';

/** `consent:<id>`: the page of one consent hears that something has happened to it, and asks again. */
@Injectable()
export class ConsentTopic extends PlainTopic {
  readonly name = 'consent';
  readonly requires = 'read-content' as const;

  constructor(
    private readonly read: ReadConsents,
    room: ReadRoom,
    topics: LiveTopics,
  ) {
    super(room);
    topics.add(this);
  }

  mayWatch(caller: StaffCaller, id: string): Promise<boolean> {
    return this.read.mayWatch(caller, id);
  }

  protected async changeFor(caller: StaffCaller, id: string): Promise<object | null> {
    return (await this.read.mayWatch(caller, id)) ? { changed: true } : null;
  }
}

/** `consents:<case>`: the list of a case hears that one of its consents has changed. */
@Injectable()
export class ConsentsTopic extends PlainTopic {
  readonly name = 'consents';
  readonly requires = 'read-content' as const;

  constructor(
    private readonly read: ReadConsents,
    room: ReadRoom,
    topics: LiveTopics,
  ) {
    super(room);
    topics.add(this);
  }

  mayWatch(caller: StaffCaller, id: string): Promise<boolean> {
    return this.read.mayWatchCase(caller, id);
  }

  protected async changeFor(caller: StaffCaller, id: string): Promise<object | null> {
    return (await this.read.mayWatchCase(caller, id)) ? { changed: true } : null;
  }
}
