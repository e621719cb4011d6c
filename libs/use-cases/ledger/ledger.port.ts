/** What is done to or with information about a person; the words of the ledger. */
export type { LedgerAction } from '#domain/ledger/ledger-action.js';
import type { LedgerAction } from '#domain/ledger/ledger-action.js';

/** One line of the ledger. It names ids and grounds, never content. */
export interface LedgerLine {
  readonly action: LedgerAction;
  readonly outcome: 'done' | 'release' | 'refuse' | 'refer';
  /** Whose auditors may read it, where a service wrote it; a member of staff writes for their own municipality alone. */
  readonly municipalityId?: string | null;
  readonly personId?: string | null;
  readonly caseId?: string | null;
  readonly itemId?: string | null;
  readonly itemVersion?: number | null;
  readonly purpose?: string | null;
  readonly ground?: string | null;
  /** Ids and numbers that help a reviewer; never a name, a number or a text about a person. */
  readonly detail?: Readonly<Record<string, string | number | boolean | null>>;
}

/** Writes lines in the transaction of the change they tell of: both stand or neither does. */
export abstract class LedgerStore {
  abstract record(lines: readonly LedgerLine[]): Promise<void>;
}
