/** How long a group may go without meeting, and on which day its slot falls when that day is a feast. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formatCivilDay, parseCivilDay, weekdayIndex } from '../kernel/civil-day.js';
import { DAY } from '../kernel/instant.js';
import { isWorkday } from '../kernel/public-holidays.js';
import { startOfDay } from '../kernel/stockholm.js';
import { cadenceStanding, meetBy, nextSlotDay } from './cadence.js';

const day = (text: string): number => parseCivilDay(text)!;

describe('a cadence', () => {
  const fourWeeks = { every: { unit: 'weeks', count: 2 }, limit: { unit: 'weeks', count: 4 } } as const;

  it('is broken four weeks after the last meeting, and shown a week before', () => {
    const by = meetBy(fourWeeks, startOfDay(day('2026-03-03')) + DAY / 2);
    expect(by).toBe(startOfDay(day('2026-04-01')));
    expect(cadenceStanding(by, by - 8 * DAY)).toBe('in-time');
    expect(cadenceStanding(by, by - 7 * DAY)).toBe('about-to-break');
    expect(cadenceStanding(by, by - 1)).toBe('about-to-break');
    expect(cadenceStanding(by, by)).toBe('broken');
  });
});

describe('a limit with a slot', () => {
  const weekly = (count: number, slot: { weekday: number; firstOn?: string }) => ({
    limit: { unit: 'weeks', count } as const,
    slot: { everyWeeks: count, ...slot },
  });
  const endOf = (text: string): number => startOfDay(day(text) + 1);
  const noonOf = (text: string): number => startOfDay(day(text)) + DAY / 2;

  it.each([
    ['held on the Monday for Epiphany, a Tuesday', weekly(1, { weekday: 2 }), '2026-01-05', '2026-01-13'],
    ['held on Maundy Thursday for Easter Monday', weekly(1, { weekday: 1 }), '2026-04-02', '2026-04-13'],
    ['every second week', weekly(2, { weekday: 2, firstOn: '2026-01-06' }), '2026-01-05', '2026-01-20'],
    ['on its own day', weekly(1, { weekday: 2 }), '2026-01-13', '2026-01-20'],
    ['moved by hand to a Monday', weekly(1, { weekday: 2 }), '2026-01-12', '2026-01-19'],
    [
      'the feast of a week in which it does not meet',
      weekly(2, { weekday: 2, firstOn: '2026-01-13' }),
      '2026-01-05',
      '2026-01-19',
    ],
  ])('counts from the day of the slot where a feast moved the meeting: %s', (_, cadence, held, last) => {
    expect(meetBy(cadence, noonOf(held))).toBe(endOf(last));
  });

  it('is never broken by a group that meets on every day of its slot', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 18_000, max: 25_000 }),
        (weekday, everyWeeks, from) => {
          const cadence = { limit: { unit: 'weeks', count: everyWeeks } as const, slot: { weekday, everyWeeks } };
          const held = nextSlotDay(cadence.slot, from);
          const next = nextSlotDay(cadence.slot, held + 1);
          expect(meetBy(cadence, startOfDay(held) + DAY / 2)).toBeGreaterThanOrEqual(startOfDay(next + 1));
        },
      ),
    );
  });
});

describe('a slot', () => {
  const tuesdays = (firstOn: string) => ({ weekday: 2, everyWeeks: 2, startsLocal: '15:00', firstOn });

  it.each([
    ['every second Tuesday', '2026-11-24', '2026-11-25', '2026-12-08'],
    ['a Tuesday that is today', '2026-11-24', '2026-12-08', '2026-12-08'],
    ['Epiphany moves to the working day before', '2025-12-23', '2025-12-24', '2026-01-05'],
    ['New Year’s Eve on a Thursday is no Tuesday', '2026-12-15', '2026-12-16', '2026-12-29'],
    ['none before its first day', '2027-01-12', '2026-12-01', '2027-01-12'],
  ])('%s', (_, firstOn, from, expected) => {
    expect(formatCivilDay(nextSlotDay(tuesdays(firstOn), day(from)))).toBe(expected);
  });

  it('always falls on a working day, on or after the day asked for, and hardly ever later than its weeks', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 18_000, max: 25_000 }),
        fc.integer({ min: 0, max: 200 }),
        (weekday, everyWeeks, anchor, later) => {
          const held = nextSlotDay({ weekday, everyWeeks, firstOn: formatCivilDay(anchor) }, anchor + later);
          expect(held).toBeGreaterThanOrEqual(anchor + later);
          expect(isWorkday(held)).toBe(true);
          expect(held - (anchor + later)).toBeLessThanOrEqual(2 * everyWeeks * 7);
          if (weekdayIndex(held) !== weekday - 1) expect(isWorkday(held + 1)).toBe(false);
        },
      ),
    );
  });

  it('is on the same days whoever asks and whenever: every second Tuesday stays the same Tuesdays, over years of 53 weeks too', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 1, max: 6 }),
        fc.option(fc.integer({ min: 18_000, max: 19_000 }), { nil: undefined }),
        fc.integer({ min: 19_000, max: 25_000 }),
        fc.integer({ min: 1, max: 800 }),
        (weekday, everyWeeks, first, from, later) => {
          const slot = { weekday, everyWeeks, ...(first === undefined ? {} : { firstOn: formatCivilDay(first) }) };
          const days: number[] = [];
          for (let at = from; at <= from + later; at = days.at(-1)! + 1) days.push(nextSlotDay(slot, at));
          // Asked from any day in between, the next one is one of them.
          for (const at of [from + 1, from + Math.floor(later / 2), from + later])
            expect(days).toContain(nextSlotDay(slot, at));
          // A day that a feast has not moved is a whole number of its weeks from every other such day.
          const unmoved = days.filter((one) => weekdayIndex(one) === weekday - 1);
          for (const one of unmoved) expect((one - unmoved[0]!) % (everyWeeks * 7)).toBe(0);
        },
      ),
    );
  });

  it('counts on over the turn of 2026, which has 53 weeks', () => {
    const held: string[] = [];
    for (let at = day('2026-12-01'); held.length < 5; at = day(held.at(-1)!) + 1)
      held.push(formatCivilDay(nextSlotDay({ weekday: 2, everyWeeks: 2 }, at)));
    expect(held).toEqual(['2026-12-01', '2026-12-15', '2026-12-29', '2027-01-12', '2027-01-26']);
  });
});
