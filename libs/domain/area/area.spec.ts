import { describe, expect, it } from '@jest/globals';
import { civilDay } from '../kernel/civil-day.js';
import { decideWeek, parseMonday, weekNumber } from './area-week.js';
import { standsInWeek } from './measure-states.js';
import { countPlaces, countWeeks, type CellFacts } from './picture.js';
import { addTold, tellCount } from './told-count.js';

const monday = civilDay(2026, 11, 23);
const cell = (more: Partial<CellFacts>): CellFacts => ({
  monday,
  place: 'stationen',
  phenomenon: 'threat',
  own: 0,
  others: 0,
  few: false,
  ...more,
});

describe('a week', () => {
  it.each([
    [civilDay(2026, 11, 23), 2026, 48],
    [civilDay(2026, 12, 28), 2026, 53],
    [civilDay(2027, 1, 4), 2027, 1],
    [civilDay(2024, 12, 30), 2025, 1],
  ])('has its number in its year (ISO 8601)', (day, year, week) => {
    expect(weekNumber(day)).toEqual({ year, week });
  });

  it('begins on a Monday', () => {
    expect(parseMonday('2026-11-23')).toBe(monday);
    expect(parseMonday('2026-11-24')).toBeUndefined();
    expect(parseMonday('2026-02-30')).toBeUndefined();
  });

  it('takes more while it lasts and a while after, and nothing once it is closed', () => {
    const now = { monday, closed: false };
    expect(decideWeek(monday, now)).toEqual({ outcome: 'open' });
    expect(decideWeek(monday - 21, now)).toEqual({ outcome: 'open' });
    expect(decideWeek(monday - 28, now)).toEqual({ outcome: 'refused', code: 'too-old' });
    expect(decideWeek(monday + 7, now)).toEqual({ outcome: 'refused', code: 'not-yet' });
    expect(decideWeek(monday, { monday, closed: true })).toEqual({ outcome: 'refused', code: 'closed' });
  });
});

describe('a count', () => {
  it('of others is told from three on, one’s own always', () => {
    expect(tellCount(0, 2)).toEqual({ count: 0, fewMore: true });
    expect(tellCount(0, 3)).toEqual({ count: 3, fewMore: false });
    expect(tellCount(1, 0)).toEqual({ count: 1, fewMore: false });
    expect(tellCount(4, 1)).toEqual({ count: 4, fewMore: true });
    expect(tellCount(4, 0, true)).toEqual({ count: 4, fewMore: true });
    expect(tellCount(0, 5, true)).toEqual({ count: 5, fewMore: true });
  });

  it('never comes back out of a sum', () => {
    expect(addTold(tellCount(4, 1), tellCount(0, 6))).toEqual({ count: 10, fewMore: true });
    for (let hidden = 1; hidden < 3; hidden += 1) {
      const week = [cell({ others: hidden }), cell({ place: 'torget', others: 7 })];
      expect(countPlaces(week).map(({ told }) => told)).toEqual([
        { count: 0, fewMore: true },
        { count: 7, fewMore: false },
      ]);
      expect(countWeeks(week, monday, 1)[0]?.told).toEqual({ count: 7, fewMore: true });
    }
  });

  it('is of occurrences: that it was calm is none', () => {
    expect(countPlaces([cell({ phenomenon: 'calm', own: 9 })])).toEqual([]);
  });

  it('is there for each week, also for one in which nothing was seen', () => {
    const weeks = countWeeks([cell({ own: 2, others: 3, monday: monday - 14 })], monday, 3);
    expect(weeks.map(({ told }) => told.count)).toEqual([5, 0, 0]);
  });
});

describe('a measure', () => {
  it('follows from week to week until it ends', () => {
    const measure = { since: monday, endedWeek: monday + 14 };
    expect([-7, 0, 7, 14, 21].map((days) => standsInWeek(measure, monday + days))).toEqual([
      false,
      true,
      true,
      true,
      false,
    ]);
    expect(standsInWeek({ since: monday, endedWeek: null }, monday + 70)).toBe(true);
  });
});
