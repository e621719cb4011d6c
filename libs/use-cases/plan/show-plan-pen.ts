import { Injectable } from '@nestjs/common';
import { isCurrent } from '#domain/plan/entry-states.js';
import type { PenPlace } from '#domain/plan/plan-pen.js';
import { AsCaller } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { GroupStore } from '../group/group.port.js';
import { OutboxStore, type OutboxMessage } from '../outbox/outbox.port.js';
import { PlanStore } from './plan.port.js';
import { mayWriteIn } from './require-plan.js';

/** One pen of one screen. */
export interface PlanPen {
  readonly groupId: string;
  /** This screen's, to the others: a person may write at several. */
  readonly pen: string;
  readonly place: PenPlace;
}

/**
 * Shows those who have an entry that somebody has a field of it open. Nothing is kept, and no word of what is written leaves the
 * screen: each node asks anew whom it may be told.
 */
@Injectable()
export class ShowPlanPen {
  constructor(private readonly asCaller: AsCaller) {}

  /** False, and nobody is told, where the caller may not write in this entry now. */
  raise(caller: StaffCaller, { groupId, pen, place }: PlanPen): Promise<boolean> {
    return this.asCaller.run(caller, async (tx) => {
      const entry = await tx.of(PlanStore).findEntry(place.entryId);
      if (entry?.groupId !== groupId || entry.byBranch !== caller.branchId || !isCurrent(entry.state)) return false;
      const group = await tx.of(GroupStore).find(groupId);
      if (!group || !mayWriteIn(caller, group, await tx.of(GroupStore).findMembers([groupId]))) return false;
      await tx.of(OutboxStore).put([told(groupId, { pen, by: caller.staffId, ...place })]);
      return true;
    });
  }

  /** By the platform: whoever has lost the right, the session or the line is still seen to have put it down. */
  putDown(staffId: string, { groupId, pen, place: { entryId } }: PlanPen): Promise<void> {
    return this.asCaller.run({ kind: 'service', name: 'reception', requestId: 'pen' }, (tx) =>
      tx.of(OutboxStore).put([told(groupId, { pen, by: staffId, entryId, field: null })]),
    );
  }
}

const told = (groupId: string, payload: OutboxMessage['payload']): OutboxMessage => ({
  topic: `live:plan-pens:${groupId}`,
  payload,
});
