import type { LedgerAction } from '#domain/ledger/ledger-action.js';
import type { ReviewOutcome, ReviewPattern } from '#domain/ledger/review-pattern.js';

/** What an auditor sees of an entry: who, for which house, what, on which ground; never about whom and never content. */
export interface ReviewedEntry {
  readonly id: string;
  readonly at: Date;
  /** To the microsecond, for the cursor. */
  readonly exactly: string;
  readonly staffId: string | null;
  readonly staffName: string | null;
  readonly service: string | null;
  readonly role: string | null;
  readonly house: string | null;
  readonly unitName: string | null;
  readonly action: LedgerAction;
  readonly outcome: string;
  readonly ground: string | null;
  readonly purpose: string | null;
  readonly caseNumber: string | null;
  readonly itemId: string | null;
  readonly origin: string | null;
  /** What was done, as a word of the program. */
  readonly deed: string | null;
  /** By a young person or a guardian about what is kept on them; never which of them. */
  readonly byFamily: boolean;
  /** The house that something was given to. */
  readonly toHouse: string | null;
  /** The newest that a reviewer has come to; null when nobody has. */
  readonly outcomeOfReview: ReviewOutcome | null;
  readonly reviewedBy: string | null;
  readonly reviewedAt: Date | null;
}

/** What readers have of their own that the people they read about may have too, as keyed hashes. */
export interface ReaderTraces {
  readonly names: readonly ReaderTrace[];
  readonly phones: readonly ReaderTrace[];
}

export interface ReaderTrace {
  readonly staffId: string;
  readonly trace: Buffer;
}

export interface NewOutcome {
  readonly id: string;
  readonly entryId: string;
  readonly outcome: ReviewOutcome;
}

export interface ReviewPeriod {
  readonly from: Date | null;
  readonly until: Date | null;
}

export interface ReviewFilter extends ReviewPeriod {
  readonly staffId: string | null;
  readonly action: LedgerAction | null;
  readonly outcome: string | null;
  readonly caseNumber: string | null;
  readonly pattern: ReviewPattern | null;
  /** Only what no reviewer has come to anything about. */
  readonly unreviewed: boolean;
}

export interface FoundPattern {
  readonly pattern: ReviewPattern;
  readonly entries: number;
  /** How many different members of staff they are by. */
  readonly staff: number;
  /** How many of them no reviewer has come to anything about. */
  readonly unreviewed: number;
}

export interface ReviewPlace {
  readonly at: string;
  readonly id: string;
}

/** The auditor's sight of the ledger; row-level security leaves nothing for any other role or municipality. */
export abstract class LedgerReview {
  /** Newest first. */
  abstract find(
    filter: ReviewFilter,
    traces: ReaderTraces,
    page: { readonly after: ReviewPlace | null; readonly most: number },
  ): Promise<ReviewedEntry[]>;
  abstract countPatterns(period: ReviewPeriod, traces: ReaderTraces): Promise<FoundPattern[]>;
  /** By chance, among what was done with content by people. */
  abstract drawSample(period: ReviewPeriod, most: number): Promise<ReviewedEntry[]>;
  /** Everyone who stands in the ledger. */
  abstract listStaff(): Promise<{ id: string; name: string; phone: string | null }[]>;
  /** The member of staff whose entry it is; undefined when the reviewer sees no such entry. */
  abstract findActor(entryId: string): Promise<{ readonly staffId: string | null } | undefined>;
  abstract addOutcome(outcome: NewOutcome): Promise<void>;
  /** The newest seal; undefined before the first. */
  abstract findSeal(): Promise<{ size: number; signedAt: Date } | undefined>;
}
