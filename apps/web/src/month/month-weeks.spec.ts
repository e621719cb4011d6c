import { describe, expect, it } from '@jest/globals';
import { dayByKey, monthWeeks, weekNumber, weekOf } from './month-weeks.js';

describe('a month', () => {
  it('is whole weeks from Monday that hold all its days', () => {
    const november = monthWeeks('2026-11-24');
    expect(november[0]).toEqual({
      number: 44,
      days: ['2026-10-26', '2026-10-27', '2026-10-28', '2026-10-29', '2026-10-30', '2026-10-31', '2026-11-01'],
    });
    expect(november).toHaveLength(6);
    expect(november.at(-1)?.days.at(-1)).toBe('2026-12-06');
    expect(monthWeeks('2027-02-10').map(({ number }) => number)).toEqual([5, 6, 7, 8]);
  });

  it('keeps its days over the nights when the clocks change', () => {
    for (const day of ['2026-03-15', '2026-10-15']) {
      const days = monthWeeks(day).flatMap((week) => week.days);
      expect(new Set(days).size).toBe(days.length);
    }
  });

  it('has each of its weeks as any of their days finds it', () => {
    for (const day of ['2026-10-19', '2026-10-25', '2026-10-22'])
      expect(weekOf(day)).toMatchObject({ number: 43, days: expect.arrayContaining(['2026-10-19', '2026-10-25']) });
    expect(weekOf('2027-01-03').days).toHaveLength(7);
  });

  it.each([
    ['2026-01-01', 1],
    ['2026-12-31', 53],
    ['2027-01-03', 53],
    ['2027-01-04', 1],
    ['2024-12-30', 1],
  ])('says that %s is in week %i', (day, week) => {
    expect(weekNumber(day)).toBe(week);
  });
});

describe('a key', () => {
  it.each([
    ['ArrowRight', '2026-12-01'],
    ['ArrowUp', '2026-11-23'],
    ['PageDown', '2026-12-30'],
    ['Home', '2026-11-30'],
    ['End', '2026-12-06'],
    ['x', undefined],
  ])('%s leads from 30 November to %s', (key, day) => {
    expect(dayByKey('2026-11-30', key)).toBe(day);
  });
});
