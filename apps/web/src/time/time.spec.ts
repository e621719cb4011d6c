import { describe, expect, it } from '@jest/globals';
import { clockTime, dayWords, dueMoment, fullMoment, moment, shortMoment } from './moment.js';
import { countdownFigures, partsOfSpan, spanWords, spokenSpan } from './span.js';

const afternoon = '2026-11-24T14:00:00Z';
const minutes = (count: number) => count * 60_000;

describe('moments are said in Sweden’s civil time', () => {
  it.each([
    ['sv', 'tis 24 nov 15:00'],
    ['en', 'Tue 24 Nov 15:00'],
  ] as const)('%s: %s', (language, words) => {
    expect(moment(afternoon, language, afternoon)).toBe(words);
  });

  it('follows summer time', () => {
    expect(clockTime('2026-07-01T10:00:00Z', 'sv')).toBe('12:00');
    expect(clockTime('2026-12-01T10:00:00Z', 'sv')).toBe('11:00');
  });

  it('counts the day in Stockholm, not in UTC', () => {
    expect(dayWords('2026-11-24T23:30:00Z', 'sv')).toBe('ons 25 nov');
  });

  it('says 00:00 at midnight and never 24:00', () => {
    expect(clockTime('2026-11-24T23:00:00Z', 'sv')).toBe('00:00');
    expect(clockTime('2026-11-24T23:00:00Z', 'en')).toBe('00:00');
  });

  it('leaves the day out today and adds the year in another', () => {
    expect(shortMoment(afternoon, 'sv', '2026-11-24T08:00:00Z')).toBe('15:00');
    expect(shortMoment(afternoon, 'sv', '2026-11-23T08:00:00Z')).toBe('tis 24 nov 15:00');
    expect(shortMoment('2027-01-11T09:00:00Z', 'sv', afternoon)).toBe('mån 11 jan 2027 10:00');
  });

  it('says what ends with a day by that day, also through the night in which the clocks change', () => {
    expect(dueMoment('2026-12-12T23:00:00Z', 'sv', afternoon)).toBe('lör 12 dec 24:00');
    expect(dueMoment('2026-12-12T23:00:00Z', 'sv', '2026-12-12T08:00:00Z')).toBe('24:00');
    expect(dueMoment('2027-01-01T23:00:00Z', 'sv', afternoon)).toBe('fre 1 jan 2027 24:00');
    expect(dueMoment('2026-10-25T23:00:00Z', 'sv', '2026-10-25T08:00:00Z')).toBe('24:00');
    expect(dueMoment('2026-12-12T23:01:00Z', 'sv', afternoon)).toBe('sön 13 dec 00:01');
    expect(dueMoment(afternoon, 'sv', afternoon)).toBe('15:00');
  });

  it('never lets a month end in a full stop', () => {
    const months = Array.from({ length: 12 }, (_, index) => dayWords(Date.UTC(2026, index, 15, 12), 'sv'));
    expect(months.filter((words) => words.includes('.'))).toEqual([]);
  });

  it('reads out whole words', () => {
    expect(fullMoment(afternoon, 'sv')).toBe('tisdag 24 november 2026 kl. 15:00');
  });
});

describe('spans', () => {
  it.each([
    [minutes(72), '1 h 12 min'],
    [minutes(60), '1 h'],
    [minutes(12), '12 min'],
    [1, '1 min'],
    [minutes(59) + 1, '1 h'],
    [minutes(24 * 60 * 3 + 4 * 60 + 20), '3 dygn 4 h'],
    [minutes(24 * 60 * 14), '14 dygn'],
    [-minutes(35), '35 min'],
    [-minutes(35) - 59_000, '35 min'],
    [0, '0 min'],
  ])('%d ms is %s', (span, words) => {
    expect(spanWords(span, 'sv')).toBe(words);
  });

  it('has no unit that overflows into the next', () => {
    for (let span = 0; span < minutes(60 * 50); span += 37_000) {
      for (const part of partsOfSpan(span)) expect(part.count).toBeLessThan(part.unit === 'minute' ? 60 : 24);
    }
  });

  it('is spoken in whole words', () => {
    expect(spokenSpan(minutes(72), 'sv')).toBe('1 timme 12 minuter');
    expect(spokenSpan(minutes(72), 'en')).toBe('1 hour 12 minutes');
  });

  it('counts down in figures', () => {
    expect(countdownFigures(29 * 60_000 + 4_001)).toBe('29:05');
    expect(countdownFigures(3_600_000 + 1_000)).toBe('1:00:01');
    expect(countdownFigures(-5_000)).toBe('00:05');
  });
});
