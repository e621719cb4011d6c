import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ConsentScope } from './consent.js';
import { whatEnded } from './what-ended.js';

const [SOC, POLICE, SCHOOL, LEISURE] = ['soc/a', 'police/a', 'school/a', 'leisure/a'] as const;
const scope = (more: Partial<ConsentScope> = {}): ConsentScope => ({
  from: [SOC, POLICE, SCHOOL],
  to: [SOC, POLICE, SCHOOL],
  categories: ['leisure', 'measures-and-plan'],
  purposes: ['support'],
  ...more,
});
const ended = (before: ConsentScope, ...now: ConsentScope[]) => Object.fromEntries(whatEnded(before, now));

describe('what ends when a consent becomes less', () => {
  it('is all of it for everyone when nothing else is in force', () => {
    expect(ended(scope())).toEqual({ [SOC]: 'over', [POLICE]: 'over', [SCHOOL]: 'over' });
  });

  it('is nothing where another one lets the same be told', () => {
    expect(ended(scope(), scope({ categories: ['leisure', 'measures-and-plan', 'addiction'] }))).toEqual({});
  });

  it('is over for the house that is struck out, and less for those who spoke with it', () => {
    const without = { from: [SOC, POLICE], to: [SOC, POLICE] };
    expect(ended(scope(), scope(without))).toEqual({ [SCHOOL]: 'over', [SOC]: 'less', [POLICE]: 'less' });
  });

  it('is nothing for a house that keeps what it had, beside one that does not', () => {
    const wide = scope({ from: [SOC], to: [POLICE, SCHOOL, LEISURE] });
    const narrow = scope({ from: [SOC], to: [POLICE, SCHOOL] });
    expect(ended(wide, narrow)).toEqual({ [SOC]: 'less', [LEISURE]: 'over' });
  });

  it('is less for all when a kind of information is taken away', () => {
    expect(ended(scope(), scope({ categories: ['leisure'] }))).toEqual({
      [SOC]: 'less',
      [POLICE]: 'less',
      [SCHOOL]: 'less',
    });
  });

  it('is put together from several that are in force', () => {
    const [one, other] = [scope({ categories: ['leisure'] }), scope({ categories: ['measures-and-plan'] })];
    expect(ended(scope(), one, other)).toEqual({});
  });

  it('is never anything for a house that the consent did not reach, nor told by what was added', () => {
    const houses = fc.subarray([SOC, POLICE, SCHOOL, LEISURE], { minLength: 0 });
    const any = fc.record({
      from: houses,
      to: houses,
      categories: fc.subarray(['leisure', 'addiction', 'measures-and-plan'] as const),
      purposes: fc.subarray(['support', 'prevent-crime'] as const),
    }) as fc.Arbitrary<ConsentScope>;
    fc.assert(
      fc.property(any, fc.array(any, { maxLength: 2 }), any, (before, now, added) => {
        const less = whatEnded(before, now);
        for (const house of less.keys()) expect([...before.from, ...before.to]).toContain(house);
        for (const house of whatEnded(before, [...now, added]).keys()) expect([...less.keys()]).toContain(house);
        expect(whatEnded(before, [...now, before]).size).toBe(0);
      }),
    );
  });
});
