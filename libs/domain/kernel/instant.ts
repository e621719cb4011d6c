/**
 * Points in real time. An instant that somebody writes down must say its offset and must exist: a deadline counted from
 * a guessed hour would be wrong by an hour on exactly the night when it matters.
 */
import { civilDay, parseCivilDay } from './civil-day.js';

/** Milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number;

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** The instants that can be written with a year of four digits. */
export const FIRST_INSTANT: Instant = civilDay(1, 1, 1) * DAY;
export const LAST_INSTANT: Instant = civilDay(10_000, 1, 1) * DAY - 1;

export const isInstant = (value: number): boolean =>
  Number.isInteger(value) && value >= FIRST_INSTANT && value <= LAST_INSTANT;

const WRITTEN =
  /^(\d{4}-\d{2}-\d{2})[Tt]([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.(\d+))?)?(?:[Zz]|([+-])([01]\d|2[0-3]):([0-5]\d))$/;

/**
 * An instant as RFC 3339 writes it (seconds may be left out, what is finer than a millisecond is dropped), or undefined
 * when it has no offset, does not exist, or is a leap second, which no deadline can count.
 */
export function parseInstant(text: string): Instant | undefined {
  const match = WRITTEN.exec(text);
  if (match === null) return undefined;
  const [, date, hour, minute, second = '0', fraction = '', sign, offsetHour, offsetMinute] = match;
  const civil = parseCivilDay(date!);
  if (civil === undefined) return undefined;
  const offset = sign === undefined ? 0 : Number(offsetHour) * HOUR + Number(offsetMinute) * MINUTE;
  const instant =
    civil * DAY +
    Number(hour) * HOUR +
    Number(minute) * MINUTE +
    Number(second) * SECOND +
    Number(fraction.slice(0, 3).padEnd(3, '0')) -
    (sign === '-' ? -offset : offset);
  return isInstant(instant) ? instant : undefined;
}

/** UTC in ISO 8601 with milliseconds. */
export const formatInstant = (instant: Instant): string => new Date(instant).toISOString();
