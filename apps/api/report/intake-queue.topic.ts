import { Injectable } from '@nestjs/common';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { WhoSees } from '#use-cases/live/who-sees.js';
import { type ChangePayload, LiveTopics } from '../live/live-topic.js';
import { type ChangedRow, SeenTopic } from '../live/seen-topic.js';

/** `intake-queue:<branch>`: the screens of a house's intake hear that something came in or changed, by id alone. */
@Injectable()
export class IntakeQueueTopic extends SeenTopic {
  readonly name = 'intake-queue';
  readonly requires = 'triage-report' as const;
  protected readonly watched = 'case_file' as const;

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

  protected rowOf(_id: string, { caseId }: ChangePayload): ChangedRow | null {
    return typeof caseId === 'string' ? { id: caseId, change: { caseId } } : null;
  }
}
