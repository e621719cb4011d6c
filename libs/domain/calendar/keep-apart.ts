/**
 * Pairs who must never meet ([S1], [S4]: rivals meet neither in a corridor nor in a waiting room): around every meeting of
 * the one the place is kept clear of the other, long enough to have come and gone. Whose sake it is for is never said.
 */
import { addMonths, parseCivilDay } from '../kernel/civil-day.js';
import { type Instant, MINUTE } from '../kernel/instant.js';
import { civilDayOf, endOfDay } from '../kernel/stockholm.js';
import type { KeptClear } from './slot-question.js';

/** Closed words: what has happened stands in the case and not here. */
export const APART_GROUNDS = ['threat', 'conflict', 'violence', 'court-order'] as const;
export type ApartGround = (typeof APART_GROUNDS)[number];

/** Coming early, and waiting for a ride home. */
export const APART_MINUTES = 45;
/** It is thought through again at least once a year. */
const LONGEST_MONTHS = 12;

/** A meeting of the other one, or `own`: another one of the very person, who is at one at a time. */
export interface MeetingToClear extends KeptClear {
  readonly own: boolean;
}

/** Where it is not known where a meeting is held the time is kept clear everywhere. */
export const keptClearOf = (meetings: readonly MeetingToClear[]): readonly KeptClear[] =>
  meetings.map(({ from, until, site, own }) => {
    const margin = own ? 0 : APART_MINUTES * MINUTE;
    return { from: from - margin, until: until + margin, site: own ? null : site };
  });

/** A meeting that nobody knows the place of clashes with all that is kept clear, as one at the same site does. */
export const isKeptClear = (meeting: KeptClear, clear: readonly KeptClear[]): boolean =>
  clear.some(
    ({ from, until, site }) =>
      from < meeting.until && meeting.from < until && (site === null || meeting.site === null || site === meeting.site),
  );

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
