/**
 * When the hub meets: in the next standing slot that gives the units their two hours and still keeps the grade's
 * deadline; where there is none, at an extra time at any hour, nights and holidays included [S0].
 */
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
}

export interface SlotQuestion {
  readonly slots: readonly StandingSlot[];
  /** The decision must be made before this instant. */
  readonly deadline: Instant;
  readonly now: Instant;
  /** Days without standing slots beside the public holidays and their eves. */
  readonly closed: readonly DaySpan[];
  /** Starts of meetings that already hold the same people. */
  readonly taken: readonly Instant[];
  readonly meetingMinutes?: number;
  readonly knowledgeMinutes?: number;
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

const MEETING_MINUTES = 30;
const KNOWLEDGE_MINUTES = 2 * (HOUR / MINUTE);
const STEP = 5 * MINUTE;

export const chooseHubSlot = (asked: SlotQuestion): ChosenSlot => {
  const length = (asked.meetingMinutes ?? MEETING_MINUTES) * MINUTE;
  const known = asked.now + (asked.knowledgeMinutes ?? KNOWLEDGE_MINUTES) * MINUTE;
  const last = asked.deadline - length;
  const isFree = (starts: Instant): boolean => asked.taken.every((other) => Math.abs(other - starts) >= length);
  const chosen = (kind: ChosenSlot['kind'], slot: string | null, starts: Instant): ChosenSlot => ({
    kind,
    slot,
    starts,
    ends: starts + length,
    keepsDeadline: starts <= last,
    leavesUnitsTheirTime: starts >= known,
  });
  const standing = standingStarts(asked).find(({ starts }) => starts >= known && starts <= last && isFree(starts));
  if (standing) return chosen('standing', standing.slot, standing.starts);
  return chosen('extra', null, extraStart({ now: asked.now, known, last, isFree }));
};

const standingStarts = (asked: SlotQuestion): readonly { readonly slot: string; readonly starts: Instant }[] => {
  const found: { slot: string; starts: Instant }[] = [];
  for (let day = civilDayOf(asked.now); day <= civilDayOf(asked.deadline); day++) {
    if (!isOpenDay(day, asked.closed)) continue;
    for (const { id, weekday, starts } of asked.slots)
      if (weekday === weekdayOf(day)) found.push({ slot: id, starts: instantAt(day, starts) });
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
