/** Which starts are tried: every few minutes of the days on which meetings are held, and the group's standing time. */
import { type CivilDay, weekdayOf } from '../kernel/civil-day.js';
import { type Instant, MINUTE } from '../kernel/instant.js';
import { civilDayOf, instantAt } from '../kernel/stockholm.js';
import { fixedDays, minuteOfDay } from './fixed-days.js';
import type { SlotQuestion } from './slot-question.js';
import { type DaySpan, isMeetingDay } from './work-hours.js';

export interface CandidateStart {
  readonly starts: Instant;
  readonly day: CivilDay;
  readonly isFixed: boolean;
}

const DAY_MINUTES = 24 * 60;

export const daysAsked = (asked: Pick<SlotQuestion, 'earliest' | 'latest'>): DaySpan => ({
  first: civilDayOf(asked.earliest),
  last: civilDayOf(asked.latest),
});

/** In order of time, each once. */
export function candidateStarts(asked: SlotQuestion): readonly CandidateStart[] {
  const days = daysAsked(asked);
  const fixed = fixedDays(asked.fixed, days);
  const clock = asked.fixed?.startsLocal;
  const fixedMinute = clock === undefined ? null : minuteOfDay(clock);
  const length = (asked.preMinutes + asked.minutes) * MINUTE;
  const found: CandidateStart[] = [];
  for (let day = days.first; day <= days.last; day += 1) {
    if (!isMeetingDay(day, asked.closed)) continue;
    let before = -Infinity;
    for (const minute of minutesToTry(asked, day, fixed.has(day) ? fixedMinute : null)) {
      const starts = instantAt(day, minute);
      // Where the clock is moved forward two minutes are the same instant.
      if (starts <= before || starts < asked.earliest || starts + length > asked.latest) continue;
      before = starts;
      found.push({ starts, day, isFixed: fixed.has(day) && (fixedMinute === null || minute === fixedMinute) });
    }
  }
  return found;
}

/** From the first hours of anyone to the last hours' end. */
function minutesToTry(asked: SlotQuestion, day: CivilDay, fixedMinute: number | null): readonly number[] {
  let [first, last] = [DAY_MINUTES, 0];
  for (const { hours } of asked.attendees) {
    const [from, until] = hours[weekdayOf(day)] ?? [DAY_MINUTES, 0];
    first = Math.min(first, from);
    last = Math.max(last, until);
  }
  const minutes: number[] = [];
  for (let minute = Math.ceil(first / asked.step) * asked.step; minute < last; minute += asked.step)
    minutes.push(minute);
  if (fixedMinute !== null && !minutes.includes(fixedMinute)) minutes.push(fixedMinute);
  return minutes.sort((a, b) => a - b);
}
