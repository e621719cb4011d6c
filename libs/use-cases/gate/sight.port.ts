import type { Sight } from './sight.js';

/** The counts of cases and people. */
export abstract class SightStore {
  /** Of the caller's transaction, in any order. */
  abstract find(abouts: readonly string[]): Promise<Sight[]>;
  /** Whether any of these has been raised since. */
  abstract hasMoved(sights: readonly Sight[]): Promise<boolean>;
}
