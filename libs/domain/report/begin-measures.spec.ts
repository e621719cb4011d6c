import { describe, expect, it } from '@jest/globals';
import { PHASES } from '../disclosure/vocabulary.js';
import { decideMeasures, LONGEST_MEASURES_REASONS } from './begin-measures.js';

const input = { phase: 'investigation', open: true, reasons: ' Utredningen är klar. ' } as const;

describe('the step into measures', () => {
  it('is taken from an open investigation, with reasons', () => {
    expect(decideMeasures(input)).toEqual({ outcome: 'begun', reasons: 'Utredningen är klar.' });
    expect(decideMeasures({ ...input, reasons: ' ' })).toEqual({
      outcome: 'refused',
      faults: [{ field: 'reasons', code: 'missing' }],
    });
    const long = 'x'.repeat(LONGEST_MEASURES_REASONS + 1);
    expect(decideMeasures({ ...input, reasons: long })).toMatchObject({ faults: [{ code: 'too-long' }] });
  });

  it('is taken from nowhere else', () => {
    expect(decideMeasures({ ...input, open: false })).toMatchObject({ code: 'ended' });
    expect(Object.fromEntries(PHASES.map((phase) => [phase, decideMeasures({ ...input, phase }).outcome]))).toEqual({
      preliminary: 'not-from-here',
      investigation: 'begun',
      measures: 'not-from-here',
      'follow-up': 'not-from-here',
      none: 'not-from-here',
    });
  });
});
