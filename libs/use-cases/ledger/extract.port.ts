import type { ExtractLine, ExtractQuestion } from '#domain/ledger/extract.js';

/** What the extract's decision asks for beside the lines. */
export type ExtractFacts = Omit<ExtractQuestion, 'asOf' | 'view' | 'viewerId'>;

/** Who has read or received what about one person, for that person and those who have custody of them; nobody else finds anything. */
export abstract class ExtractStore {
  /** Undefined when the caller is neither the person nor a guardian of the child. */
  abstract findFacts(personId: string): Promise<ExtractFacts | undefined>;
  /** Of the newest days that have any, `2026-11-24` as the first that is left out; newest first, each day whole. */
  abstract findLines(personId: string, before: string | null, days: number): Promise<ExtractLine[]>;
}
