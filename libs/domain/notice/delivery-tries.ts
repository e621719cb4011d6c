/** When a message that did not get through is tried again, so that a mail server's night off silences no alarm. */
import { type Instant, MINUTE } from '../kernel/instant.js';

/** Minutes until the next try, after the first, the second … failed one: about a day in all. */
export const PAUSES = [1, 2, 5, 15, 30, 60, 120, 240, 480, 480] as const;

/** While a message is being sent nobody else tries it; a sender that died is replaced after this. */
export const CLAIM = 2 * MINUTE;

/** Null when it is given up. `tries` counts the failed ones so far. */
export const nextTryAt = (tries: number, now: Instant): Instant | null => {
  const pause = PAUSES[tries - 1];
  return pause === undefined ? null : now + pause * MINUTE;
};
