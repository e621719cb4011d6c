import type { Caller } from '../gate/caller.js';
import type { LedgerLine } from './ledger.port.js';

/** Writes what was read, searched or refused. Resolves when the lines are durable; if they cannot be, nothing is shown. */
export abstract class LedgerAppender {
  abstract append(caller: Caller, lines: readonly LedgerLine[]): Promise<void>;
}
