/** A unit that never answered owes nothing more once its hub is over; that it did not answer stays in the record. */
import { settleDeadline } from '../deadline/settle-deadline.js';
import type { CallerTransaction } from '../gate/as-caller.js';
import { HubStore, type HubFacts } from './hub.port.js';

export async function voidOpenQuestions(
  tx: CallerTransaction,
  hub: HubFacts,
  reason: 'meeting-closed' | 'hub-called-off',
): Promise<void> {
  for (const question of await tx.of(HubStore).findQuestions(hub.id)) {
    if (question.answer !== null) continue;
    await settleDeadline(tx, {
      kind: 'unit-knowledge',
      caseId: hub.caseId,
      aboutId: question.id,
      outcome: 'void',
      reason,
    });
  }
}
