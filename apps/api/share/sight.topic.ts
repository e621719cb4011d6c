import { Injectable } from '@nestjs/common';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { WatchSight } from '#use-cases/share/watch-sight.js';
import { LiveTopic, LiveTopics, type ChangePayload } from '../live/live-topic.js';

/**
 * `sight:<branch>`: what a house may see of a case has become more or less. Whoever works on the case hears which one and
 * asks again; nobody hears what it was, and to everyone else nothing has happened.
 */
@Injectable()
export class SightTopic extends LiveTopic {
  readonly name = 'sight';
  readonly requires = 'read-content' as const;

  constructor(
    private readonly sight: WatchSight,
    topics: LiveTopics,
  ) {
    super();
    topics.add(this);
  }

  mayWatch(caller: StaffCaller, id: string): Promise<boolean> {
    return Promise.resolve(caller.branchId === id);
  }

  async changeFor(caller: StaffCaller, id: string, payload: ChangePayload): Promise<object | null> {
    const caseId = payload['caseId'];
    if (caller.branchId !== id || typeof caseId !== 'string') return null;
    return (await this.sight.worksOn(caller, caseId)) ? { caseId } : null;
  }
}
