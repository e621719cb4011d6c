import { Injectable } from '@nestjs/common';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { ListIntakeQueue } from '#use-cases/report/list-intake-queue.js';
import { type ChangePayload, LiveTopic, LiveTopics } from '../live/live-topic.js';

/** `intake-queue:<branch>`: the screens of a house's intake hear that something came in or changed, by id alone. */
@Injectable()
export class IntakeQueueTopic extends LiveTopic {
  readonly name = 'intake-queue';
  readonly requires = 'triage-report' as const;

  constructor(
    private readonly queue: ListIntakeQueue,
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
    return (await this.queue.sees(caller, caseId)) ? { caseId } : null;
  }
}
