/**
 * Times are read in Sweden's civil time whatever the device says: a deadline at 14:40 is 14:40 for everyone in the case.
 * Form: "tis 24 nov 15:00".
 */
import { LOCALES, type Language } from '../texts/language.js';

export const ZONE = 'Europe/Stockholm';
export type Instant = string | number | Date;

const formats = new Map<string, Intl.DateTimeFormat>();

function format(language: Language, name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${name}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(LOCALES[language], { timeZone: ZONE, ...options });
  formats.set(key, made);
  return made;
}

const at = (instant: Instant) => (instant instanceof Date ? instant : new Date(instant));

/** "15:00" */
export function clockTime(instant: Instant, language: Language): string {
  return format(language, 'clock', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
    .format(at(instant))
    .replace('.', ':');
}

/** "tis 24 nov", with the year when it is another than that of `now`. */
export function dayWords(instant: Instant, language: Language, now?: Instant): string {
  const parts = format(language, 'day', { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' })
    .formatToParts(at(instant))
    .reduce<Record<string, string>>((all, part) => ({ ...all, [part.type]: part.value.replace(/\.$/, '') }), {});
  const words = `${parts.weekday} ${parts.day} ${parts.month}`;
  return now !== undefined && calendarDay(instant).slice(0, 4) !== calendarDay(now).slice(0, 4)
    ? `${words} ${parts.year}`
    : words;
}

/** "1 jan 2026": for a span of years, where each end says its own. */
export function dateWords(instant: Instant, language: Language): string {
  return format(language, 'date', { day: 'numeric', month: 'short', year: 'numeric' })
    .format(at(instant))
    .replace('.', '');
}

/** "tis 24 nov 15:00" */
export function moment(instant: Instant, language: Language, now?: Instant): string {
  return `${dayWords(instant, language, now)} ${clockTime(instant, language)}`;
}

/** Only the clock when it is today; the day as well otherwise. */
export function shortMoment(instant: Instant, language: Language, now: Instant): string {
  return calendarDay(instant) === calendarDay(now) ? clockTime(instant, language) : moment(instant, language, now);
}

/** When something is due: what ends with a day is said with that day, "lör 12 dec 24:00", never with the morning after. */
export function dueMoment(instant: Instant, language: Language, now: Instant): string {
  if (clockTime(instant, language) !== '00:00') return shortMoment(instant, language, now);
  const lastMinute = at(instant).getTime() - 60_000;
  return calendarDay(lastMinute) === calendarDay(now) ? '24:00' : `${dayWords(lastMinute, language, now)} 24:00`;
}

/** The clock of what is due on a day that is said beside it: midnight is the end of that day. */
export function dueClock(instant: Instant, language: Language): string {
  const words = clockTime(instant, language);
  return words === '00:00' ? '24:00' : words;
}

/** "2026-11-24" in Sweden's calendar. */
export function calendarDay(instant: Instant): string {
  return format('sv', 'calendar', { year: 'numeric', month: '2-digit', day: '2-digit' }).format(at(instant));
}

/** For screen readers and titles: "tisdag 24 november 2026 kl. 15:00". */
export function fullMoment(instant: Instant, language: Language): string {
  const day = format(language, 'full', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).format(
    at(instant),
  );
  return `${day}${language === 'sv' ? ' kl. ' : ', '}${clockTime(instant, language)}`;
}
