import { DeadlineStore } from '../deadline/deadline.port.js';
import { deadlinesTopic } from '../deadline/deadline-plan.js';
import type { CallerTransaction } from '../gate/as-caller.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { OutboxStore } from '../outbox/outbox.port.js';

/**
 * Feedback that is owed before a decision follows its report to the case that carries it: the same time, with what has been
 * said of it already. Whoever gives the feedback meets it there, and none is left that nobody can meet (SoL 19:6).
 */
export async function moveFeedback(
  tx: CallerTransaction,
  of: {
    readonly from: string;
    readonly to: string;
    /** The reports that move. */
    readonly reportIds: readonly string[];
  },
): Promise<void> {
  const kind = 'report-feedback';
  for (const aboutId of of.reportIds)
    for (const row of await tx.of(DeadlineStore).findRunning({ kind, caseId: of.from, aboutId })) {
      await tx.of(DeadlineStore).moveToCase(row.id, of.to);
      const { municipalityId } = row;
      const detail = { deadlineId: row.id, deadline: 'moved', kind };
      await tx.of(LedgerStore).record([{ action: 'change', outcome: 'done', municipalityId, caseId: of.to, detail }]);
      await tx.of(OutboxStore).put([{ topic: deadlinesTopic(row.branchId), payload: { deadlineId: row.id } }]);
    }
}
