/** Two who must never meet: how much time lies between them, and how long it is so. */
import { describe, expect, it } from '@jest/globals';
import { HOUR, MINUTE, parseInstant } from '../kernel/instant.js';
import { decideApartEnd, isKeptClear, keptClearOf } from './keep-apart.js';

const now = parseInstant('2026-11-24T12:00+01:00')!;

describe('those who must never meet', () => {
  const clear = keptClearOf([{ from: now, until: now + HOUR, site: null, own: false }]);

  it.each([
    ['at the same time', 0, true],
    ['half an hour after', 90, true],
    ['three quarters of an hour after', 105, false],
    ['so that it ends half an hour before', -60, true],
    ['so that it ends three quarters of an hour before', -75, false],
  ])('have a meeting of half an hour %s: kept clear %s', (_, after, expected) => {
    const from = now + after * MINUTE;
    expect(isKeptClear({ from, until: from + 30 * MINUTE, site: null }, clear)).toBe(expected);
  });

  it.each([
    ['the same site', 'a', 'a', true],
    ['another site', 'a', 'b', false],
    ['a place that nobody knows', 'a', null, true],
    ['a site, while nobody knows where the other is', null, 'a', true],
  ])('meet at once at %s: kept clear %s', (_, theirs, mine, expected) => {
    const there = keptClearOf([{ from: now, until: now + HOUR, site: theirs, own: false }]);
    expect(isKeptClear({ from: now, until: now + HOUR, site: mine }, there)).toBe(expected);
  });

  it('leave a person one meeting at a time, wherever the other is, with no margin between', () => {
    const own = keptClearOf([{ from: now, until: now + HOUR, site: 'a', own: true }]);
    const at = (after: number) => ({ from: now + after * MINUTE, until: now + (after + 30) * MINUTE, site: 'b' });
    expect([-30, -29, 59, 60].map((after) => isKeptClear(at(after), own))).toEqual([false, true, true, false]);
  });

  it.each([
    ['2026-11-24', parseInstant('2026-11-25T00:00+01:00')],
    ['2027-11-24', parseInstant('2027-11-25T00:00+01:00')],
    ['2027-11-25', 'APART_TOO_LONG'],
    ['2026-11-23', 'APART_END_PAST'],
    ['2026-02-30', 'DATE_MISSING'],
  ])('are kept apart to the end of %s', (written, expected) => {
    const end = decideApartEnd(written, now);
    expect(end.outcome === 'until' ? end.until : end.code).toBe(expected);
  });
});
