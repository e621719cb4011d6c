import { describe, expect, it } from '@jest/globals';
import { weighMove, type MoveFacts, type PersonOfMove } from './weigh-move.js';

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
    group: null,
    isHouseTaken: false,
    isRoomTaken: false,
    isOffDay: false,
    hasInterpreter: false,
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

  it('reminds of an interpreter who is booked for the time that it had', () => {
    const hasInterpreter = true;
    expect(weigh({ hasInterpreter })).toEqual(['interpreter-booked']);
    expect(weigh({ hasInterpreter, then: null })).toEqual(['interpreter-booked']);
    expect(weigh({ hasInterpreter, then: { startsAt: NINE, minutes: 90 } })).toEqual([]);
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

  it('says that the house meets then already, that the room is taken and that it is a day off', () => {
    expect(weigh({ isHouseTaken: true, isRoomTaken: true, isOffDay: true })).toEqual([
      'house-taken',
      'room-taken',
      'off-day',
    ]);
  });

  describe('of a group', () => {
    const DAY = 24 * HOUR;
    const WEEK = 7 * DAY;
    const weeks = (count: number) => ({ unit: 'weeks', count }) as const;
    const other = (startsAt: number, keepsCadence = true) => ({ startsAt, minutes: 60, keepsCadence });
    const group = (...others: readonly ReturnType<typeof other>[]) => ({
      others,
      cadence: { every: weeks(4), limit: weeks(4), since: NINE - 3 * WEEK },
    });
    const to = (startsAt: number) => ({ startsAt, minutes: 60 });

    it('says first that the group meets then, to the minute', () => {
      const then = NINE + 2 * HOUR;
      expect(weigh({ group: group(other(then + HOUR - 1)) })).toEqual(['group-meets-then']);
      expect(weigh({ group: group(other(then - HOUR + 1, false)), isOffDay: true })).toEqual([
        'group-meets-then',
        'off-day',
      ]);
      expect(weigh({ group: group(other(then + HOUR), other(then - HOUR)) })).toEqual([]);
    });

    it('says when too long would pass since the last one, or until the next', () => {
      expect(weigh({ group: group(), then: to(NINE + WEEK) })).toEqual([]);
      expect(weigh({ group: group(), then: to(NINE + 2 * WEEK) })).toEqual(['limit-broken sig-meeting']);
      // The next one is four weeks after this one, and would be five after the last.
      expect(weigh({ group: group(other(NINE + 4 * WEEK)), then: to(NINE - WEEK) })).toEqual([
        'limit-broken sig-meeting',
      ]);
      expect(weigh({ group: group(other(NINE + 4 * WEEK)), then: null })).toEqual(['limit-broken sig-meeting']);
      expect(weigh({ group: group(other(NINE + WEEK)), then: null })).toEqual([]);
    });

    it('says nothing of a gap that is there already, nor of meetings of another kind, nor twice of the same limit', () => {
      const late = other(NINE + 9 * WEEK);
      expect(weigh({ group: group(late), then: to(NINE + DAY) })).not.toContain('group-meets-then');
      expect(weigh({ group: group(other(NINE + WEEK, false)), then: to(NINE + 2 * WEEK) })).toEqual([
        'limit-broken sig-meeting',
      ]);
      expect(weigh({ group: { ...group(), cadence: null }, then: to(NINE + 9 * WEEK) })).toEqual([]);
      const limit = { kind: 'sig-meeting', dueAt: NINE + WEEK, isKeptByOther: false };
      expect(weigh({ group: group(), limits: [limit], then: to(NINE + 9 * WEEK) })).toEqual([
        'limit-broken sig-meeting',
      ]);
    });
  });
});
