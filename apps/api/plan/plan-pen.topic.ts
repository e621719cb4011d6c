import { Injectable } from '@nestjs/common';
import { parsePenPlace } from '#domain/plan/plan-pen.js';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import type { Seat } from '#use-cases/live/read-room.js';
import { ReadPlan } from '#use-cases/plan/read-plan.js';
import { ShowPlanPen } from '#use-cases/plan/show-plan-pen.js';
import { TellPlanPens, type MovedPen, type ToldPen } from '#use-cases/plan/tell-plan-pens.js';
import { type ChangePayload, LiveTopic, LiveTopics, type Pen, type ShowsPens, type Told } from '../live/live-topic.js';

/**
 * `plan-pens:<group>`: who has which field of a plan open, to those who have the entry. A topic of its own, so that no page of a
 * plan is told, or reads anything anew, because somebody writes.
 */
@Injectable()
export class PlanPenTopic extends LiveTopic {
  readonly name = 'plan-pens';
  readonly requires = 'take-part-in-meeting' as const;
  override readonly pens: ShowsPens;

  constructor(
    private readonly plans: ReadPlan,
    private readonly telling: TellPlanPens,
    showing: ShowPlanPen,
    topics: LiveTopics,
  ) {
    super();
    this.pens = {
      raisePen: async (caller, id, pen) => {
        const moved = penOf(id, pen);
        return moved !== null && showing.raise(caller, moved);
      },
      dropPen: async (staffId, id, pen) => {
        const moved = penOf(id, pen);
        if (moved) await showing.putDown(staffId, moved);
      },
    };
    topics.add(this);
  }

  mayWatch(caller: StaffCaller, id: string): Promise<boolean> {
    return this.plans.mayWatch(caller, id);
  }

  async tell(seats: readonly Seat[], id: string, payloads: readonly ChangePayload[]): Promise<Told> {
    const { pens, ended } = await this.telling.forRoom(seats, {
      groupId: id,
      requires: this.requires,
      pens: lastOf(payloads.flatMap(movedIn)),
    });
    const same = new Map<string, object>();
    const once = (pen: ToldPen): object => {
      const key = JSON.stringify([pen.pen, pen.entryId, pen.field, pen.name]);
      const known = same.get(key) ?? { kind: 'pen', ...pen };
      same.set(key, known);
      return known;
    };
    return { changes: new Map([...pens].map(([session, told]) => [session, told.map(once)])), ended };
  }
}

function penOf(groupId: string, { pen, at }: Pen) {
  const place = parsePenPlace(at);
  return place ? { groupId, pen, place } : null;
}

function movedIn({ pen, by, entryId, field }: ChangePayload): MovedPen[] {
  if (typeof pen !== 'string' || typeof by !== 'string' || typeof entryId !== 'string') return [];
  return [{ pen, staffId: by, entryId, field: parsePenPlace({ entryId, field })?.field ?? null }];
}

/** Where each pen is in each entry after all of them, in the order in which it came there. */
function lastOf(moved: readonly MovedPen[]): readonly MovedPen[] {
  const last = new Map<string, MovedPen>();
  for (const one of moved) {
    const key = `${one.pen} ${one.entryId}`;
    last.delete(key);
    last.set(key, one);
  }
  return [...last.values()];
}
