/** Two who must never meet: how much time lies between them, and how long it is so. */
import { describe, expect, it } from '@jest/globals';
import { HOUR, MINUTE, parseInstant } from '../kernel/instant.js';
import { decideApartEnd, isKeptClear, keptClearOf } from './keep-apart.js';

const now = parseInstant('2026-11-24T12:00+01:00')!;

describe('those who must never meet', () => {
  const clear = keptClearOf([{ from: now, until: now + HOUR }]);

  it.each([
    ['at the same time', 0, true],
    ['half an hour after', 90, true],
    ['three quarters of an hour after', 105, false],
    ['so that it ends half an hour before', -60, true],
    ['so that it ends three quarters of an hour before', -75, false],
  ])('have a meeting of half an hour %s: kept clear %s', (_, after, expected) => {
    const from = now + after * MINUTE;
    expect(isKeptClear({ from, until: from + 30 * MINUTE }, clear)).toBe(expected);
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
