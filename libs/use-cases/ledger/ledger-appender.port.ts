import type { Caller } from '../gate/caller.js';
import type { LedgerLine } from './ledger.port.js';

/** What one reader did. */
export interface LedgerAppend {
  readonly caller: Caller;
  readonly lines: readonly LedgerLine[];
}

/** Writes what was read, searched or refused. Resolves when the lines are durable; if they cannot be, nothing is shown. */
export abstract class LedgerAppender {
  /** All of them or none. */
  abstract appendAll(appends: readonly LedgerAppend[]): Promise<void>;

  append(caller: Caller, lines: readonly LedgerLine[]): Promise<void> {
    return this.appendAll([{ caller, lines }]);
  }
}
