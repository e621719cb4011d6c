import { describe, expect, it } from '@jest/globals';
import { civilDay, formatCivilDay, parseCivilDay, weekdayOf } from './civil-day.js';
import {
  easterSunday,
  findPublicHoliday,
  isPublicHoliday,
  isWorkday,
  publicHolidaysOf,
  workdaysIn,
} from './public-holidays.js';

const table = (year: number): string[] =>
  [...publicHolidaysOf(year)]
    .sort(([a], [b]) => a - b)
    .map(([day, holiday]) => `${formatCivilDay(day)} ${weekdayOf(day)} ${holiday}`);

describe('the Swedish public holidays', () => {
  it('of 2026 are those of the almanac', () => {
    expect(table(2026)).toEqual([
      '2026-01-01 thu new-years-day',
      '2026-01-06 tue epiphany',
      '2026-04-03 fri good-friday',
      '2026-04-05 sun easter-sunday',
      '2026-04-06 mon easter-monday',
      '2026-05-01 fri may-day',
      '2026-05-14 thu ascension-day',
      '2026-05-24 sun whit-sunday',
      '2026-06-06 sat national-day',
      '2026-06-20 sat midsummer-day',
      '2026-10-31 sat all-saints-day',
      '2026-12-25 fri christmas-day',
      '2026-12-26 sat boxing-day',
    ]);
  });

  it('keep one day when 1 May is Ascension Day, as in 2008', () => {
    expect(publicHolidaysOf(2008).size).toBe(12);
    expect(findPublicHoliday(civilDay(2008, 5, 1))).toBe('ascension-day');
  });

  it.each([
    [1818, '1818-03-22'],
    [1943, '1943-04-25'],
    [1954, '1954-04-18'],
    [1981, '1981-04-19'],
    [2000, '2000-04-23'],
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
    [2027, '2027-03-28'],
    [2038, '2038-04-25'],
    [2049, '2049-04-18'],
    [2076, '2076-04-19'],
    [2100, '2100-03-28'],
    [2285, '2285-03-22'],
  ])('Easter of %i is on %s', (year, date) => expect(formatCivilDay(easterSunday(year))).toBe(date));

  it('put midsummer and All Saints on their Saturdays in every year', () => {
    for (let year = 1970; year <= 2200; year += 1) {
      const byName = new Map([...publicHolidaysOf(year)].map(([day, holiday]) => [holiday, day]));
      const [midsummer, saints] = [byName.get('midsummer-day')!, byName.get('all-saints-day')!];
      expect([weekdayOf(midsummer), weekdayOf(saints), weekdayOf(easterSunday(year))]).toEqual(['sat', 'sat', 'sun']);
      expect(midsummer).toBeGreaterThanOrEqual(civilDay(year, 6, 20));
      expect(midsummer).toBeLessThanOrEqual(civilDay(year, 6, 26));
      expect(saints).toBeGreaterThanOrEqual(civilDay(year, 10, 31));
      expect(saints).toBeLessThanOrEqual(civilDay(year, 11, 6));
    }
  });

  it('do not count an ordinary Sunday, nor an eve', () => {
    expect(isPublicHoliday(civilDay(2026, 2, 1))).toBe(false);
    expect(isPublicHoliday(civilDay(2026, 6, 19))).toBe(false);
    expect(isPublicHoliday(civilDay(2026, 12, 24))).toBe(false);
  });
});

describe('a working day', () => {
  it.each([
    ['2026-06-18', true, 'the day before midsummer eve'],
    ['2026-06-19', false, 'midsummer eve'],
    ['2026-06-22', true, 'the Monday after'],
    ['2026-12-23', true, 'the day before Christmas Eve'],
    ['2026-12-24', false, 'Christmas Eve'],
    ['2026-12-31', false, "New Year's Eve"],
    ['2026-04-02', true, 'Maundy Thursday'],
    ['2026-04-04', false, 'a Saturday'],
    ['2026-05-15', true, 'the day after Ascension Day'],
    ['2028-06-06', false, 'National Day on a Tuesday'],
  ])('%s: %s, %s', (date, expected) => expect(isWorkday(parseCivilDay(date)!)).toBe(expected));

  it('is counted for a whole year as it is one by one', () => {
    for (let year = 1970; year <= 2120; year += 1) {
      let count = 0;
      for (let day = civilDay(year, 1, 1); day < civilDay(year + 1, 1, 1); day += 1) if (isWorkday(day)) count += 1;
      expect([year, workdaysIn(year)]).toEqual([year, count]);
    }
  });
});
