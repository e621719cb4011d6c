/**
 * Takes back what a deed lifted by mistake: every time limit runs again from where it began, by the rule that counts now but
 * never longer than it had, and one that was missed is owed as before. Nobody gains time by an error of ours (SoL 20:1–2).
 */
import type { CallerTransaction } from '../gate/as-caller.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { OutboxStore } from '../outbox/outbox.port.js';
import { DeadlineStore } from './deadline.port.js';
import { deadlinesTopic } from './deadline-plan.js';
import { openDeadline } from './open-deadline.js';

export interface DeadlinesToResume {
  readonly caseId: string;
  /** The word under which they were made void. */
  readonly reason: string;
  readonly since: Date;
  readonly ownerUnitId: string;
}

export async function resumeDeadlines(tx: CallerTransaction, wanted: DeadlinesToResume): Promise<void> {
  const { caseId, ownerUnitId } = wanted;
  for (const row of await tx.of(DeadlineStore).findLifted(wanted)) {
    const { kind, aboutId, startsAt, municipalityId } = row;
    if (row.state === 'void') {
      await openDeadline(tx, { kind, caseId, aboutId, startsAt, ownerUnitId, atLatest: row.dueAt });
      continue;
    }
    await tx.of(DeadlineStore).oweAgain(row.id);
    const detail = { deadlineId: row.id, deadline: 'resumed', kind };
    await tx.of(LedgerStore).record([{ action: 'change', outcome: 'done', municipalityId, caseId, detail }]);
    await tx.of(OutboxStore).put([{ topic: deadlinesTopic(row.branchId), payload: { deadlineId: row.id } }]);
  }
}
