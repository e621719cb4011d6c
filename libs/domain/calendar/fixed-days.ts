/** The days of a group's standing time ([S1]: Skellefteå each Tuesday at 15:00, Trollhättan every second Tuesday). */
import { nextSlotDay } from '../form/cadence.js';
import type { CivilDay } from '../kernel/civil-day.js';
import type { SlotQuestion } from './slot-question.js';
import type { DaySpan } from './work-hours.js';

/** `09:30` as minutes after midnight. */
export function minuteOfDay(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
}

export function fixedDays(fixed: SlotQuestion['fixed'], days: DaySpan): ReadonlySet<CivilDay> {
  const held = new Set<CivilDay>();
  if (fixed === null) return held;
  for (let from = days.first; ; from = Math.max(...held) + 1) {
    const day = nextSlotDay(fixed, from);
    if (day > days.last) return held;
    held.add(day);
  }
}
