import type { CallerTransaction } from '../gate/as-caller.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { DutyStore, type OnDuty } from './duty.port.js';

export interface CalledToCase extends OnDuty {
  readonly caseId: string;
  readonly municipalityId: string;
}

/**
 * Puts those on duty on their cases until their shifts end, each with its line in the ledger; who works there already is
 * left as they are. Answers those it put there (need to know, OSL 26:1).
 */
export async function assignForShift<T extends CalledToCase>(
  tx: CallerTransaction,
  called: readonly T[],
): Promise<readonly T[]> {
  if (called.length === 0) return [];
  const put = await tx.of(DutyStore).assign(called.map((one) => ({ ...one, id: tx.newId() })));
  const keys = new Set(put.map(({ caseId, staffId }) => `${caseId} ${staffId}`));
  const added = called.filter(({ caseId, staffId }) => keys.has(`${caseId} ${staffId}`));
  await tx.of(LedgerStore).record(
    added.map(({ caseId, staffId, municipalityId }) => ({
      action: 'assign',
      outcome: 'done',
      municipalityId,
      caseId,
      detail: { staffId, reason: 'on-duty' },
    })),
  );
  return added;
}
