/** Something with an id that somebody asked for, as far as the ledger needs to know whose it is. */
export interface SoughtObject {
  readonly id: string;
  readonly branchId: string | null;
  readonly personId: string | null;
  readonly caseId: string | null;
  readonly itemId: string | null;
}

/** Looks ids up in every table that holds something about a person or a case, always in all of them: time tells nothing. */
export abstract class SoughtObjects {
  /** Those of the ids that the caller's policies let them see. */
  abstract findVisible(ids: readonly string[]): Promise<string[]>;
  /** Whose each of them is, seen by the caller or not; ask as the service `ledger`, which shows it to nobody. */
  abstract findAll(ids: readonly string[]): Promise<SoughtObject[]>;
}
