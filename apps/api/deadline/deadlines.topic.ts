import { Injectable } from '@nestjs/common';
import { ListDeadlines } from '#use-cases/deadline/list-deadlines.js';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { type ChangePayload, LiveTopic, LiveTopics } from '../live/live-topic.js';

/** `deadlines:<branch>`: screens with deadlines on them hear that one was opened, rang or was settled, by id alone. */
@Injectable()
export class DeadlinesTopic extends LiveTopic {
  readonly name = 'deadlines';
  readonly requires = 'signed-in' as const;

  constructor(
    private readonly list: ListDeadlines,
    topics: LiveTopics,
  ) {
    super();
    topics.add(this);
  }

  mayWatch(caller: StaffCaller, id: string): Promise<boolean> {
    return Promise.resolve(caller.branchId === id);
  }

  async changeFor(caller: StaffCaller, id: string, payload: ChangePayload): Promise<object | null> {
    const deadlineId = payload['deadlineId'];
    if (caller.branchId !== id || typeof deadlineId !== 'string') return null;
    return (await this.list.sees(caller, deadlineId)) ? { deadlineId } : null;
  }
}
