/** The finder against a search that looks at every minute of every calendar: the same times in the same order. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type CivilDay, formatCivilDay, parseCivilDay, weekdayOf } from '../kernel/civil-day.js';
import { DAY, HOUR, type Instant, MINUTE } from '../kernel/instant.js';
import { isWorkday } from '../kernel/public-holidays.js';
import { civilDayOf, instantAt, startOfDay } from '../kernel/stockholm.js';
import { findSlots } from './find-slots.js';
import type { Attendee, SeatToFill, SlotQuestion } from './slot-question.js';
import type { DaySpan, WorkHours } from './work-hours.js';

const covers = (spans: readonly DaySpan[], day: CivilDay): boolean =>
  spans.some(({ first, last }) => first <= day && day <= last);

/** Minute by minute, from the words of the rule alone. */
function canAttend(one: Attendee, from: Instant, until: Instant): boolean {
  for (let minute = from; minute < until; minute += MINUTE) {
    const day = civilDayOf(minute);
    const hours = one.hours[weekdayOf(day)];
    if (!hours || covers(one.away, day)) return false;
    if (minute < instantAt(day, hours[0]) || minute >= instantAt(day, hours[1])) return false;
    if (one.busy.some((busy) => busy.from < busy.until && minute + MINUTE > busy.from && minute < busy.until))
      return false;
  }
  return true;
}

interface Tried {
  readonly starts: Instant;
  readonly rank: readonly number[];
}

function searchExhaustively(asked: SlotQuestion): readonly Instant[] {
  const length = (asked.preMinutes + asked.minutes) * MINUTE;
  const found: Tried[] = [];
  for (let starts = asked.earliest; starts + length <= asked.latest; starts += MINUTE) {
    const day = civilDayOf(starts);
    if (!isWorkday(day) || covers(asked.closed, day)) continue;
    const minute = Math.round((starts - startOfDay(day)) / MINUTE);
    const isSlotDay =
      asked.fixed !== null &&
      weekdayOf(day) === 'tue' &&
      day >= parseCivilDay(asked.fixed.firstOn!)! &&
      (day - parseCivilDay(asked.fixed.firstOn!)!) % (7 * asked.fixed.everyWeeks) === 0;
    const isFixed = isSlotDay && minute === 15 * 60 + 5;
    if (minute % asked.step !== 0 && !isFixed) continue;
    const meeting = { from: starts, until: starts + length };
    const hits = (other: { from: number; until: number }) => meeting.from < other.until && other.from < meeting.until;
    const room = (asked.rooms ?? [{ site: null, busy: [] }]).some(
      ({ site, busy }) =>
        !busy.some(hits) &&
        !asked.keptClear.some((clear) => (clear.site === null || site === null || clear.site === site) && hits(clear)),
    );
    if (!room) continue;
    const can = (id: string): boolean => {
      const one = asked.attendees.find((other) => other.id === id)!;
      return canAttend(one, starts, starts + length);
    };
    let points = isFixed ? 3 : 0;
    let [filled, lacking] = [0, 0];
    for (const { must, weight, holders, deputies } of asked.seats) {
      const worth = holders.some(can) ? 2 : deputies.some(can) ? 1 : 0;
      points += worth * weight;
      if (worth > 0) filled += 1;
      else if (must) lacking += 1;
    }
    if (filled === 0 || lacking > 0) continue;
    const late = asked.meetBy !== null && starts >= asked.meetBy ? 1 : 0;
    found.push({ starts, rank: [late, -points, covers(asked.schoolBreaks, day) ? 1 : 0, starts] });
  }
  found.sort((a, b) => a.rank.map((value, at) => value - b.rank[at]!).find((one) => one !== 0) ?? 0);
  return found.map(({ starts }) => starts);
}

const tuesday = parseCivilDay('2026-03-24')!;
/** A week in which the clock is moved forward, one with Good Friday and Easter, and one in which it is moved back. */
const weeks = ['2026-03-27', '2026-04-01', '2026-10-23', '2026-05-04'].map((text) => startOfDay(parseCivilDay(text)!));
const hours: fc.Arbitrary<WorkHours> = fc
  .tuple(fc.integer({ min: 6, max: 12 }), fc.integer({ min: 13, max: 18 }), fc.integer({ min: 0, max: 3 }))
  .map(([from, until, odd]) => ({
    mon: [from * 60, until * 60 + odd * 7],
    tue: [from * 60 + odd, until * 60],
    thu: [from * 60, until * 60],
    fri: [from * 60, until * 60 - 11],
    sun: [from * 60, until * 60],
  }));
const stretchIn = (begins: Instant, longest: number) =>
  fc
    .tuple(fc.integer({ min: -600, max: 7 * 24 * 60 }), fc.integer({ min: 0, max: longest }))
    .map(([from, minutes]) => ({ from: begins + from * MINUTE, until: begins + (from + minutes) * MINUTE }));
const days = (begins: Instant) =>
  fc
    .tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 1 }))
    .map(([from, more]) => ({ first: civilDayOf(begins) + from, last: civilDayOf(begins) + from + more }));

const question: fc.Arbitrary<SlotQuestion> = fc.constantFrom(...weeks).chain((begins) => {
  const ids = ['a', 'b', 'c', 'd'];
  const attendee = (id: string): fc.Arbitrary<Attendee> =>
    fc.record({
      id: fc.constant(id),
      busy: fc.array(stretchIn(begins, 700), { maxLength: 6 }),
      hours,
      away: fc.array(days(begins), { maxLength: 1 }),
    });
  const seat = (id: string): fc.Arbitrary<SeatToFill> =>
    fc.record({
      id: fc.constant(id),
      must: fc.boolean(),
      weight: fc.integer({ min: 0, max: 3 }),
      holders: fc.subarray(ids, { minLength: 1, maxLength: 2 }),
      deputies: fc.subarray(ids, { maxLength: 1 }),
    });
  const place = fc.constantFrom('x', 'y', null);
  const room = fc.record({ id: fc.string(), site: place, busy: fc.array(stretchIn(begins, 900), { maxLength: 2 }) });
  return fc.record({
    attendees: fc.tuple(...ids.map(attendee)),
    seats: fc.tuple(...['p', 'q', 'r'].map(seat)),
    preMinutes: fc.constantFrom(0, 30),
    minutes: fc.constantFrom(25, 45, 60),
    earliest: fc.integer({ min: 0, max: 24 * 60 }).map((minutes) => begins + minutes * MINUTE),
    latest: fc.integer({ min: 48, max: 150 }).map((count) => begins + count * HOUR),
    step: fc.constantFrom(15, 30),
    fixed: fc.option(
      fc.record({
        weekday: fc.constant(2),
        startsLocal: fc.constant('15:05'),
        everyWeeks: fc.integer({ min: 1, max: 2 }),
        firstOn: fc.constant(formatCivilDay(tuesday)),
      }),
    ),
    meetBy: fc.option(fc.integer({ min: 0, max: 6 }).map((count) => begins + count * DAY)),
    closed: fc.array(days(begins), { maxLength: 1 }),
    schoolBreaks: fc.array(days(begins), { maxLength: 1 }),
    rooms: fc.option(fc.array(room, { minLength: 1, maxLength: 2 })),
    keptClear: fc.array(
      fc.tuple(stretchIn(begins, 300), place).map(([stretch, site]) => ({ ...stretch, site })),
      { maxLength: 2 },
    ),
    most: fc.constant(10_000),
    perDay: fc.constant(10_000),
    spreadMinutes: fc.constant(0),
  });
});

describe('the finder', () => {
  it('finds what an exhaustive search finds, in the same order', () => {
    let [asked, answered] = [0, 0];
    fc.assert(
      fc.property(question, (one) => {
        const expected = searchExhaustively(one);
        asked += 1;
        answered += expected.length > 0 ? 1 : 0;
        expect(findSlots(one).slots.map(({ starts }) => starts)).toEqual(expected);
      }),
      { numRuns: 80 },
    );
    // A search that finds nothing would prove nothing.
    expect(answered / asked).toBeGreaterThan(0.3);
  });
});
