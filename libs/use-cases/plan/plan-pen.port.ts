import type { Purpose } from '#domain/disclosure/vocabulary.js';
import type { StaffCaller } from '../gate/caller.js';

/** What one reader reaches of entries in which somebody writes. */
export interface PenRoom {
  readonly entries: readonly {
    readonly id: string;
    readonly itemId: string;
    /** What is said in the plan is said for this. */
    readonly purpose: Purpose;
  }[];
  /** Of those who write: whom the reader sees at the table, and the reader’s own colleagues. */
  readonly names: ReadonlyMap<string, string>;
}

/** Pens read by several people at once, each under their own identity. Answers stand in the order of the callers. */
export abstract class PlanPenStore {
  abstract find(
    callers: readonly StaffCaller[],
    of: { readonly groupId: string; readonly entryIds: readonly string[]; readonly staffIds: readonly string[] },
  ): Promise<PenRoom[]>;
}
