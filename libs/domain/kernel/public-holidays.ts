/**
 * The Swedish public holidays (lagen 1989:253 om allmänna helgdagar), on which an office is shut and no working day
 * is counted; ordinary Sundays are left to the opening hours.
 */
import { calendarDate, civilDay, type CivilDay, weekdayIndex } from './civil-day.js';

export type PublicHoliday =
  | 'new-years-day'
  | 'epiphany'
  | 'good-friday'
  | 'easter-sunday'
  | 'easter-monday'
  | 'may-day'
  | 'ascension-day'
  | 'whit-sunday'
  | 'national-day'
  | 'midsummer-day'
  | 'all-saints-day'
  | 'christmas-day'
  | 'boxing-day';

/** Days that are no public holidays but on which nobody is expected to work. */
export type HolidayEve = 'midsummer-eve' | 'christmas-eve' | 'new-years-eve';

interface YearOfHolidays {
  readonly holidays: ReadonlyMap<CivilDay, PublicHoliday>;
  readonly eves: ReadonlyMap<CivilDay, HolidayEve>;
}

const SATURDAY = 5;
const yearsKept = 2000;
const years = new Map<number, YearOfHolidays>();

/** The Gregorian computus (Meeus, Jones and Butcher). */
export function easterSunday(year: number): CivilDay {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const yearOfCentury = year % 100;
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const moon = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - moon - (yearOfCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * moon + 22 * toSunday) / 451);
  const monthAndDay = moon + toSunday - 7 * late + 114;
  return civilDay(year, Math.floor(monthAndDay / 31), (monthAndDay % 31) + 1);
}

/** The Saturday among the seven days that begin with `first`. */
const saturdayFrom = (first: CivilDay): CivilDay => first + ((SATURDAY - weekdayIndex(first) + 7) % 7);

function holidaysIn(year: number): YearOfHolidays {
  const kept = years.get(year);
  if (kept !== undefined) return kept;
  if (years.size >= yearsKept) years.clear();
  const easter = easterSunday(year);
  const midsummer = saturdayFrom(civilDay(year, 6, 20));
  const found: YearOfHolidays = {
    // Two may fall on one day, as 1 May and Ascension Day did in 2008: the last one written names it.
    holidays: new Map<CivilDay, PublicHoliday>([
      [civilDay(year, 1, 1), 'new-years-day'],
      [civilDay(year, 1, 6), 'epiphany'],
      [civilDay(year, 5, 1), 'may-day'],
      [civilDay(year, 6, 6), 'national-day'],
      [easter - 2, 'good-friday'],
      [easter, 'easter-sunday'],
      [easter + 1, 'easter-monday'],
      [easter + 39, 'ascension-day'],
      [easter + 49, 'whit-sunday'],
      [midsummer, 'midsummer-day'],
      [saturdayFrom(civilDay(year, 10, 31)), 'all-saints-day'],
      [civilDay(year, 12, 25), 'christmas-day'],
      [civilDay(year, 12, 26), 'boxing-day'],
    ]),
    eves: new Map<CivilDay, HolidayEve>([
      [midsummer - 1, 'midsummer-eve'],
      [civilDay(year, 12, 24), 'christmas-eve'],
      [civilDay(year, 12, 31), 'new-years-eve'],
    ]),
  };
  years.set(year, found);
  return found;
}

export const findPublicHoliday = (day: CivilDay): PublicHoliday | undefined =>
  holidaysIn(calendarDate(day).year).holidays.get(day);

export const isPublicHoliday = (day: CivilDay): boolean => findPublicHoliday(day) !== undefined;

export const publicHolidaysOf = (year: number): ReadonlyMap<CivilDay, PublicHoliday> => holidaysIn(year).holidays;

/** A public holiday, or midsummer, Christmas or New Year's Eve. */
export const isHolidayOrEve = (day: CivilDay): boolean => {
  const { holidays, eves } = holidaysIn(calendarDate(day).year);
  return holidays.has(day) || eves.has(day);
};

/** Monday to Friday, not a public holiday, nor midsummer, Christmas or New Year's Eve. */
export const isWorkday = (day: CivilDay): boolean => weekdayIndex(day) < SATURDAY && !isHolidayOrEve(day);

/** How many working days a whole year has, without walking through it. */
export function workdaysIn(year: number): number {
  const first = civilDay(year, 1, 1);
  const length = civilDay(year + 1, 1, 1) - first;
  let count = 260;
  for (let day = first + 364; day < first + length; day += 1) if (weekdayIndex(day) < SATURDAY) count += 1;
  const { holidays, eves } = holidaysIn(year);
  for (const day of new Set([...holidays.keys(), ...eves.keys()])) if (weekdayIndex(day) < SATURDAY) count -= 1;
  return count;
}
