/** Days and hours as a family reads them: Sweden's calendar decides, also at midnight and where a day has 23 or 25 hours. */
import { describe, expect, it } from '@jest/globals';
import { civilDay, clockTime, daysLeft, lastDay } from './dates.js';

describe('the days that are left', () => {
  it.each([
    // The clock goes forward on 29 March 2026 and back on 25 October.
    ['2026-03-28T23:30:00+01:00', '2026-03-31T00:00:00+02:00', 3, 'over a night of 23 hours'],
    ['2026-10-25T00:30:00+02:00', '2026-10-26T00:00:00+01:00', 1, 'in a day of 25 hours'],
    ['2026-10-24T23:59:00+02:00', '2026-10-26T00:00:00+01:00', 2, 'the minute before it'],
    ['2026-03-29T00:00:00+01:00', '2026-03-30T00:00:00+02:00', 1, 'in the first instant of a day of 23 hours'],
    ['2026-11-27T23:59:59+01:00', '2026-11-28T00:00:00+01:00', 1, 'in the last second'],
    ['2026-11-28T00:00:00+01:00', '2026-11-28T00:00:00+01:00', 0, 'at midnight, when it is over'],
    ['2026-11-28T12:00:00+01:00', '2026-11-28T00:00:00+01:00', 0, 'after it'],
    ['2026-11-28T12:00:00+01:00', '2026-12-12T12:00:00+01:00', 15, 'to an hour in a day, which counts'],
  ])('from %s until %s are %i: %s', (now, until, days) => {
    expect(daysLeft(until, now)).toBe(days);
  });
});

describe('a day that ends at midnight', () => {
  it.each([
    ['2026-03-30T00:00:00+02:00', '2026-03-29'],
    ['2026-10-26T00:00:00+01:00', '2026-10-25'],
    ['2027-01-01T00:00:00+01:00', '2026-12-31'],
  ])('until %s is told as its last whole day, %s', (until, day) => {
    expect(civilDay(lastDay(until))).toBe(day);
  });

  it('tells the hour that the wall shows on either side of the change', () => {
    expect(['2026-03-29T00:59:00Z', '2026-03-29T01:00:00Z'].map(clockTime)).toEqual(['01:59', '03:00']);
    expect(['2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z'].map(clockTime)).toEqual(['02:30', '02:30']);
  });
});
