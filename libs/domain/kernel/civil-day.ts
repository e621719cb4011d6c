/**
 * Days of the calendar as whole numbers, so that a deadline counted in days is never moved by a clock change or by
 * the zone of the machine that counts.
 */

/** Days since 1970-01-01 in the Gregorian calendar. */
export type CivilDay = number;

export interface CalendarDate {
  readonly year: number;
  /** 1–12 */
  readonly month: number;
  /** 1–31 */
  readonly day: number;
}

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
/** 400 years always have the same number of days. */
const DAYS_IN_ERA = 146_097;
/** From 0000-03-01, where the count of the calendar is simplest, to 1970-01-01. */
const DAYS_TO_1970 = 719_468;

export const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

export const daysInMonth = (year: number, month: number): number =>
  month === 2 && isLeapYear(year) ? 29 : DAYS_IN_MONTH[month - 1]!;

/** The day of a date that exists; `new Date(year, …)` would take the years 0–99 for 1900–1999. */
export function civilDay(year: number, month: number, day: number): CivilDay {
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_IN_ERA + dayOfEra - DAYS_TO_1970;
}

export function calendarDate(civil: CivilDay): CalendarDate {
  const shifted = civil + DAYS_TO_1970;
  const era = Math.floor(shifted / DAYS_IN_ERA);
  const dayOfEra = shifted - era * DAYS_IN_ERA;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

/** 0 = Monday … 6 = Sunday; 1970-01-01 was a Thursday. */
export const weekdayIndex = (civil: CivilDay): number => (((civil + 3) % 7) + 7) % 7;

export const weekdayOf = (civil: CivilDay): Weekday => WEEKDAYS[weekdayIndex(civil)]!;

/** The same day of the month `months` later; a day that the month lacks becomes its last. */
export function addMonths(civil: CivilDay, months: number): CivilDay {
  const { year, month, day } = calendarDate(civil);
  const monthsSinceYear0 = year * 12 + (month - 1) + months;
  const targetYear = Math.floor(monthsSinceYear0 / 12);
  const targetMonth = monthsSinceYear0 - targetYear * 12 + 1;
  return civilDay(targetYear, targetMonth, Math.min(day, daysInMonth(targetYear, targetMonth)));
}

/** A date written `2026-02-28`, from the year 0001 on, or undefined when no calendar has that day. */
export function parseCivilDay(text: string): CivilDay | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  return civilDay(year, month, day);
}

export function formatCivilDay(civil: CivilDay): string {
  const { year, month, day } = calendarDate(civil);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
