import { Injectable } from '@nestjs/common';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { WhoSees } from '#use-cases/live/who-sees.js';
import { ReadPlan } from '#use-cases/plan/read-plan.js';
import { type ChangePayload, LiveTopics } from '../live/live-topic.js';
import { type ChangedRow, SeenTopic } from '../live/seen-topic.js';

/** `plan-voices:<group>`: what the family says in a plan is heard by those of the house that leads who may have it, and no other. */
@Injectable()
export class PlanVoiceTopic extends SeenTopic {
  readonly name = 'plan-voices';
  readonly requires = 'take-part-in-meeting' as const;
  protected readonly watched = 'plan_voice' as const;

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

  protected rowOf(_id: string, { voiceId }: ChangePayload): ChangedRow | null {
    return typeof voiceId === 'string' ? { id: voiceId, change: { kind: 'plan-voice', voice: voiceId } } : null;
  }
}
