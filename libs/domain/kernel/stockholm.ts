/**
 * Civil time in Sweden (förordningen 2001:127 om sommartid): which calendar day an instant belongs to for the person
 * it concerns, and when that person's day ends. The rules of the clock come from the runtime's own time zone data, so
 * that a change of the law arrives with an upgrade and not with an edit here.
 */
import { type CivilDay } from './civil-day.js';
import { DAY, HOUR, type Instant, MINUTE, SECOND } from './instant.js';

const zone = new Intl.DateTimeFormat('en-US', { timeZone: 'Europe/Stockholm', timeZoneName: 'longOffset' });

interface ClockChange {
  readonly at: Instant;
  readonly offset: number;
}

/** Asking Intl for every instant is slow; the changes of a year are found once. The limit keeps hostile input cheap. */
const yearsKept = 2000;
const changesByYear = new Map<number, readonly ClockChange[]>();

function askOffset(instant: Instant): number {
  const match = /GMT(?:([+-])(\d{2}):(\d{2})(?::(\d{2}))?)?$/.exec(zone.format(instant));
  if (match?.[1] === undefined) return 0;
  const size = Number(match[2]) * HOUR + Number(match[3]) * MINUTE + Number(match[4] ?? 0) * SECOND;
  return match[1] === '-' ? -size : size;
}

/** No clock has ever changed twice within ten days here, so samples that far apart see every change. */
function findChanges(year: number): readonly ClockChange[] {
  const start = new Date(0).setUTCFullYear(year, 0, 1);
  const end = new Date(0).setUTCFullYear(year + 1, 0, 1);
  const changes: ClockChange[] = [{ at: start, offset: askOffset(start) }];
  let before = start;
  let offset = changes[0]!.offset;
  while (before < end) {
    const after = Math.min(before + 10 * DAY, end);
    const offsetAfter = askOffset(after);
    if (offsetAfter !== offset) {
      let [low, high] = [before, after];
      while (high - low > SECOND) {
        const middle = low + Math.ceil((high - low) / 2 / SECOND) * SECOND;
        if (middle === high) break;
        if (askOffset(middle) === offset) low = middle;
        else high = middle;
      }
      changes.push({ at: high, offset: offsetAfter });
      offset = offsetAfter;
    }
    before = after;
  }
  return changes;
}

function changesIn(year: number): readonly ClockChange[] {
  const kept = changesByYear.get(year);
  if (kept !== undefined) return kept;
  if (changesByYear.size >= yearsKept) changesByYear.clear();
  const found = findChanges(year);
  changesByYear.set(year, found);
  return found;
}

/** Questions come in runs about the same season: the latest stretch without a change answers nearly all of them. */
let latest = { from: Infinity, until: -Infinity, offset: 0 };

/** How far the clock on the wall is ahead of UTC, in milliseconds. */
export function stockholmOffset(instant: Instant): number {
  if (instant >= latest.from && instant < latest.until) return latest.offset;
  const year = new Date(instant).getUTCFullYear();
  const changes = changesIn(year);
  let index = changes.length - 1;
  while (changes[index]!.at > instant) index -= 1;
  const until = changes[index + 1]?.at ?? new Date(0).setUTCFullYear(year + 1, 0, 1);
  latest = { from: changes[index]!.at, until, offset: changes[index]!.offset };
  return latest.offset;
}

/** The calendar day in Stockholm on which the instant falls. */
export const civilDayOf = (instant: Instant): CivilDay => Math.floor((instant + stockholmOffset(instant)) / DAY);

/**
 * The instant at which the clock shows `minuteOfDay` (0–1440) on that day: where that local time does not exist it
 * moves forward by the gap, where it exists twice the earlier one counts.
 */
export function instantAt(day: CivilDay, minuteOfDay: number): Instant {
  const local = day * DAY + minuteOfDay * MINUTE;
  const before = stockholmOffset(local - DAY);
  const after = stockholmOffset(local + DAY);
  if (before === after) return local - before;
  if (stockholmOffset(local - before) === before) return local - before;
  return stockholmOffset(local - after) === after ? local - after : local - before;
}

/** 00:00 in Stockholm, or the first instant that the day has. */
export const startOfDay = (day: CivilDay): Instant => instantAt(day, 0);

/** 24:00 in Stockholm, that is the first instant of the next day. */
export const endOfDay = (day: CivilDay): Instant => startOfDay(day + 1);
