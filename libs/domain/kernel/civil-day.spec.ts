import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addMonths,
  calendarDate,
  civilDay,
  formatCivilDay,
  parseCivilDay,
  weekdayIndex,
  weekdayOf,
} from './civil-day.js';

const day = (text: string): number => parseCivilDay(text)!;

describe('a day of the calendar', () => {
  it('agrees with the calendar of the runtime on every day from 0001 to 9999', () => {
    fc.assert(
      fc.property(fc.integer({ min: civilDay(1, 1, 1), max: civilDay(9999, 12, 31) }), (civil) => {
        const date = new Date(civil * 86_400_000);
        expect(formatCivilDay(civil)).toBe(date.toISOString().slice(0, 10));
        expect(parseCivilDay(formatCivilDay(civil))).toBe(civil);
        expect(weekdayIndex(civil)).toBe((date.getUTCDay() + 6) % 7);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['1970-01-01', 'thu'],
    ['2000-02-29', 'tue'],
    ['2026-03-29', 'sun'],
    ['1899-12-31', 'sun'],
  ])('%s is a %s', (text, weekday) => expect(weekdayOf(day(text))).toBe(weekday));

  it.each(['2026-02-29', '2100-02-29', '2026-06-31', '2026-6-1', '0000-01-01', '2026-01-01T00:00:00Z', ''])(
    '%j is none',
    (text) => expect(parseCivilDay(text)).toBeUndefined(),
  );

  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2028-02-29', 48, '2032-02-29'],
    ['2096-02-29', 48, '2100-02-28'],
    ['2026-10-31', 4, '2027-02-28'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-15', -1, '2025-12-15'],
  ])('%s and %i months is %s', (from, months, to) => expect(formatCivilDay(addMonths(day(from), months))).toBe(to));

  it('keeps the day of the month, or the last that the month has', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60_000 }), fc.integer({ min: 0, max: 600 }), (civil, months) => {
        const [before, after] = [calendarDate(civil), calendarDate(addMonths(civil, months))];
        expect(after.year * 12 + after.month).toBe(before.year * 12 + before.month + months);
        expect(after.day).toBe(Math.min(before.day, new Date(Date.UTC(after.year, after.month, 0)).getUTCDate()));
      }),
    );
  });
});
