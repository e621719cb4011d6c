/** Makes the shares that may be made, each decided by itself inside the transaction, and writes each in the ledger. */
import type { Purpose } from '#domain/disclosure/vocabulary.js';
import type { CallerTransaction } from '../gate/as-caller.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { pairsOf, type Pair } from './preview-share.js';
import { ShareStore, type ReceivingHouse } from './share.port.js';
import type { Told } from './tellables.js';

export interface Given {
  readonly told: readonly Told[];
  readonly houses: readonly Pick<ReceivingHouse, 'branchId' | 'house' | 'name'>[];
  readonly purpose: Purpose;
}

/** Answers the pairs that were given; the others stay where they are. */
export async function giveTold(tx: CallerTransaction, { told, houses, purpose }: Given): Promise<readonly Pair[]> {
  const receiving = houses.map((house) => ({ authorityName: '', people: [], ...house }));
  const given: { readonly pair: Pair; readonly shareId: string }[] = [];
  for (const pair of pairsOf(told, receiving, { purpose, until: null }, tx.now)) {
    const shareId = await makeShare(tx, pair, purpose);
    if (shareId !== null) given.push({ pair, shareId });
  }
  await tx.of(LedgerStore).record(
    given.map(({ pair, shareId }) => ({
      action: 'disclose' as const,
      outcome: pair.answer.decision.outcome,
      personId: pair.told.subjectIds[0],
      caseId: pair.told.caseId,
      itemId: pair.told.id,
      itemVersion: pair.told.version,
      purpose,
      ground: pair.answer.decision.ground,
      detail: { toBranch: pair.house.branchId, shareId, until: pair.until?.toISOString() ?? null },
    })),
  );
  return given.map(({ pair }) => pair);
}

/**
 * The share of a pair that the rule lets be told. Null when it does not, or when the second lock does not open it: something
 * changed between its look and ours, and the no stands.
 */
export async function makeShare(
  tx: CallerTransaction,
  pair: Pick<Pair, 'told' | 'house' | 'answer' | 'until'>,
  purpose: Purpose,
): Promise<string | null> {
  const { until } = pair;
  if (until === null) return null;
  const id = tx.newId();
  const row = { id, itemId: pair.told.id, toBranchId: pair.house.branchId, purpose, until };
  const isOpen = await tx.of(ShareStore).add({ ...row, ground: pair.answer.decision.ground });
  if (isOpen) return id;
  await tx.of(ShareStore).takeBack(id, 'undone');
  return null;
}
