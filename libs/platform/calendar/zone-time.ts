/** A time on the clock of a named zone, for calendars that name a zone and do not say what it is. */
import type { Instant } from '#domain/kernel/instant.js';

const clocks = new Map<string, Intl.DateTimeFormat>();
/** More zones than there are would only be somebody's nonsense. */
const MOST_ZONES = 600;

/** Throws RangeError for a zone that nobody knows. */
function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    ...{ year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' },
  });
  if (clocks.size < MOST_ZONES) clocks.set(zone, made);
  return made;
}

/** How far the clock of the zone is ahead of UTC, in milliseconds. */
function offsetIn(zone: string, at: Instant): number {
  const part = Object.fromEntries(
    clockOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const shown = Date.UTC(part['year']!, part['month']! - 1, part['day'], part['hour'], part['minute'], part['second']);
  return shown - Math.floor(at / 1000) * 1000;
}

/** `local` is the clock's time as if it were UTC. What the clock leaves out moves forward; of what it shows twice the first counts. */
export function instantIn(zone: string, local: Instant): Instant {
  const [before, after] = [offsetIn(zone, local - 86_400_000), offsetIn(zone, local + 86_400_000)];
  if (offsetIn(zone, local - before) === before) return local - before;
  return offsetIn(zone, local - after) === after ? local - after : local - before;
}

export const isZone = (zone: string): boolean => {
  try {
    clockOf(zone);
    return true;
  } catch {
    return false;
  }
};
