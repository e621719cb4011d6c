/** A time that someone writes is a time on the clock in Sweden, whatever zone their device is set to (förordningen 2001:127). */
import { formatCivilDay, parseCivilDay } from '../kernel/civil-day.js';
import { type Instant, MINUTE } from '../kernel/instant.js';
import { civilDayOf, instantAt, stockholmOffset } from '../kernel/stockholm.js';

/** Reads `2026-11-24T15:00` (or with a day alone, its first minute); undefined when there is no such day or time. */
export const parseLocalMoment = (text: string): Instant | undefined => {
  const match = /^(\d{4}-\d{2}-\d{2})(?:T([01]\d|2[0-3]):([0-5]\d))?$/.exec(text);
  const day = match?.[1] === undefined ? undefined : parseCivilDay(match[1]);
  if (match === null || day === undefined) return undefined;
  return instantAt(day, Number(match[2] ?? 0) * 60 + Number(match[3] ?? 0));
};

export const formatLocalMoment = (at: Instant): string => {
  const minutes = Math.floor((at + stockholmOffset(at)) / MINUTE) % (24 * 60);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${formatCivilDay(civilDayOf(at))}T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
};
