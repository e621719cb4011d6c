import { describe, expect, it } from '@jest/globals';
import { filterOf, NOTHING_ASKED, periodOf } from './asked.js';

describe('what a reviewer asks for', () => {
  it('leaves out what was left empty', () => {
    expect(filterOf(NOTHING_ASKED, null)).toEqual({
      from: null,
      until: null,
      staffId: null,
      action: null,
      outcome: null,
      caseNumber: null,
      pattern: null,
      unreviewed: false,
    });
  });

  it('counts whole days in Sweden, also when the clocks change', () => {
    expect(periodOf({ from: '2026-10-25', until: '2026-10-25' })).toEqual({
      from: '2026-10-24T22:00:00.000Z',
      until: '2026-10-25T23:00:00.000Z',
    });
  });

  it('asks for no day that does not exist', () => {
    expect(periodOf({ from: '2026-02-30', until: 'x' })).toEqual({ from: null, until: null });
  });
});
