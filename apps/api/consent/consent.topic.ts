import { Injectable } from '@nestjs/common';
import { ReadConsents } from '#use-cases/consent/read-consents.js';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { LiveTopic, LiveTopics } from '../live/live-topic.js';

/** `consent:<id>`: the page of one consent hears that something has happened to it, and asks again. */
@Injectable()
export class ConsentTopic extends LiveTopic {
  readonly name = 'consent';
  readonly requires = 'read-content' as const;

  constructor(
    private readonly read: ReadConsents,
    topics: LiveTopics,
  ) {
    super();
    topics.add(this);
  }

  mayWatch(caller: StaffCaller, id: string): Promise<boolean> {
    return this.read.mayWatch(caller, id);
  }

  async changeFor(caller: StaffCaller, id: string): Promise<object | null> {
    return (await this.read.mayWatch(caller, id)) ? { changed: true } : null;
  }
}

/** `consents:<case>`: the list of a case hears that one of its consents has changed. */
@Injectable()
export class ConsentsTopic extends LiveTopic {
  readonly name = 'consents';
  readonly requires = 'read-content' as const;

  constructor(
    private readonly read: ReadConsents,
    topics: LiveTopics,
  ) {
    super();
    topics.add(this);
  }

  mayWatch(caller: StaffCaller, id: string): Promise<boolean> {
    return this.read.mayWatchCase(caller, id);
  }

  async changeFor(caller: StaffCaller, id: string): Promise<object | null> {
    return (await this.read.mayWatchCase(caller, id)) ? { changed: true } : null;
  }
}
