/**
 * How long an agency that sat at a group's meeting may still take out its own record when the group has ended: until the minutes
 * are what they are, and two weeks more to register them (OSL 5:1).
 */
import { DAY, type Instant } from '../kernel/instant.js';

export const RECORD_DAYS = 14;

/** Null where the time is over already. `fixesAt`: when the minutes are fixed, or were. */
export const recordUntil = (fixesAt: Instant, now: Instant): Instant | null => {
  const until = fixesAt + RECORD_DAYS * DAY;
  return until > now ? until : null;
};
