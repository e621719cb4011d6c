import { describe, expect, it } from '@jest/globals';
import { earliestOf } from './earliest.js';

describe('the earliest of some instants', () => {
  it('is the first in time, whatever order and form they come in', () => {
    const first = '2026-11-28T07:00:00.000Z';
    expect(earliestOf([null, '2026-11-28T09:00:00.000Z', first, undefined])).toBe(first);
    expect(earliestOf(['2026-11-28T08:30:00+01:00', '2026-11-28T08:00:00.000Z'])).toBe('2026-11-28T08:30:00+01:00');
  });

  it('is nothing where nothing ends by time', () => {
    expect(earliestOf([])).toBeNull();
    expect(earliestOf([null, undefined])).toBeNull();
  });
});
