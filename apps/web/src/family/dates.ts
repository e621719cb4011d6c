/**
 * Days and times in Sweden's civil time, in the reader's words: a meeting at 15:00 is at 15:00 whatever the phone says.
 * Where the browser has no words for a language (Somali), the catalogue has them.
 */
import { SPEECH } from './language.js';
import type { Texts } from './texts.js';

const ZONE = 'Europe/Stockholm';
const DAY = 86_400_000;

type Spoken = Pick<Texts, 'language' | 'words'>;

function parts(at: number, locale: string, options: Intl.DateTimeFormatOptions): Record<string, string> {
  return Object.fromEntries(
    new Intl.DateTimeFormat(locale, { timeZone: ZONE, ...options })
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
}

const instant = (at: string | number): number => (typeof at === 'number' ? at : Date.parse(at));

/** "2026-11-24" */
export const civilDay = (at: string | number): string => {
  const { year, month, day } = parts(instant(at), 'sv-SE', { year: 'numeric', month: '2-digit', day: '2-digit' });
  return `${year}-${month}-${day}`;
};

/** "24 november 2026", with the weekday where one plans by it: "tisdag 24 november". */
export function dayWords(at: string | number, spoken: Spoken, form: 'date' | 'weekday' = 'date'): string {
  const when = instant(at);
  const months = spoken.words('dates.months');
  if (months.length === 12) {
    const [year, month, day] = civilDay(when).split('-').map(Number);
    const weekday = spoken.words('dates.days')[new Date(Date.UTC(year ?? 0, (month ?? 1) - 1, day)).getUTCDay()];
    const date = `${day} ${months[(month ?? 1) - 1]}`;
    return unbroken(form === 'date' ? `${date} ${year}` : `${weekday} ${date}`);
  }
  const options: Intl.DateTimeFormatOptions =
    form === 'date'
      ? { day: 'numeric', month: 'long', year: 'numeric' }
      : { weekday: 'long', day: 'numeric', month: 'long' };
  return unbroken(new Intl.DateTimeFormat(SPEECH[spoken.language].locale, { timeZone: ZONE, ...options }).format(when));
}

/** The day stays with its month at the end of a line. */
const unbroken = (date: string): string => date.replace(/(\d) (?=\p{L})/u, '$1\u00a0');

/** "15:00" */
export const clockTime = (at: string | number): string => {
  const { hour, minute } = parts(instant(at), 'sv-SE', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return `${hour}:${minute}`;
};

/** "tisdag 24 november 15:00" */
export const momentWords = (at: string | number, spoken: Spoken): string =>
  `${dayWords(at, spoken, 'weekday')} ${clockTime(at)}`;

/** The last day on which something holds, whose first instant without it is given. */
export const lastDay = (until: string | number): number => instant(until) - 1;

/** Days left by the calendar, today counted: a day of 23 or 25 hours is one day. */
export const daysLeft = (until: string, now: string): number =>
  Math.max(0, dayNumber(lastDay(until)) - dayNumber(now) + 1);

const dayNumber = (at: string | number): number => Date.parse(civilDay(at)) / DAY;

/** Social services' own office hours: weekdays between eight and half past four. */
export function isOfficeTime(now: string): boolean {
  const { weekday, hour, minute } = parts(instant(now), 'en-GB', {
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const minutes = Number(hour) * 60 + Number(minute);
  return !['Sat', 'Sun'].includes(weekday ?? '') && minutes >= 8 * 60 && minutes < 16 * 60 + 30;
}
