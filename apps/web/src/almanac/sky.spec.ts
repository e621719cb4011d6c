import { describe, expect, it } from '@jest/globals';
import { moonPhase, sunTimes, weekOf } from './sky.js';

const MINUTE = 60_000;

describe('the almanac', () => {
  // Rise and set in Stockholm, in UTC, as almanacs print them.
  it.each([
    ['2026-06-21', '01:31', '20:08'],
    ['2026-12-21', '07:44', '13:48'],
    ['2026-03-20', '04:52', '17:01'],
  ])('knows the sun of %s within a few minutes', (day, rise, set) => {
    const sun = sunTimes(Date.parse(`${day}T12:00:00Z`));
    expect(Math.abs(sun.rise - Date.parse(`${day}T${rise}:00Z`))).toBeLessThan(6 * MINUTE);
    expect(Math.abs(sun.set - Date.parse(`${day}T${set}:00Z`))).toBeLessThan(6 * MINUTE);
  });

  it.each([
    ['2026-08-12T17:37:00Z', 0],
    ['2026-05-31T08:45:00Z', 0.5],
  ])('knows the moon of %s', (at, phase) => {
    const off = Math.abs(moonPhase(Date.parse(at)) - phase);
    expect(Math.min(off, 1 - off)).toBeLessThan(0.03);
  });

  it.each([
    [2026, 1, 1, 1],
    [2026, 11, 28, 48],
    [2026, 12, 31, 53],
    [2027, 1, 3, 53],
    [2027, 1, 4, 1],
  ])('%d-%d-%d is in week %d', (year, month, day, week) => {
    expect(weekOf(year, month, day)).toBe(week);
  });
});
