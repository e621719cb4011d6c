export interface PlaceInUnattached {
  readonly at: Date;
  readonly id: string;
}

/** What became of a removal: somebody else's work may have come between. */
export type RemovalOutcome = 'removed' | 'changed' | 'needed';

/** People of the caller's house at whom nothing points: no case, no report, nobody else's record. */
export abstract class UnattachedStore {
  /** Longest registered first; nobody whose name is hidden from the caller. */
  abstract findPage(most: number, after: PlaceInUnattached | null): Promise<string[]>;
  /** The record with its name, its number, its key and the ways by which it is found. */
  abstract remove(id: string, version: number): Promise<RemovalOutcome>;
}
