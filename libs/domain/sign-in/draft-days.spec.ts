import { describe, expect, it } from '@jest/globals';
import { formatCivilDay, parseCivilDay } from '../kernel/civil-day.js';
import { draftDays } from './draft-days.js';

describe('days whose drafts can be opened', () => {
  it('are today and the two before, also over a year’s end', () => {
    expect(draftDays(parseCivilDay('2027-01-01')!).map(formatCivilDay)).toEqual([
      '2027-01-01',
      '2026-12-31',
      '2026-12-30',
    ]);
  });
});
