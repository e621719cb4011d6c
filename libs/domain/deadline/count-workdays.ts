/** Limits in working days end with the n-th day on which an ordinary office works, after the day it began. */
import { calendarDate, civilDay } from '../kernel/civil-day.js';
import { DAY, type Instant, LAST_INSTANT } from '../kernel/instant.js';
import { isWorkday, workdaysIn } from '../kernel/public-holidays.js';
import { civilDayOf, endOfDay } from '../kernel/stockholm.js';
import type { WorkdaysRule } from './deadline-rule.js';

export function countWorkdays({ count }: WorkdaysRule, from: Instant): Instant {
  let day = civilDayOf(from);
  let left = count;
  while (left > 0) {
    if (day * DAY > LAST_INSTANT) return Infinity;
    day += 1;
    const { year, month, day: dayOfMonth } = calendarDate(day);
    const wholeYear = month === 1 && dayOfMonth === 1 ? workdaysIn(year) : Infinity;
    if (wholeYear < left) {
      left -= wholeYear;
      day = civilDay(year, 12, 31);
    } else if (isWorkday(day)) left -= 1;
  }
  return endOfDay(day);
}
