import type { CallerTransaction } from '../gate/as-caller.js';
import { LedgerStore, type LedgerLine } from '../ledger/ledger.port.js';

/** Whoever gives out rights leaves a trace of each: what was done to which row, by ids and words of our own alone. */
export function recordChange(tx: CallerTransaction, detail: NonNullable<LedgerLine['detail']>): Promise<void> {
  return tx.of(LedgerStore).record([{ action: 'change', outcome: 'done', detail }]);
}
