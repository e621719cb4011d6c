/**
 * What one time means for those who would be called to it: which mandate nobody would hold and who cannot, by the same
 * seats as the finder's. Said before anyone is called, so that nobody is called twice to the same hour unawares ([S1]).
 */
import { MINUTE, type Instant } from '../kernel/instant.js';
import { civilDayOf, instantAt } from '../kernel/stockholm.js';
import { fillSeats } from './fill-seats.js';
import { fixedDays, minuteOfDay } from './fixed-days.js';
import { slotReasons } from './rank-slot.js';
import type { SlotQuestion, SlotReason } from './slot-question.js';
import { isMeetingDay, isWithin } from './work-hours.js';

export interface WeighedTime {
  readonly starts: Instant;
  /** Seats that are mandates and that nobody would fill; without them the time does not count. */
  readonly lacking: readonly string[];
  /** Neither a holiday, a weekend nor a closed day of the town's. */
  readonly isMeetingDay: boolean;
  readonly reasons: readonly SlotReason[];
}

/** `starts` lies between the question's `earliest` and `latest`, with the whole meeting. */
export function weighTime(asked: SlotQuestion, starts: Instant): WeighedTime {
  const day = civilDayOf(starts);
  // Only that day's hours are asked about, however long the question's span is.
  const latest = starts + (asked.preMinutes + asked.minutes) * MINUTE;
  const fillings = fillSeats({ ...asked, earliest: starts, latest }, [{ starts, day, isFixed: false }]).fillings(0);
  return {
    starts,
    lacking: fillings.filter(({ seat, filling }) => seat.must && filling === 'nobody').map(({ seat }) => seat.id),
    isMeetingDay: isMeetingDay(day, asked.closed),
    reasons: slotReasons(
      {
        starts,
        isFixed: false,
        keepsLimit: asked.meetBy === null || starts < asked.meetBy,
        inSchoolBreak: isWithin(day, asked.schoolBreaks),
        attendance: 0,
      },
      asked.meetBy !== null,
      fillings,
    ),
  };
}

export interface StandingTime {
  readonly chosen: WeighedTime | null;
  /** Earlier days of the slot that do not count. */
  readonly skipped: readonly WeighedTime[];
}

/**
 * The standing time's first day that counts. A party that nobody sits for yet keeps no day from counting, since no other
 * would be better; where none counts it is the first, with what it lacks.
 */
export function chooseStandingTime(asked: SlotQuestion, usualClock: string): StandingTime {
  if (asked.fixed === null) return { chosen: null, skipped: [] };
  const days = fixedDays(asked.fixed, { first: civilDayOf(asked.earliest), last: civilDayOf(asked.latest) });
  const minute = minuteOfDay(asked.fixed.startsLocal ?? usualClock);
  const weighed = [...days].map((day) => weighTime(asked, instantAt(day, minute)));
  const held = new Set(asked.seats.filter(({ holders }) => holders.length > 0).map(({ id }) => id));
  const at = weighed.findIndex((one) => one.isMeetingDay && !one.lacking.some((seat) => held.has(seat)));
  return { chosen: weighed[Math.max(0, at)] ?? null, skipped: weighed.slice(0, Math.max(0, at)) };
}
