/**
 * A group that does not meet is no group: how long may pass between two meetings, which is shown before it is broken
 * ([S1]: at most four weeks in Växjö, three in Örebro's start, every second Tuesday in Trollhättan).
 */
import { dueAt } from '../deadline/due-at.js';
import { civilDay, parseCivilDay, weekdayIndex, type CivilDay } from '../kernel/civil-day.js';
import { DAY, type Instant } from '../kernel/instant.js';
import { isWorkday } from '../kernel/public-holidays.js';
import { civilDayOf, startOfDay } from '../kernel/stockholm.js';
import type { Cadence, Slot } from './form.js';

export type CadenceStanding = 'in-time' | 'about-to-break' | 'broken';

/** A week's warning is what it takes to call people together. */
export const CADENCE_WARNING_DAYS = 7;

/** When a group meets whose town has named the day of its slot and no hour. */
export const USUAL_CLOCK = '09:00';

/**
 * The instant before which the next meeting has to be held. One that a feast moved forward counts as held on the day of the
 * slot: else every week's Tuesday would break a week's limit after Epiphany.
 */
export function meetBy({ limit, slot }: Pick<Cadence, 'limit' | 'slot'>, since: Instant): Instant {
  const due = dueAt(limit, slot ? countsFrom(slot, since) : since);
  if (!due.ok) throw new Error(`no next meeting can be counted: ${due.error.sentence}`);
  return due.value;
}

function countsFrom(slot: Slot, since: Instant): Instant {
  const held = civilDayOf(since);
  let day = held;
  while (!isDayOf(slot, day) && !isWorkday(day + 1)) day += 1;
  return day > held && isDayOf(slot, day) ? startOfDay(day) : since;
}

export function cadenceStanding(by: Instant, at: Instant): CadenceStanding {
  if (at >= by) return 'broken';
  return by - at <= CADENCE_WARNING_DAYS * DAY ? 'about-to-break' : 'in-time';
}

/** A Monday from which every second week is the same week for everyone, in years of 52 weeks and of 53. */
export const WEEKS_COUNT_FROM: CivilDay = civilDay(2000, 1, 3);

/** Whether the day that its weeks are counted from is one on which it is held. */
export function isOnItsWeekday({ firstOn, weekday }: Slot): boolean {
  if (firstOn === undefined) return true;
  const day = parseCivilDay(firstOn);
  return day !== undefined && weekdayIndex(day) === weekday - 1;
}

/**
 * The slot's next day on or after `from`. It is counted from a day of the slot's own and never from when the group last met:
 * a meeting that is moved or called off leaves every second Tuesday where it was. A day on which nobody works moves to the
 * working day before it, so that a feast never breaks the cadence.
 */
export function nextSlotDay(slot: Slot, from: CivilDay): CivilDay {
  const first = firstDayOf(slot);
  const step = slot.everyWeeks * 7;
  for (let day = first + Math.max(0, Math.ceil((from - first) / step)) * step; ; day += step) {
    let held = day;
    while (!isWorkday(held)) held -= 1;
    if (held >= from) return held;
  }
}

function firstDayOf({ firstOn, weekday }: Slot): CivilDay {
  const begins = firstOn === undefined ? WEEKS_COUNT_FROM : (parseCivilDay(firstOn) ?? WEEKS_COUNT_FROM);
  return begins + ((weekday - 1 - weekdayIndex(begins) + 7) % 7);
}

/** A day of its weeks, whether or not anyone works on it. */
function isDayOf(slot: Slot, day: CivilDay): boolean {
  const first = firstDayOf(slot);
  return day >= first && (day - first) % (slot.everyWeeks * 7) === 0;
}
