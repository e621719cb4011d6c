/**
 * When the hub meets: in the next standing slot that gives the units their two hours and still keeps the grade's
 * deadline; where there is none, at an extra time at any hour, nights and holidays included [S0].
 */
import type { Stretch } from '../calendar/stretch.js';
import { type DaySpan, isOpenDay } from '../calendar/work-hours.js';
import { type Weekday, weekdayOf } from '../kernel/civil-day.js';
import { HOUR, type Instant, MINUTE } from '../kernel/instant.js';
import { civilDayOf, instantAt } from '../kernel/stockholm.js';

/** Every week on this day, at a time in Stockholm. */
export interface StandingSlot {
  readonly id: string;
  readonly weekday: Weekday;
  /** Minutes after midnight. */
  readonly starts: number;
  /** Its own length; absent = half an hour. */
  readonly minutes?: number;
}

export interface SlotQuestion {
  readonly slots: readonly StandingSlot[];
  /** The decision must be made before this instant. */
  readonly deadline: Instant;
  readonly now: Instant;
  /** Days without standing slots beside the public holidays and their eves. */
  readonly closed: readonly DaySpan[];
  /** Meetings that already hold the same people. */
  readonly taken: readonly Stretch[];
  /** When the units have had their time by the town's own rule; absent = in two hours. */
  readonly known?: Instant;
}

export interface ChosenSlot {
  readonly kind: 'standing' | 'extra';
  /** The standing slot's id, or null. */
  readonly slot: string | null;
  readonly starts: Instant;
  readonly ends: Instant;
  readonly keepsDeadline: boolean;
  /** False when the deadline is too near for the units to have their whole time. */
  readonly leavesUnitsTheirTime: boolean;
}

/** The length of an extra meeting, in minutes. */
export const EXTRA_MINUTES = 30;
const KNOWLEDGE_HOURS = 2;
const STEP = 5 * MINUTE;

export const chooseHubSlot = (asked: SlotQuestion): ChosenSlot => {
  const known = asked.known ?? asked.now + KNOWLEDGE_HOURS * HOUR;
  const isFree = (starts: Instant, ends: Instant): boolean =>
    asked.taken.every(({ from, until }) => until <= starts || from >= ends);
  const chosen = (kind: ChosenSlot['kind'], slot: string | null, starts: Instant, ends: Instant): ChosenSlot => ({
    kind,
    slot,
    starts,
    ends,
    keepsDeadline: ends <= asked.deadline,
    leavesUnitsTheirTime: starts >= known,
  });
  const standing = standingTimes(asked).find(
    ({ starts, ends }) => starts >= known && ends <= asked.deadline && isFree(starts, ends),
  );
  if (standing) return chosen('standing', standing.slot, standing.starts, standing.ends);
  const length = EXTRA_MINUTES * MINUTE;
  const starts = extraStart({
    now: asked.now,
    known,
    last: asked.deadline - length,
    isFree: (at) => isFree(at, at + length),
  });
  return chosen('extra', null, starts, starts + length);
};

interface StandingTime {
  readonly slot: string;
  readonly starts: Instant;
  readonly ends: Instant;
}

const standingTimes = (asked: SlotQuestion): readonly StandingTime[] => {
  const found: StandingTime[] = [];
  for (let day = civilDayOf(asked.now); day <= civilDayOf(asked.deadline); day++) {
    if (!isOpenDay(day, asked.closed)) continue;
    for (const { id, weekday, starts, minutes = EXTRA_MINUTES } of asked.slots) {
      if (weekday !== weekdayOf(day)) continue;
      const begins = instantAt(day, starts);
      found.push({ slot: id, starts: begins, ends: begins + minutes * MINUTE });
    }
  }
  return found.sort((a, b) => a.starts - b.starts || (a.slot < b.slot ? -1 : 1));
};

/**
 * As soon as the units have had their time; else as late as the deadline allows, so that they get the most of it; else
 * now. A time that is free goes before one that is taken, but a deadline goes before both.
 */
const extraStart = (asked: {
  readonly now: Instant;
  readonly known: Instant;
  readonly last: Instant;
  readonly isFree: (starts: Instant) => boolean;
}): Instant => {
  const { known, last, isFree } = asked;
  const soonest = roundUp(known);
  for (let starts = soonest; starts <= last; starts += STEP) if (isFree(starts)) return starts;
  const first = roundUp(asked.now);
  const latest = Math.min(roundDown(last), soonest);
  for (let starts = latest; starts >= first; starts -= STEP) if (isFree(starts)) return starts;
  return Math.max(first, latest);
};

const roundUp = (at: Instant): Instant => Math.ceil(at / STEP) * STEP;
const roundDown = (at: Instant): Instant => Math.floor(at / STEP) * STEP;
