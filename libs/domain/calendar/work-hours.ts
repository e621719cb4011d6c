/** When somebody can be called to a meeting at all: their hours on the clock in Sweden, on days when people work. */
import { type CivilDay, type Weekday, weekdayOf } from '../kernel/civil-day.js';
import type { Instant } from '../kernel/instant.js';
import { isHolidayOrEve, isWorkday } from '../kernel/public-holidays.js';
import { civilDayOf, instantAt } from '../kernel/stockholm.js';
import type { Stretch } from './stretch.js';

/** Minutes after midnight, from the first up to the second; a weekday that is absent has no hours. */
export type WorkHours = Readonly<Partial<Record<Weekday, readonly [number, number]>>>;

/** Where nobody has said otherwise. */
export const OFFICE_HOURS: WorkHours = {
  mon: [480, 1020],
  tue: [480, 1020],
  wed: [480, 1020],
  thu: [480, 1020],
  fri: [480, 1020],
};

/** Days from the first to the last, both counted. */
export interface DaySpan {
  readonly first: CivilDay;
  readonly last: CivilDay;
}

export const isWithin = (day: CivilDay, spans: readonly DaySpan[]): boolean =>
  spans.some(({ first, last }) => day >= first && day <= last);

/** A day on which meetings are held: no weekend, public holiday, nor eve on which nobody works, nor one that the town has closed. */
export const isMeetingDay = (day: CivilDay, closed: readonly DaySpan[]): boolean =>
  isWorkday(day) && !isWithin(day, closed);

/**
 * A day on which what is fixed to its weekday holds: no public holiday, nor eve on which nobody works, nor closed by the
 * town. Which weekdays those are is said by the hours, or by the standing times themselves.
 */
export const isOpenDay = (day: CivilDay, closed: readonly DaySpan[]): boolean =>
  !isHolidayOrEve(day) && !isWithin(day, closed);

/** The town is at work at this moment: by its hours on the clock in Sweden, on a day that is not closed. */
export function isAtWork(
  town: { readonly hours: WorkHours; readonly closed: readonly DaySpan[] },
  at: Instant,
): boolean {
  const day = civilDayOf(at);
  const [from, until] = town.hours[weekdayOf(day)] ?? [0, 0];
  return isOpenDay(day, town.closed) && at >= instantAt(day, from) && at < instantAt(day, until);
}

/** The hours between two days as stretches, without the days on which somebody is away. */
export function hoursBetween(days: DaySpan, hours: WorkHours, away: readonly DaySpan[]): readonly Stretch[] {
  const open: Stretch[] = [];
  for (let day = days.first; day <= days.last; day += 1) {
    const [from, until] = hours[weekdayOf(day)] ?? [0, 0];
    if (from < until && !isWithin(day, away)) open.push({ from: instantAt(day, from), until: instantAt(day, until) });
  }
  return open;
}
