/** When a group met: the day of the meeting, whatever day somebody closed it or wrote it down. */
import { parseCivilDay } from '../kernel/civil-day.js';
import { MINUTE, type Instant } from '../kernel/instant.js';
import { civilDayOf, instantAt } from '../kernel/stockholm.js';

const NOON = 12 * 60;

/** When the time was over to which it was called; one that is over sooner is over now. */
export const endOfMeeting = (
  { startsAt, minutes }: { readonly startsAt: Instant; readonly minutes: number },
  now: Instant,
): Instant => Math.min(startsAt + minutes * MINUTE, now);

/** The middle of a day on which it was held elsewhere, `2026-11-24`; undefined for no day, and for one that has not come. */
export function heldElsewhere(day: string, now: Instant): Instant | undefined {
  const held = parseCivilDay(day);
  if (held === undefined || held > civilDayOf(now)) return undefined;
  return Math.min(instantAt(held, NOON), now);
}
