import { Injectable } from '@nestjs/common';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import type { Seat } from '#use-cases/live/read-room.js';
import { WhatLeft } from '#use-cases/live/what-left.js';
import { leftOf } from '../live/left-of.js';
import { type ChangePayload, LiveTopic, LiveTopics, type Told } from '../live/live-topic.js';

/**
 * `sight:<branch>`: what a house may see of a case has become more or less. Whoever works on the case, or did, hears which one
 * and asks again; whom something has left altogether hears what, and need not ask: the answer would be a refusal that stands
 * against someone who only had a page open. To everyone else nothing has happened. (OSL 26:1)
 */
@Injectable()
export class SightTopic extends LiveTopic {
  readonly name = 'sight';
  readonly requires = 'read-content' as const;

  constructor(
    private readonly whatLeft: WhatLeft,
    topics: LiveTopics,
  ) {
    super();
    topics.add(this);
  }

  mayWatch(caller: StaffCaller, id: string): Promise<boolean> {
    return Promise.resolve(caller.branchId === id);
  }

  async tell(seats: readonly Seat[], id: string, payloads: readonly ChangePayload[]): Promise<Told> {
    const caseIds = payloads.map(({ caseId }) => caseId).filter((one) => typeof one === 'string');
    const { readers, ended, found } = await this.whatLeft.run(seats, this.requires, caseIds);
    const changes = new Map<string, object[]>();
    for (const { sessionId } of readers.filter(({ branchId }) => branchId === id))
      for (const [caseId, leaving] of found) {
        if (!leaving.concerned.has(sessionId)) continue;
        const left = leftOf([leaving], sessionId);
        const change = left.length === 0 ? { caseId } : { caseId, left };
        changes.set(sessionId, [...(changes.get(sessionId) ?? []), change]);
      }
    return { changes, ended };
  }
}
