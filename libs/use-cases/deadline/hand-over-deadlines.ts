/** What somebody owed goes to another with their task: who is warned and who answers changes, the time never does. */
import type { CallerTransaction } from '../gate/as-caller.js';
import { OutboxStore } from '../outbox/outbox.port.js';
import { DeadlineStore } from './deadline.port.js';
import { deadlinesTopic } from './deadline-plan.js';

export async function handOverDeadlines(
  tx: CallerTransaction,
  of: {
    /** What they are about: a group. */
    readonly aboutId: string;
    readonly from: string;
    readonly to: { readonly staffId: string; readonly unitId: string };
  },
): Promise<void> {
  const moved = await tx.of(DeadlineStore).handOver(of);
  await tx
    .of(OutboxStore)
    .put(moved.map(({ id, branchId }) => ({ topic: deadlinesTopic(branchId), payload: { deadlineId: id } })));
}
