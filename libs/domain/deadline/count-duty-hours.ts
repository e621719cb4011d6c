/**
 * Limits for a unit that is not there around the clock run only while it is open, so that nobody is late with a question
 * that came at night; public holidays and the municipality's own closed days are shut.
 */
import { type CivilDay, weekdayOf } from '../kernel/civil-day.js';
import { HOUR, type Instant, LAST_INSTANT } from '../kernel/instant.js';
import { isPublicHoliday } from '../kernel/public-holidays.js';
import { civilDayOf, instantAt } from '../kernel/stockholm.js';
import type { DutyHoursRule } from './deadline-rule.js';

/** Ten years, with as many leap days as they can have. */
const NEVER_OPEN_AFTER_DAYS = 3653;

interface OpenTime {
  readonly start: Instant;
  readonly end: Instant;
}

/** When the unit is open on that day; inside the spring gap an opening may shrink to nothing. */
function openTime(rule: DutyHoursRule, day: CivilDay): OpenTime | undefined {
  const hours = rule.open[weekdayOf(day)];
  if (hours === undefined || rule.closed.has(day) || isPublicHoliday(day)) return undefined;
  const start = instantAt(day, hours.opens);
  const end = instantAt(day, hours.closes);
  return end > start ? { start, end } : undefined;
}

/** Undefined: the unit is never open within ten years. Beyond the last instant the count is given up as it stands. */
export function countDutyHours(rule: DutyHoursRule, from: Instant): Instant | undefined {
  let left = Math.round(rule.hours * HOUR);
  const firstDay = civilDayOf(from);
  let lastOpen = firstDay;
  // Nobody is open for longer than around the clock: what cannot end in time need not be walked through.
  if (from + left > LAST_INSTANT) return Infinity;
  for (let day = firstDay; day - lastOpen <= NEVER_OPEN_AFTER_DAYS; day += 1) {
    const open = openTime(rule, day);
    if (open === undefined || open.end <= from) continue;
    if (open.start > LAST_INSTANT) return Infinity;
    const start = Math.max(open.start, from);
    if (left <= open.end - start) return start + left;
    left -= open.end - start;
    lastOpen = day;
  }
  return undefined;
}

/** How much open time lies between two instants: what is left of such a limit, in milliseconds; never less than none. */
export function dutyTimeBetween(rule: DutyHoursRule, from: Instant, until: Instant): number {
  let total = 0;
  const last = civilDayOf(until);
  for (let day = civilDayOf(from); day <= last; day += 1) {
    const open = openTime(rule, day);
    if (open !== undefined) total += Math.max(0, Math.min(open.end, until) - Math.max(open.start, from));
  }
  return total;
}
