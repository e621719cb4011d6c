import { Injectable } from '@nestjs/common';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { WhoSees } from '#use-cases/live/who-sees.js';
import { type ChangePayload, LiveTopics } from '../live/live-topic.js';
import { type ChangedRow, SeenTopic } from '../live/seen-topic.js';

/**
 * `sight:<branch>`: what a house may see of a case has become more or less. Whoever works on the case hears which one and
 * asks again; nobody hears what it was, and to everyone else nothing has happened.
 */
@Injectable()
export class SightTopic extends SeenTopic {
  readonly name = 'sight';
  readonly requires = 'read-content' as const;
  protected readonly watched = 'work-on-case' as const;

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
