import { describe, expect, it } from '@jest/globals';
import { civilDay, type CivilDay } from '../kernel/civil-day.js';
import { startOfDay } from '../kernel/stockholm.js';
import { lapseFor, standingOf } from './agreement-lapse.js';

const day = (month: number, date: number): CivilDay => civilDay(2026, month, date);
const [SOC, POLICE, SCHOOL] = ['soc/iof', 'polisen/lpo', 'skola/grund'];
const term = (startsOn: CivilDay, endsOn: CivilDay, ...houses: readonly string[]) => ({ startsOn, endsOn, houses });

describe('an agreement', () => {
  it('holds on its first and on its last day, and is about to lapse for sixty days', () => {
    const year = { startsOn: day(1, 1), endsOn: day(12, 31) };
    expect(standingOf(year, day(1, 1)).state).toBe('in-force');
    expect(standingOf(year, day(11, 1))).toEqual({ state: 'lapses-soon', daysLeft: 60 });
    expect(standingOf(year, day(12, 31)).state).toBe('lapses-soon');
    expect(standingOf(year, day(12, 31) + 1)).toEqual({ state: 'lapsed', daysLeft: -1 });
    expect(standingOf(year, day(1, 1) - 1).state).toBe('not-begun');
  });
});

describe('what has lapsed for some houses', () => {
  const yearly = term(day(1, 1), day(6, 30), SOC, POLICE, SCHOOL);

  it('is nothing while the agreement holds; it says when it will end', () => {
    expect(lapseFor([yearly], [SOC, POLICE], startOfDay(day(7, 1)) - 1)).toEqual({
      lapsed: null,
      nextAt: startOfDay(day(7, 1)),
    });
  });

  it('is every house that it named, from the first instant of the day after', () => {
    expect(lapseFor([yearly], [SOC, POLICE], startOfDay(day(7, 1)))).toEqual({
      lapsed: { at: startOfDay(day(7, 1)), houses: [SOC, POLICE] },
      nextAt: null,
    });
  });

  it('is only what the next agreement does not name', () => {
    const next = term(day(6, 15), day(12, 31), SOC, POLICE);
    expect(lapseFor([yearly, next], [SOC, POLICE], startOfDay(day(8, 1)))).toEqual({
      lapsed: null,
      nextAt: startOfDay(day(12, 31) + 1),
    });
    expect(lapseFor([yearly, next], [SOC, SCHOOL], startOfDay(day(8, 1))).lapsed?.houses).toEqual([SCHOOL]);
  });

  it('is nothing for houses that no agreement has named', () => {
    expect(lapseFor([yearly], ['fritid/fritid'], startOfDay(day(8, 1)))).toEqual({ lapsed: null, nextAt: null });
  });
});
