import { describe, expect, it } from '@jest/globals';
import { minutesToMorning } from './next-morning.js';

describe('the next morning', () => {
  it.each([
    ['2026-11-24T06:59:00Z', 1],
    ['2026-11-24T07:00:00Z', 24 * 60],
    ['2026-11-24T15:00:00Z', 16 * 60],
    ['2026-11-24T23:30:00Z', 7 * 60 + 30],
    // The night when clocks go back is an hour longer.
    ['2026-10-24T18:00:00Z', 13 * 60],
  ])('%s: %i minutes', (now, minutes) => expect(minutesToMorning(Date.parse(now))).toBe(minutes));
});
