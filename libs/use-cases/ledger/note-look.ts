import type { CallerTransaction } from '../gate/as-caller.js';
import { LedgerStore } from './ledger.port.js';

/** A list that tells of a person or a case although nothing in it is sealed, e.g. whom one has written to. */
export interface Look {
  /** The word of the list in the ledger, e.g. `family-links`. */
  readonly list: string;
  readonly shown: number;
  readonly personId: string;
  readonly caseId: string;
}

/** Writes the look in its own transaction: the list leaves only with its line, and an empty one tells something too. */
export const noteLook = (tx: CallerTransaction, { list, shown, personId, caseId }: Look): Promise<void> =>
  tx
    .of(LedgerStore)
    .record([{ action: 'read', outcome: 'release', ground: 'internal', personId, caseId, detail: { list, shown } }]);
