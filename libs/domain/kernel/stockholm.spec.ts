import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { civilDay, formatCivilDay, parseCivilDay } from './civil-day.js';
import { DAY, formatInstant, HOUR, MINUTE, parseInstant } from './instant.js';
import { civilDayOf, endOfDay, instantAt, startOfDay, stockholmOffset } from './stockholm.js';

const intl = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Stockholm',
  dateStyle: 'short',
  timeStyle: 'medium',
});
const at = (date: string, time: string): string => {
  const [hours, minutes] = time.split(':').map(Number);
  return formatInstant(instantAt(parseCivilDay(date)!, hours! * 60 + minutes!));
};
/** The last Sunday of the month at 01:00 UTC: directive 2000/84/EC. */
const lastSunday = (year: number, month: number): number => {
  const last = new Date(Date.UTC(year, month, 0));
  return Date.UTC(year, month - 1, last.getUTCDate() - last.getUTCDay(), 1);
};
const instants = fc.integer({ min: Date.UTC(1970, 0, 1), max: Date.UTC(2150, 0, 1) });

describe('civil time in Stockholm', () => {
  it('shows what Intl shows, from 1970 to 2150', () => {
    fc.assert(
      fc.property(instants, (instant) => {
        const shown = new Date(instant + stockholmOffset(instant)).toISOString().slice(0, 19).replace('T', ' ');
        expect(shown).toBe(intl.format(instant));
      }),
      { numRuns: 500 },
    );
  });

  it('changes exactly when the directive says, every year from 1996 to 2120', () => {
    for (let year = 1996; year <= 2120; year += 1) {
      const [spring, autumn] = [lastSunday(year, 3), lastSunday(year, 10)];
      expect([spring - 1, spring, autumn - 1, autumn].map((instant) => stockholmOffset(instant) / HOUR)).toEqual([
        1, 2, 2, 1,
      ]);
    }
  });

  it('had no summer time in 1975 and began it on 6 April 1980', () => {
    expect(stockholmOffset(Date.UTC(1975, 6, 1))).toBe(HOUR);
    expect(stockholmOffset(Date.UTC(1980, 3, 6, 1) - 1)).toBe(HOUR);
    expect(stockholmOffset(Date.UTC(1980, 3, 6, 1))).toBe(2 * HOUR);
  });

  it.each([
    ['2026-03-29', '01:59', '2026-03-29T00:59:00.000Z'],
    ['2026-03-29', '02:00', '2026-03-29T01:00:00.000Z'],
    ['2026-03-29', '02:30', '2026-03-29T01:30:00.000Z'],
    ['2026-03-29', '03:00', '2026-03-29T01:00:00.000Z'],
    ['2026-10-25', '01:59', '2026-10-24T23:59:00.000Z'],
    ['2026-10-25', '02:00', '2026-10-25T00:00:00.000Z'],
    ['2026-10-25', '02:59', '2026-10-25T00:59:00.000Z'],
    ['2026-10-25', '03:00', '2026-10-25T02:00:00.000Z'],
    ['2026-07-01', '24:00', '2026-07-01T22:00:00.000Z'],
  ])('%s %s is %s', (date, time, expected) => expect(at(date, time)).toBe(expected));

  it('has a day of 23 and a day of 25 hours in each year', () => {
    const lengths = Array.from({ length: 365 }, (_, index) => civilDay(2026, 1, 1) + index)
      .map((day) => ({ day: formatCivilDay(day), hours: (endOfDay(day) - startOfDay(day)) / HOUR }))
      .filter(({ hours }) => hours !== 24);
    expect(lengths).toEqual([
      { day: '2026-03-29', hours: 23 },
      { day: '2026-10-25', hours: 25 },
    ]);
  });

  it('puts every instant into the one day that has begun and not ended', () => {
    fc.assert(
      fc.property(instants, (instant) => {
        const day = civilDayOf(instant);
        expect(startOfDay(day)).toBeLessThanOrEqual(instant);
        expect(endOfDay(day)).toBeGreaterThan(instant);
        expect(endOfDay(day)).toBe(startOfDay(day + 1));
      }),
    );
  });

  it('goes from wall to instant and back, but for the hour that is missing or comes twice', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60_000 }), fc.integer({ min: 0, max: 1439 }), (day, minute) => {
        const instant = instantAt(day, minute);
        const shown = instant + stockholmOffset(instant) - day * DAY;
        expect([minute * MINUTE, minute * MINUTE + HOUR]).toContain(shown);
        if (minute < 120 || minute >= 180) expect(shown).toBe(minute * MINUTE);
        // Of two the earlier: an hour before, the clock showed something else.
        const before = instant - HOUR;
        expect(before + stockholmOffset(before)).not.toBe(day * DAY + minute * MINUTE);
      }),
    );
  });

  it('stands at the edge of the calendar too', () => {
    expect(civilDayOf(parseInstant('0001-01-01T00:00:00Z')!)).toBe(civilDay(1, 1, 1));
    expect(civilDayOf(parseInstant('9999-12-31T23:30:00Z')!)).toBe(civilDay(10_000, 1, 1));
  });
});
