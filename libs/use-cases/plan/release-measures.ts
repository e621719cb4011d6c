/** Whoever leaves a group is responsible for nothing in its plan any longer: the measure stands, and says that it lacks somebody. */
import type { CallerTransaction } from '../gate/as-caller.js';
import { OutboxStore } from '../outbox/outbox.port.js';
import { dropFollowUp } from './follow-up.js';
import { PlanStore } from './plan.port.js';

export async function releaseMeasures(tx: CallerTransaction, groupId: string, staffId: string): Promise<void> {
  for (const entryId of await tx.of(PlanStore).releaseOwned(groupId, staffId)) {
    await dropFollowUp(tx, entryId, 'seat-ended');
    await tx.of(OutboxStore).put([{ topic: `live:plan:${groupId}`, payload: { entryId } }]);
  }
}
