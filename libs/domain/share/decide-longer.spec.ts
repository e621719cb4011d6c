/** Which of what is told already lasts longer by itself when work goes over, which by choice, and which never. */
import { describe, expect, it } from '@jest/globals';
import { DAY, HOUR } from '../kernel/instant.js';
import { decideLonger, type RunningShare, type WorkBefore } from './decide-longer.js';

const FORMED = Date.UTC(2026, 9, 1, 8);
const YES_ENDS = FORMED + 30 * DAY;
const before: WorkBefore = { formedAt: FORMED, purpose: 'support', yesUntil: [YES_ENDS] };
const longer = (change: Partial<RunningShare> = {}, work: Partial<WorkBefore> = {}) =>
  decideLonger(
    { ground: 'consent', purpose: 'support', madeAt: FORMED + HOUR, givenUntil: YES_ENDS, ...change },
    { ...before, ...work },
  );

describe('what was told to whoever goes along', () => {
  it('lasts longer by itself where it ran as long as the yes to the old form', () => {
    expect(longer()).toBe('by-itself');
    expect(longer({ madeAt: FORMED })).toBe('by-itself');
  });

  it.each([
    ['an end that a person chose', { givenUntil: FORMED + 4 * DAY }],
    ['another purpose', { purpose: 'prevent-crime' }],
    ['another ground', { ground: 'OSL 26:9' }],
    ['before the group was there', { madeAt: FORMED - 1 }],
    ['no end', { givenUntil: null }],
  ] as const)('is a choice of its own with %s', (_, change) => {
    expect(longer(change)).toBe('by-choice');
  });

  it('is a choice where the group was never formed, or no yes of its form ends then', () => {
    expect(longer({}, { formedAt: null })).toBe('by-choice');
    expect(longer({}, { yesUntil: [YES_ENDS + DAY] })).toBe('by-choice');
  });

  it.each([
    [{ ground: 'BrB 24:4', purpose: 'immediate-danger' }],
    [{ ground: 'BrB 24:4' }],
    [{ ground: 'OSL 10:20' }],
    [{ purpose: 'immediate-danger' }],
    [{ purpose: 'report-concern' }],
    [{ purpose: 'feedback' }],
  ] as const)('never lasts longer: %j', (change) => {
    expect(longer(change)).toBe('never');
  });
});
