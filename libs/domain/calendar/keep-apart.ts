/**
 * Pairs who must never meet ([S1], [S4]: rivals meet neither in a corridor nor in a waiting room): around every meeting of
 * the one the place is kept clear of the other, long enough to have come and gone. Whose sake it is for is never said.
 */
import { MINUTE } from '../kernel/instant.js';
import type { KeptClear } from './slot-question.js';

/** Coming early, and waiting for a ride home. */
export const APART_MINUTES = 45;

export const keptClearOf = (
  meetings: readonly KeptClear[],
  marginMinutes: number = APART_MINUTES,
): readonly KeptClear[] =>
  meetings.map(({ from, until, site }) => ({
    from: from - marginMinutes * MINUTE,
    until: until + marginMinutes * MINUTE,
    site,
  }));
