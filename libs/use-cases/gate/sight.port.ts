import type { Sight } from './sight.js';

/** The counts of cases and people. */
export abstract class SightStore {
  /** Whether any of these has been raised since. */
  abstract hasMoved(sights: readonly Sight[]): Promise<boolean>;
}
