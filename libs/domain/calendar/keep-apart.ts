/**
 * Pairs who must never meet ([S1], [S4]: rivals meet neither in a corridor nor in a waiting room): around every meeting of
 * the one the place is kept clear of the other, long enough to have come and gone. Whose sake it is for is never said.
 */
import { addMonths, parseCivilDay } from '../kernel/civil-day.js';
import { type Instant, MINUTE } from '../kernel/instant.js';
import { civilDayOf, endOfDay } from '../kernel/stockholm.js';
import type { KeptClear } from './slot-question.js';
import type { Stretch } from './stretch.js';

/** Closed words: what has happened stands in the case and not here. */
export const APART_GROUNDS = ['threat', 'conflict', 'violence', 'court-order'] as const;
export type ApartGround = (typeof APART_GROUNDS)[number];

/** Coming early, and waiting for a ride home. */
export const APART_MINUTES = 45;
/** It is thought through again at least once a year. */
const LONGEST_MONTHS = 12;

/** Places are not known for meetings of today, so that the whole time is kept clear. */
export const keptClearOf = (meetings: readonly Stretch[]): readonly KeptClear[] =>
  meetings.map(({ from, until }) => ({
    from: from - APART_MINUTES * MINUTE,
    until: until + APART_MINUTES * MINUTE,
    site: null,
  }));

export const isKeptClear = (meeting: Stretch, clear: readonly Stretch[]): boolean =>
  clear.some(({ from, until }) => from < meeting.until && meeting.from < until);

export type ApartEnd =
  | { readonly outcome: 'until'; readonly until: Instant }
  | { readonly outcome: 'refused'; readonly code: 'DATE_MISSING' | 'APART_END_PAST' | 'APART_TOO_LONG' };

/** The end of a day that is written `2026-11-24`. */
export function decideApartEnd(written: string, now: Instant): ApartEnd {
  const day = parseCivilDay(written);
  const today = civilDayOf(now);
  if (day === undefined) return { outcome: 'refused', code: 'DATE_MISSING' };
  if (day < today) return { outcome: 'refused', code: 'APART_END_PAST' };
  if (day > addMonths(today, LONGEST_MONTHS)) return { outcome: 'refused', code: 'APART_TOO_LONG' };
  return { outcome: 'until', until: endOfDay(day) };
}
