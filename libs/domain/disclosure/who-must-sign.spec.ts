import { describe, expect, it } from '@jest/globals';
import { parseInstant } from '../kernel/instant.js';
import { ageAt } from './age.js';
import type { Assessment, Subject } from './case.js';
import { EXAMPLE_CASE, EXAMPLE_CHILD } from './example-case.js';
import { whoMustSign } from './who-must-sign.js';

const at = (text: string): number => parseInstant(text)!;
const { asOf } = EXAMPLE_CASE;

describe('age in Stockholm', () => {
  it.each([
    // Born 2008-02-29: a leap day falls on 1 March in other years.
    ['2008-02-29', '2026-02-28T22:59:59.999Z', 17],
    ['2008-02-29', '2026-02-28T23:00:00Z', 18],
    ['2008-02-29', '2028-02-28T23:00:00Z', 20],
    ['2008-02-29', '2028-02-28T22:59:59.999Z', 19],
    // Summer time: midnight is an hour earlier in UTC.
    ['2008-07-01', '2026-06-30T21:59:59.999Z', 17],
    ['2008-07-01', '2026-06-30T22:00:00Z', 18],
    // The nights when the clock changes, still on the old offset at midnight.
    ['2008-03-29', '2026-03-28T22:59:59.999Z', 17],
    ['2008-03-29', '2026-03-28T23:00:00Z', 18],
    ['2008-10-25', '2026-10-24T21:59:59.999Z', 17],
    ['2008-10-25', '2026-10-24T22:00:00Z', 18],
    ['2008-01-01', '2025-12-31T22:59:59.999Z', 17],
    ['2008-01-01', '2025-12-31T23:00:00Z', 18],
    // Not yet born.
    ['2030-01-01', '2026-01-01T00:00:00Z', -4],
  ] as const)('born %s is at %s %i', (born, instant, years) => {
    const [year, month, day] = born.split('-').map(Number) as [number, number, number];
    expect(ageAt({ year, month, day }, at(instant))).toBe(years);
  });
});

describe('who must sign', () => {
  const signers = (change: Partial<Subject>, childSignsFrom?: number, assessments: readonly Assessment[] = []) =>
    whoMustSign({ ...EXAMPLE_CHILD, ...change }, { asOf, childSignsFrom, assessments });
  const harm = (guardian: string): Assessment => ({
    ground: 'OSL 12:3',
    person: 'p1',
    from: 'any/house',
    to: `person:${guardian}`,
    categories: [],
    criteria: { seriousHarm: true },
    by: { name: 'A. Berg', role: 'social-secretary' },
    at: asOf,
    until: asOf + 1,
  });

  it.each([
    [
      'from 12 the child beside both guardians',
      { born: { year: 2014, month: 2, day: 2 } },
      undefined,
      ['g1', 'g2', 'p1'],
    ],
    ['under 12 the guardians', { born: { year: 2014, month: 2, day: 3 } }, undefined, ['g1', 'g2']],
    ['the town’s own age', {}, 15, ['g1', 'g2']],
    ['from birth where the town says 0', { born: { year: 2026, month: 1, day: 1 } }, 0, ['g1', 'g2', 'p1']],
    ['recorded as for the guardians', { maturity: 'guardian' }, undefined, ['g1', 'g2']],
    ['recorded as joint', { maturity: 'joint', born: { year: 2020, month: 1, day: 1 } }, undefined, ['g1', 'g2', 'p1']],
    ['recorded as for the child', { maturity: 'child' }, undefined, ['p1']],
    [
      'at 18 the person alone, whatever was recorded',
      { maturity: 'guardian', born: { year: 2008, month: 2, day: 2 } },
      undefined,
      ['p1'],
    ],
    ['nobody can, with no guardian', { guardians: [] }, undefined, []],
    ['the child can without one, if recorded so', { guardians: [], maturity: 'child' }, undefined, ['p1']],
  ] as const)('%s', (_name, change, childSignsFrom, expected) => {
    expect(signers(change as Partial<Subject>, childSignsFrom)).toEqual(expected);
  });

  it('leaves out a guardian who would do serious harm, and asks nobody when none is left', () => {
    expect(signers({}, undefined, [harm('g1')])).toEqual(['g2', 'p1']);
    expect(signers({}, undefined, [harm('g1'), harm('g2')])).toEqual([]);
    expect(signers({}, undefined, [{ ...harm('g1'), until: asOf }])).toEqual(['g1', 'g2', 'p1']);
    expect(signers({}, undefined, [{ ...harm('g1'), person: 'p2' }])).toEqual(['g1', 'g2', 'p1']);
  });
});
