import { describe, expect, it } from '@jest/globals';
import { overlaps, weighMove, type MoveFacts, type PersonOfMove } from './weigh-move.js';

const HOUR = 3_600_000;
const NINE = Date.parse('2026-11-24T08:00:00Z');
const person = (staffId: string, more: Partial<PersonOfMove> = {}): PersonOfMove => ({
  staffId,
  answer: 'none',
  isRequired: false,
  isBusy: false,
  ...more,
});
const weigh = (more: Partial<MoveFacts>) =>
  weighMove({
    now: { startsAt: NINE, minutes: 60 },
    then: { startsAt: NINE + 2 * HOUR, minutes: 60 },
    people: [],
    limits: [],
    isHouseTaken: false,
    isOffDay: false,
    ...more,
  }).map(({ code, staffIds, limit }) => [code, ...staffIds, ...(limit ? [limit.kind] : [])].join(' '));

describe('moving a meeting', () => {
  it('has no consequence where nobody has answered and every limit is kept', () => {
    expect(
      weigh({ people: [person('a')], limits: [{ kind: 'sig-meeting', dueAt: NINE + 2 * HOUR, isKeptByOther: false }] }),
    ).toEqual([]);
  });

  it('says which limit it breaks, unless it was broken already or another meeting keeps it', () => {
    const limit = { kind: 'sig-meeting', dueAt: NINE + HOUR, isKeptByOther: false };
    expect(weigh({ limits: [limit] })).toEqual(['limit-broken sig-meeting']);
    expect(weigh({ limits: [{ ...limit, isKeptByOther: true }] })).toEqual([]);
    expect(weigh({ limits: [{ ...limit, dueAt: NINE - 1 }] })).toEqual([]);
    expect(weigh({ limits: [limit], then: null })).toEqual(['limit-broken sig-meeting']);
  });

  it('tells who must be asked again, who cannot then, and apart from them whom it cannot do without', () => {
    const people = [
      person('yes', { answer: 'accepted' }),
      person('busy', { isBusy: true }),
      person('decides', { isRequired: true, isBusy: true, answer: 'accepted' }),
    ];
    expect(weigh({ people })).toEqual(['required-missing decides', 'busy busy', 'accepted-asked-again yes decides']);
    expect(weigh({ people, then: null })).toEqual(['accepted-let-go yes decides']);
  });

  it('says that the house meets then already, and that it is a day off', () => {
    expect(weigh({ isHouseTaken: true, isOffDay: true })).toEqual(['house-taken', 'off-day']);
  });
});

describe('two spans', () => {
  it('overlap when they share time, and not when one ends where the other begins', () => {
    const one = { startsAt: NINE, minutes: 60 };
    expect(overlaps(one, { startsAt: NINE + HOUR, minutes: 30 })).toBe(false);
    expect(overlaps(one, { startsAt: NINE + HOUR - 1, minutes: 30 })).toBe(true);
    expect(overlaps({ startsAt: NINE - HOUR, minutes: 180 }, one)).toBe(true);
  });
});
