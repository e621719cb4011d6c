/** Weeks as the work counts them: from Monday on, by their number in the year (ISO 8601). */
import {
  calendarDate,
  civilDay,
  formatCivilDay,
  parseCivilDay,
  weekdayIndex,
  type CivilDay,
} from '../kernel/civil-day.js';
import type { Instant } from '../kernel/instant.js';
import { civilDayOf } from '../kernel/stockholm.js';

export const mondayOf = (day: CivilDay): CivilDay => day - weekdayIndex(day);

/** The Monday of the week that an instant lies in, for people in Sweden. */
export const weekAt = (at: Instant): CivilDay => mondayOf(civilDayOf(at));

/** The week that holds the year's first Thursday is its first. */
export function weekNumber(monday: CivilDay): { readonly year: number; readonly week: number } {
  const thursday = monday + 3;
  const { year } = calendarDate(thursday);
  const first = mondayOf(civilDay(year, 1, 4));
  return { year, week: Math.floor((monday - first) / 7) + 1 };
}

/** A day as it is written; undefined where it is no Monday. */
export function parseMonday(text: string): CivilDay | undefined {
  const day = parseCivilDay(text);
  return day !== undefined && weekdayIndex(day) === 0 ? day : undefined;
}

export const writeDay = formatCivilDay;

/** Further back nobody adds anything: what was seen is told while it can still lead to something. */
export const OLDEST_WEEKS = 3;

export type WeekDecision =
  { readonly outcome: 'open' } | { readonly outcome: 'refused'; readonly code: 'not-yet' | 'too-old' | 'closed' };

/** Whether something may be added to a week now. */
export function decideWeek(
  monday: CivilDay,
  now: { readonly monday: CivilDay; readonly closed: boolean },
): WeekDecision {
  if (monday > now.monday) return { outcome: 'refused', code: 'not-yet' };
  if (monday < now.monday - 7 * OLDEST_WEEKS) return { outcome: 'refused', code: 'too-old' };
  return now.closed ? { outcome: 'refused', code: 'closed' } : { outcome: 'open' };
}
