import { Injectable } from '@nestjs/common';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { WhoSees } from '#use-cases/live/who-sees.js';
import { type ChangePayload, LiveTopics } from '../live/live-topic.js';
import { type ChangedRow, SeenTopic } from '../live/seen-topic.js';

/** `deadlines:<branch>`: screens with deadlines on them hear that one was opened, rang or was settled, by id alone. */
@Injectable()
export class DeadlinesTopic extends SeenTopic {
  readonly name = 'deadlines';
  readonly requires = 'signed-in' as const;
  protected readonly watched = 'deadline' as const;

  constructor(whoSees: WhoSees, topics: LiveTopics) {
    super(whoSees);
    topics.add(this);
  }

  mayWatch(caller: StaffCaller, id: string): Promise<boolean> {
    return Promise.resolve(this.belongs(caller, id));
  }

  protected override belongs(caller: StaffCaller, id: string): boolean {
    return caller.branchId === id;
  }

  protected rowOf(_id: string, { deadlineId }: ChangePayload): ChangedRow | null {
    return typeof deadlineId === 'string' ? { id: deadlineId, change: { deadlineId } } : null;
  }
}
