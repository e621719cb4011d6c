/** Of several hours of one case the page shows the ones to keep. */
import { describe, expect, it } from '@jest/globals';
import { firstHours } from './first-hours.js';

const deadline = (kind: string, dueAt: string, state = 'open') => ({ kind, dueAt, state });
const red = (dueAt: string, state?: string) => deadline('grade-red-assessment', dueAt, state);

describe('the hours of a case', () => {
  it('are the first that run, red or orange, and what is missed stays', () => {
    const orange = deadline('grade-orange-assessment', '2026-11-24T13:00:00Z');
    const green = deadline('grade-green-assessment', '2026-12-08T00:00:00Z');
    const missed = red('2026-11-24T12:00:00Z', 'missed');
    const shown = firstHours([green, red('2026-11-24T17:50:00Z'), missed, orange]);
    expect(shown).toEqual([green, missed, orange]);
  });

  it('are all there is where there is one', () => {
    expect(firstHours([red('2026-11-24T12:00:00Z')])).toHaveLength(1);
    expect(firstHours([])).toEqual([]);
  });
});
