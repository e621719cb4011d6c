/**
 * How old someone is in Stockholm's calendar: a birthday counts from its first minute, and one on 29 February falls on
 * 1 March in other years (FB 9:1; lagen (1930:173) om beräkning av lagstadgad tid).
 */
import { calendarDate } from '../kernel/civil-day.js';
import type { CalendarDate } from '../kernel/civil-day.js';
import type { Instant } from '../kernel/instant.js';
import { civilDayOf } from '../kernel/stockholm.js';

export const ADULT = 18;

/** A list of a hundred items is decided at one instant and asks for each person's age. */
let latest: { readonly instant: Instant; readonly date: CalendarDate } | undefined;

export function stockholmDate(instant: Instant): CalendarDate {
  if (latest?.instant !== instant) latest = { instant, date: calendarDate(civilDayOf(instant)) };
  return latest.date;
}

export function ageOn(born: CalendarDate, day: CalendarDate): number {
  const hadBirthday = day.month > born.month || (day.month === born.month && day.day >= born.day);
  return day.year - born.year - (hadBirthday ? 0 : 1);
}

export function ageAt(born: CalendarDate, asOf: Instant): number {
  return ageOn(born, stockholmDate(asOf));
}
