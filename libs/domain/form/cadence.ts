/**
 * A group that does not meet is no group: how long may pass between two meetings, which is shown before it is broken
 * ([S1]: at most four weeks in Växjö, three in Örebro's start, every second Tuesday in Trollhättan).
 */
import { dueAt } from '../deadline/due-at.js';
import { weekdayIndex, type CivilDay } from '../kernel/civil-day.js';
import { DAY, type Instant } from '../kernel/instant.js';
import { isWorkday } from '../kernel/public-holidays.js';
import type { Cadence, Slot } from './form.js';

export type CadenceStanding = 'in-time' | 'about-to-break' | 'broken';

/** A week's warning is what it takes to call people together. */
export const CADENCE_WARNING_DAYS = 7;

/** The instant before which the next meeting has to be held. */
export function meetBy(cadence: Cadence, since: Instant): Instant {
  const due = dueAt(cadence.limit, since);
  if (!due.ok) throw new Error(`no next meeting can be counted: ${due.error.sentence}`);
  return due.value;
}

export function cadenceStanding(by: Instant, at: Instant): CadenceStanding {
  if (at >= by) return 'broken';
  return by - at <= CADENCE_WARNING_DAYS * DAY ? 'about-to-break' : 'in-time';
}

/**
 * The slot's next day on or after `from`, counted from `anchor`, a day on which it was held. A day on which nobody works
 * moves to the working day before it, so that a feast never breaks the cadence.
 */
export function nextSlotDay(slot: Slot, anchor: CivilDay, from: CivilDay): CivilDay {
  const first = anchor + ((slot.weekday - 1 - weekdayIndex(anchor) + 7) % 7);
  const step = slot.everyWeeks * 7;
  for (let day = first + Math.max(0, Math.ceil((from - first) / step)) * step; ; day += step) {
    let held = day;
    while (!isWorkday(held)) held -= 1;
    if (held >= from) return held;
  }
}
