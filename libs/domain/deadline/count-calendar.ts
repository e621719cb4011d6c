/**
 * Limits in days, weeks, months and years end with a calendar day where the person lives, never at the hour at which
 * the matter happened to arrive (SoL 20:2: fourteen days, not 336 hours).
 */
import { addMonths, type CivilDay } from '../kernel/civil-day.js';
import { DAY, type Instant, LAST_INSTANT } from '../kernel/instant.js';
import { civilDayOf, endOfDay } from '../kernel/stockholm.js';
import type { CalendarRule } from './deadline-rule.js';

const LAST_DAY: Readonly<Record<CalendarRule['unit'], (first: CivilDay, count: number) => CivilDay>> = {
  days: (first, count) => first + count,
  weeks: (first, count) => first + 7 * count,
  months: (first, count) => addMonths(first, count),
  years: (first, count) => addMonths(first, 12 * count),
};

/** More than the calendar has of any unit: such a count would lose its precision before it ended. */
const MOST = 10_000_000;

export function countCalendar({ unit, count }: CalendarRule, from: Instant): Instant {
  if (count > MOST) return Infinity;
  const last = LAST_DAY[unit](civilDayOf(from), count);
  return last * DAY > LAST_INSTANT ? Infinity : endOfDay(last);
}
