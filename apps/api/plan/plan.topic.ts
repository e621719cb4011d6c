import { Injectable } from '@nestjs/common';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { WhoSees } from '#use-cases/live/who-sees.js';
import { ReadPlan } from '#use-cases/plan/read-plan.js';
import { type ChangePayload, LiveTopics } from '../live/live-topic.js';
import { type ChangedRow, SeenTopic } from '../live/seen-topic.js';

/**
 * `plan:<group>`: a group's plan. Of a thing that has been written or changed hear those who may have what it says, and ask
 * again; to the others it has not happened. That the plan is put forward or answered all its readers hear.
 */
@Injectable()
export class PlanTopic extends SeenTopic {
  readonly name = 'plan';
  readonly requires = 'take-part-in-meeting' as const;
  protected readonly watched = 'plan_entry' as const;

  constructor(
    private readonly plans: ReadPlan,
    whoSees: WhoSees,
    topics: LiveTopics,
  ) {
    super(whoSees);
    topics.add(this);
  }

  mayWatch(caller: StaffCaller, id: string): Promise<boolean> {
    return this.plans.mayWatch(caller, id);
  }

  protected rowOf(_id: string, { entryId, planId }: ChangePayload): ChangedRow | null {
    if (typeof planId === 'string') return { id: planId, change: { kind: 'plan', entry: null } };
    return typeof entryId === 'string' ? { id: entryId, change: { kind: 'plan', entry: entryId } } : null;
  }
}
