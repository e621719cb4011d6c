import { describe, expect, it } from '@jest/globals';
import { formatInstant, parseInstant } from '../kernel/instant.js';
import { answerDueCase } from './answer-due-case.js';
import { dueAt } from './due-at.js';
import { parseDeadlineRule } from './parse-deadline-rule.js';

const due = (rule: unknown, from: string): string => {
  const parsed = parseDeadlineRule(rule);
  if (!parsed.ok) return parsed.error.code;
  const result = dueAt(parsed.value, parseInstant(from)!);
  return result.ok ? formatInstant(result.value) : result.error.code;
};
const every = (hours: readonly [string, string]): object =>
  Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [day, hours]));
const office = {
  mon: ['08:00', '16:30'],
  tue: ['08:00', '16:30'],
  wed: ['08:00', '16:30'],
  thu: ['08:00', '16:30'],
  fri: ['08:00', '15:00'],
};

describe('real time', () => {
  it.each([
    [{ elapsed: { hours: 4 } }, '2026-03-29T00:30:00+01:00', '2026-03-29T03:30:00.000Z'],
    [{ elapsed: { hours: 24 } }, '2026-10-24T12:00:00+02:00', '2026-10-25T10:00:00.000Z'],
    [{ elapsed: { hours: 1.5, minutes: 30 } }, '2026-01-01T00:00:00Z', '2026-01-01T02:00:00.000Z'],
    [{ elapsed: { hours: 4.35 } }, '2026-01-01T00:00:00Z', '2026-01-01T04:21:00.000Z'],
    [{ elapsed: { minutes: 0.1 } }, '1999-12-31T23:59:57.5Z', '2000-01-01T00:00:03.500Z'],
    [{ elapsed: { hours: 1e300 } }, '2026-01-01T00:00:00Z', 'beyond-range'],
    [{ elapsed: { minutes: 1 } }, '9999-12-31T23:59:00Z', 'beyond-range'],
  ])('%j from %s: %s', (rule, from, expected) => expect(due(rule, from)).toBe(expected));
});

describe('calendar time', () => {
  it.each([
    ['the day is Stockholm’s, not UTC’s', { days: 1 }, '2026-01-31T23:30:00Z', '2026-02-02T23:00:00.000Z'],
    ['over the short day', { days: 1 }, '2026-03-28T12:00:00Z', '2026-03-29T22:00:00.000Z'],
    ['over the long day', { days: 1 }, '2026-10-24T12:00:00Z', '2026-10-25T23:00:00.000Z'],
    ['never longer for a weekend', { days: 14 }, '2026-06-06T10:00:00Z', '2026-06-20T22:00:00.000Z'],
    ['the same weekday', { weeks: 4 }, '2026-10-01T10:00:00Z', '2026-10-29T23:00:00.000Z'],
    ['a day that the month lacks', { months: 1 }, '2026-01-31T10:00:00Z', '2026-02-28T23:00:00.000Z'],
    ['in a leap year', { months: 1 }, '2028-01-31T10:00:00Z', '2028-02-29T23:00:00.000Z'],
    ['to a month of thirty days', { months: 4 }, '2026-05-31T10:00:00Z', '2026-09-30T22:00:00.000Z'],
    ['from 29 February', { years: 1 }, '2028-02-29T10:00:00Z', '2029-02-28T23:00:00.000Z'],
    ['from one 29 February to another', { years: 4 }, '2028-02-29T10:00:00Z', '2032-02-29T23:00:00.000Z'],
    ['to a century without one', { years: 4 }, '2096-02-29T10:00:00Z', '2100-02-28T23:00:00.000Z'],
    ['2000 had one', { years: 1 }, '1999-02-28T23:30:00Z', '2000-03-01T23:00:00.000Z'],
    ['into the year 2000', { days: 1 }, '1999-12-30T12:00:00Z', '1999-12-31T23:00:00.000Z'],
    ['before summer time was', { days: 1 }, '1975-06-30T12:00:00Z', '1975-07-01T23:00:00.000Z'],
    ['to the last day there is', { days: 1 }, '9999-12-30T12:00:00Z', '9999-12-31T23:00:00.000Z'],
    ['beyond it', { years: 7974 }, '2026-01-01T00:00:00Z', 'beyond-range'],
    ['far beyond it', { weeks: Number.MAX_SAFE_INTEGER }, '2026-01-01T00:00:00Z', 'beyond-range'],
  ])('%s', (_, rule, from, expected) => expect(due(rule, from)).toBe(expected));
});

describe('working days', () => {
  it.each([
    ['over midsummer', 1, '2026-06-18T10:00:00Z', '2026-06-22T22:00:00.000Z'],
    ['over Christmas', 1, '2026-12-23T10:00:00Z', '2026-12-28T23:00:00.000Z'],
    ['over New Year and Epiphany', 3, '2026-12-30T10:00:00Z', '2027-01-07T23:00:00.000Z'],
    ['over Easter', 1, '2026-04-02T10:00:00Z', '2026-04-07T22:00:00.000Z'],
    ['from a Saturday', 1, '2026-10-17T10:00:00Z', '2026-10-19T22:00:00.000Z'],
    ['from the night after Friday', 1, '2026-10-16T22:30:00Z', '2026-10-19T22:00:00.000Z'],
    ['a few years', 1000, '2026-01-01T00:00:00Z', '2029-12-18T23:00:00.000Z'],
    ['beyond the calendar', 3_000_000, '2026-01-01T00:00:00Z', 'beyond-range'],
  ])('%s', (_, workdays, from, expected) => expect(due({ workdays }, from)).toBe(expected));
});

describe('hours on duty', () => {
  const duty = (dutyHours: number, open: object = office, closed: string[] = []): object => ({
    dutyHours,
    open,
    closed,
  });

  it.each([
    ['begins when the unit opens', duty(2), '2026-10-19T03:00:00Z', '2026-10-19T08:00:00.000Z'],
    ['waits over the night', duty(2), '2026-10-19T13:30:00Z', '2026-10-20T07:00:00.000Z'],
    ['that end at closing are due then', duty(2), '2026-10-19T12:30:00Z', '2026-10-19T14:30:00.000Z'],
    ['begin next time when it has just closed', duty(1), '2026-10-19T14:30:00Z', '2026-10-20T07:00:00.000Z'],
    ['wait over the weekend', duty(1), '2026-10-16T12:30:00Z', '2026-10-19T06:30:00.000Z'],
    ['wait over a public holiday', duty(1), '2026-05-13T14:00:00Z', '2026-05-15T06:30:00.000Z'],
    ['run on an eve that is not closed', duty(1), '2026-06-19T08:00:00Z', '2026-06-19T09:00:00.000Z'],
    ['wait over an eve that is', duty(1, office, ['2026-06-19']), '2026-06-19T08:00:00Z', '2026-06-22T07:00:00.000Z'],
    [
      'run on an ordinary Sunday',
      duty(1, every(['08:00', '16:00'])),
      '2026-10-18T06:00:00Z',
      '2026-10-18T07:00:00.000Z',
    ],
    ['wait on Easter Sunday', duty(1, every(['08:00', '16:00'])), '2026-04-05T06:00:00Z', '2026-04-07T07:00:00.000Z'],
    [
      '2.2 of them fit into 2 h 12 min',
      duty(2.2, every(['08:00', '10:12'])),
      '2026-10-19T00:00:00Z',
      '2026-10-19T08:12:00.000Z',
    ],
    // On 29 March 2026 02:00–03:00 does not exist.
    [
      'open at 02:30, which is 03:30',
      duty(1, every(['02:30', '06:00'])),
      '2026-03-29T00:00:00Z',
      '2026-03-29T02:30:00.000Z',
    ],
    [
      'close at 02:30, which is 03:30',
      duty(2.5, every(['01:00', '02:30'])),
      '2026-03-28T23:00:00Z',
      '2026-03-30T00:00:00.000Z',
    ],
    [
      'open and close in the gap',
      duty(0.5, every(['02:10', '02:40'])),
      '2026-03-29T00:00:00Z',
      '2026-03-29T01:40:00.000Z',
    ],
    [
      'open behind their own closing',
      duty(1, every(['02:30', '03:15'])),
      '2026-03-29T00:00:00Z',
      '2026-03-31T00:45:00.000Z',
    ],
    // On 25 October 2026 02:00–03:00 comes twice.
    [
      'open through the hour that comes twice',
      duty(3, every(['01:00', '03:00'])),
      '2026-10-24T22:00:00Z',
      '2026-10-25T02:00:00.000Z',
    ],
    [
      'open at the earlier 02:30',
      duty(1, every(['02:30', '04:00'])),
      '2026-10-24T22:00:00Z',
      '2026-10-25T01:30:00.000Z',
    ],
    [
      'close at the earlier 02:30',
      duty(2, every(['01:00', '02:30'])),
      '2026-10-24T22:00:00Z',
      '2026-10-26T00:30:00.000Z',
    ],
    ['run around the clock', duty(48, every(['00:00', '24:00'])), '2026-10-24T10:00:00Z', '2026-10-26T10:00:00.000Z'],
    ['go beyond the calendar', duty(1e12), '2026-01-01T00:00:00Z', 'beyond-range'],
  ])('%s', (_, rule, from, expected) => expect(due(rule, from)).toBe(expected));

  it('are refused when the unit is never open within ten years', () => {
    const mondays = (years: number): string[] =>
      Array.from({ length: Math.ceil((years * 365.25) / 7) }, (_, week) =>
        new Date(Date.UTC(2026, 0, 5) + week * 7 * 86_400_000).toISOString().slice(0, 10),
      );
    const open = { mon: ['08:00', '16:00'] };
    expect(due(duty(1, open, mondays(10.2)), '2026-01-01T00:00:00Z')).toBe('never-open');
    expect(due(duty(1, open, mondays(9)), '2026-01-01T00:00:00Z')).toBe('2035-01-08T08:00:00.000Z');
  });

  it('count ten thousand of them quickly', () => {
    const before = performance.now();
    for (let run = 0; run < 20; run += 1) due(duty(10_000), '2026-01-01T00:00:00Z');
    expect((performance.now() - before) / 20).toBeLessThan(100);
  });
});

describe('a case from outside', () => {
  const good = { id: 'a', rule: { days: 1 }, from: '2026-01-01T00:00:00Z' };

  it('ignores further fields', () => {
    expect(answerDueCase({ ...good, note: 1 })).toEqual({ id: 'a', due: '2026-01-02T23:00:00.000Z' });
  });

  it.each([
    [null, null],
    [[good], null],
    [{ ...good, id: undefined }, null],
    [{ ...good, id: 7 }, null],
    [{ ...good, from: undefined }, 'a'],
    [{ ...good, from: '2026-01-01T00:00:00' }, 'a'],
    [{ ...good, from: 1_767_225_600_000 }, 'a'],
    [{ ...good, rule: undefined }, 'a'],
    [{ ...good, rule: { years: 9000 } }, 'a'],
  ])('%j is answered with an error and the id %j', (value, id) => {
    expect(answerDueCase(value)).toEqual({ id, error: expect.any(String) });
  });
});
