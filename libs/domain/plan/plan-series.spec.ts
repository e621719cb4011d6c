import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { civilDay, weekdayOf } from '../kernel/civil-day.js';
import {
  decideValue,
  figureWords,
  measuredOf,
  periodOf,
  readingOf,
  untoldPeriod,
  type Measured,
  type Told,
} from './plan-series.js';

const ATTENDANCE: Measured = { unit: 'percent', better: 'more', cadence: 'week' };
const TESTS: Measured = { unit: 'count', better: 'more', cadence: 'week' };
const TRAINING: Measured = { unit: 'hours', better: 'more', cadence: 'day' };
const TUESDAY = civilDay(2026, 11, 24);
const MONDAY = TUESDAY - 1;

describe('a figure', () => {
  const said = (value: string, measured = ATTENDANCE, on: number | null = TUESDAY) => {
    const decision = decideValue({ on: on ?? undefined, value }, measured, TUESDAY);
    return decision.outcome === 'told'
      ? `${decision.period - MONDAY} ${decision.value}`
      : decision.faults.map(({ field, code }) => `${field}: ${code}`).join(', ');
  };

  it('is read as people type it, and stands for its day or its week', () => {
    expect([
      said('65'),
      said(' 65 % '),
      said('65 procent'),
      said('87,5'),
      said('87.5'),
      said('0'),
      said('100'),
    ]).toEqual(['0 65', '0 65', '0 65', '0 87.5', '0 87.5', '0 0', '0 100']);
    expect(said('2,5', TRAINING)).toBe('1 2.5');
  });

  it('says what is wrong at its field', () => {
    expect(said('')).toBe('value: required');
    for (const nonsense of ['många', '6 5', '-3', '1e3', '65,55', '٣', '65%%'])
      expect([nonsense, said(nonsense)]).toEqual([nonsense, 'value: no-figure']);
    expect(said('101')).toBe('value: too-much');
    expect(said('24,1', TRAINING)).toBe('value: too-much');
    expect(said('2,5', TESTS)).toBe('value: no-whole-figure');
    expect(said('65', ATTENDANCE, null)).toBe('on: date-missing');
    expect(said('', ATTENDANCE, TUESDAY + 7)).toBe('on: in-future, value: required');
    // The week that has begun can be told by whoever knows it already.
    expect(said('65', ATTENDANCE, TUESDAY + 5)).toBe('0 65');
    expect(said('1', TRAINING, TUESDAY + 1)).toBe('on: in-future');
  });

  it('stands for the Monday of its week, whichever day was chosen', () => {
    fc.assert(
      fc.property(fc.integer({ min: -100_000, max: 100_000 }), (day) => {
        const monday = periodOf(day, 'week');
        expect(weekdayOf(monday)).toBe('mon');
        expect(day - monday).toBeGreaterThanOrEqual(0);
        expect(day - monday).toBeLessThan(7);
        expect(periodOf(monday, 'week')).toBe(monday);
        expect(periodOf(day, 'day')).toBe(day);
      }),
    );
  });

  it('is said with its unit', () => {
    expect([figureWords(65, 'percent'), figureWords(2.5, 'hours'), figureWords(3, 'count')]).toEqual([
      ...['65 %', '2,5 h', '3'],
    ]);
  });
});

describe('what is measured', () => {
  it('is one of the words of each', () => {
    expect(measuredOf(ATTENDANCE)).toEqual(ATTENDANCE);
    expect(measuredOf({ unit: 'percent', better: 'more', cadence: 'month' })).toBeNull();
    expect(measuredOf({ unit: 'grade', better: 'more', cadence: 'week' })).toBeNull();
  });
});

describe('the two readings', () => {
  const told = (...values: number[]): Told[] => values.map((value, at) => ({ period: MONDAY + at * 7, value }));

  it('are a success to one and an absence to another ([S1]: from 6 to 65 %)', () => {
    expect(readingOf(told(6, 40, 65), ATTENDANCE)).toEqual({ from: 6, to: 65, way: 'up', isBetter: true, left: 35 });
    expect(readingOf(told(94, 35), { unit: 'percent', better: 'less' })).toEqual({
      ...{ from: 94, to: 35, way: 'down', isBetter: true, left: 35 },
    });
    expect(readingOf(told(65, 6), ATTENDANCE)).toMatchObject({ way: 'down', isBetter: false, left: 94 });
    expect(readingOf(told(12.5, 87.6), ATTENDANCE)?.left).toBe(12.4);
  });

  it('are by the days, in whatever order they were told, and none before the first', () => {
    expect(readingOf([...told(6, 65)].reverse(), ATTENDANCE)).toMatchObject({ from: 6, to: 65 });
    expect(readingOf([], ATTENDANCE)).toBeNull();
    expect(readingOf(told(50), ATTENDANCE)).toEqual({ from: 50, to: 50, way: 'same', isBetter: null, left: 50 });
  });

  it('have no whole where there is none', () => {
    expect(readingOf(told(1, 3), TESTS)).toEqual({ from: 1, to: 3, way: 'up', isBetter: true, left: null });
  });
});

describe('a figure that nobody has told', () => {
  const weekend = (day: number): boolean => ['sat', 'sun'].includes(weekdayOf(day));
  const of = (today: number, agreedOn = MONDAY - 14) => ({ agreedOn, today, isRest: weekend });

  it('is waited for once its week is over, and not once a later one was told', () => {
    expect(untoldPeriod([], ATTENDANCE, of(TUESDAY))).toBe(MONDAY - 7);
    expect(untoldPeriod([{ period: MONDAY - 7 }], ATTENDANCE, of(TUESDAY))).toBeNull();
    expect(untoldPeriod([{ period: MONDAY }], ATTENDANCE, of(TUESDAY))).toBeNull();
    expect(untoldPeriod([{ period: MONDAY - 14 }], ATTENDANCE, of(TUESDAY))).toBe(MONDAY - 7);
  });

  it('is not waited for of the time before the parties agreed, nor of days of rest', () => {
    expect(untoldPeriod([], ATTENDANCE, of(TUESDAY, TUESDAY))).toBeNull();
    expect(untoldPeriod([], TRAINING, of(TUESDAY))).toBe(MONDAY);
    expect(untoldPeriod([], TRAINING, of(MONDAY))).toBe(MONDAY - 3);
    expect(untoldPeriod([{ period: MONDAY - 3 }], TRAINING, of(MONDAY))).toBeNull();
  });
});
