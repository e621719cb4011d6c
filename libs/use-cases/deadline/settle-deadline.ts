/**
 * Ends a time limit in the transaction of the deed that meets it or makes it void. What is done late is met late: that
 * the limit was missed stays written (SoL 20:2 is inspected by IVO). What was done in time and is written down late is met in
 * time, whatever the clock has written meanwhile.
 */
import { type DeadlineChange, decideDeadlineChange, isOverdue } from '#domain/deadline/deadline-states.js';
import type { DeadlineKind } from '#domain/deadline/built-in-deadlines.js';
import type { CallerTransaction } from '../gate/as-caller.js';
import type { Caller } from '../gate/caller.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { OutboxStore } from '../outbox/outbox.port.js';
import { type DeadlineFactsRow, type DeadlineOutcomeRow, DeadlineStore } from './deadline.port.js';
import { deadlinesTopic, stateOf } from './deadline-plan.js';

export interface DeadlineToSettle {
  readonly kind: DeadlineKind;
  readonly caseId?: string | null;
  readonly aboutId?: string | null;
  readonly outcome: 'met' | 'void';
  /** A stable word, such as `joined` or `regraded`; never a text about a person. */
  readonly reason?: string;
  /** Whose deed it is where the platform writes it down for them; otherwise whoever the transaction is of. */
  readonly by?: Caller;
  /** When it was done, where that is written down afterwards; never later than now. */
  readonly at?: Date;
}

export interface SettledDeadline {
  readonly deadlineId: string;
  readonly state: DeadlineFactsRow['state'];
  readonly late: boolean;
}

/** Settles every running deadline that matches; none running is no fault, since the same deed may be done twice. */
export async function settleDeadline(
  tx: CallerTransaction,
  wanted: DeadlineToSettle,
): Promise<readonly SettledDeadline[]> {
  if (!wanted.caseId && !wanted.aboutId) throw new Error('a deadline is settled for a case or for what it is about');
  const store = tx.of(DeadlineStore);
  const running = await store.findRunning({ kind: wanted.kind, caseId: wanted.caseId, aboutId: wanted.aboutId });
  const settled: SettledDeadline[] = [];
  for (const row of running) {
    const outcome = outcomeOf(tx, row, wanted);
    await store.settle(row.id, outcome);
    const late = outcome.metLate || outcome.state === 'missed';
    settled.push({ deadlineId: row.id, state: outcome.state, late });
    const detail = { deadlineId: row.id, deadline: wanted.outcome, late, kind: row.kind };
    const { municipalityId, caseId } = row;
    await tx.of(LedgerStore).record([{ action: 'change', outcome: 'done', municipalityId, caseId, detail }]);
    await tx.of(OutboxStore).put([{ topic: deadlinesTopic(row.branchId), payload: { deadlineId: row.id } }]);
  }
  return settled;
}

function outcomeOf(tx: CallerTransaction, row: DeadlineFactsRow, wanted: DeadlineToSettle): DeadlineOutcomeRow {
  const deadline = { state: stateOf(row), start: row.startsAt.getTime(), due: row.dueAt.getTime() };
  const caller = wanted.by ?? tx.caller;
  const by = caller.kind === 'staff' ? caller.staffId : null;
  const reason = wanted.reason ?? 'no-longer-owed';
  const at = Math.min(wanted.at?.getTime() ?? Infinity, tx.now.getTime());
  if (wanted.outcome === 'void' && isOverdue(deadline, at)) {
    // Missed it stays, but it no longer rings for anyone.
    return { state: 'missed', metLate: false, settledAt: new Date(at), settledBy: by, voidReason: reason };
  }
  const who = by ?? (caller.kind === 'service' ? caller.name : '');
  const change: DeadlineChange =
    wanted.outcome === 'met' ? { event: 'meet', at, by: who } : { event: 'void', at, by: who, reason };
  const decided = decideDeadlineChange(deadline, change);
  if (!decided.ok) throw new Error(`a running deadline could not be settled: ${decided.error.code}`);
  return {
    state: decided.value.state === 'met-late' ? 'met' : decided.value.state,
    metLate: decided.value.state === 'met-late',
    settledAt: new Date(at),
    settledBy: by,
    voidReason: decided.value.reason,
  };
}
