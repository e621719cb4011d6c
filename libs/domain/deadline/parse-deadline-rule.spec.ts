import { describe, expect, it } from '@jest/globals';
import { parseCivilDay } from '../kernel/civil-day.js';
import { parseDeadlineRule } from './parse-deadline-rule.js';

const office = { mon: ['08:00', '16:30'] };

describe('a deadline rule', () => {
  it.each([
    [{ elapsed: { hours: 4 } }, { unit: 'elapsed', hours: 4 }],
    [{ elapsed: { minutes: 0.5 } }, { unit: 'elapsed', minutes: 0.5 }],
    [{ elapsed: { hours: 1.5, minutes: 30 } }, { unit: 'elapsed', hours: 1.5, minutes: 30 }],
    [{ days: 14 }, { unit: 'days', count: 14 }],
    [{ weeks: 1 }, { unit: 'weeks', count: 1 }],
    [{ months: 4 }, { unit: 'months', count: 4 }],
    [{ years: 30 }, { unit: 'years', count: 30 }],
    [{ workdays: 9 }, { unit: 'workdays', count: 9 }],
    [
      { dutyHours: 2.5, open: { ...office, sun: ['00:00', '24:00'] } },
      {
        unit: 'dutyHours',
        hours: 2.5,
        open: { mon: { opens: 480, closes: 990 }, sun: { opens: 0, closes: 1440 } },
        closed: new Set(),
      },
    ],
    [
      { dutyHours: 1, open: office, closed: ['2026-12-24', '2026-12-24'] },
      {
        unit: 'dutyHours',
        hours: 1,
        open: { mon: { opens: 480, closes: 990 } },
        closed: new Set([parseCivilDay('2026-12-24')]),
      },
    ],
  ])('%j is understood', (written, value) => expect(parseDeadlineRule(written)).toEqual({ ok: true, value }));

  it.each([
    [undefined, 'rule', 'no-rule'],
    [null, 'rule', 'no-rule'],
    ['4h', 'rule', 'no-rule'],
    [[{ days: 1 }], 'rule', 'no-rule'],
    [{}, 'rule', 'one-unit'],
    [{ fortnights: 1 }, 'rule', 'one-unit'],
    [{ days: 1, weeks: 1 }, 'rule', 'one-unit'],
    [{ days: 1, hours: 4 }, 'rule.hours', 'unknown-field'],
    [{ days: 1, closed: [] }, 'rule.closed', 'unknown-field'],
    [{ days: 0 }, 'rule.days', 'no-whole-number'],
    [{ days: -1 }, 'rule.days', 'no-whole-number'],
    [{ weeks: 1.5 }, 'rule.weeks', 'no-whole-number'],
    [{ months: '4' }, 'rule.months', 'no-whole-number'],
    [{ years: true }, 'rule.years', 'no-whole-number'],
    [{ workdays: Infinity }, 'rule.workdays', 'no-whole-number'],
    [{ workdays: null }, 'rule.workdays', 'no-whole-number'],
    [{ elapsed: 4 }, 'rule.elapsed', 'no-duration'],
    [{ elapsed: {} }, 'rule.elapsed', 'no-duration'],
    [{ elapsed: { days: 1 } }, 'rule.elapsed.days', 'unknown-field'],
    [{ elapsed: { hours: 0 } }, 'rule.elapsed.hours', 'no-amount'],
    [{ elapsed: { hours: 1, minutes: -1 } }, 'rule.elapsed.minutes', 'no-amount'],
    [{ elapsed: { hours: NaN } }, 'rule.elapsed.hours', 'no-amount'],
    [{ elapsed: { hours: Infinity } }, 'rule.elapsed.hours', 'no-amount'],
    [{ elapsed: { hours: '1' } }, 'rule.elapsed.hours', 'no-amount'],
    [{ dutyHours: 1 }, 'rule.open', 'no-opening-hours'],
    [{ dutyHours: 1, open: {} }, 'rule.open', 'never-open'],
    [{ dutyHours: 1, open: [] }, 'rule.open', 'no-opening-hours'],
    [{ dutyHours: 0, open: office }, 'rule.dutyHours', 'no-amount'],
    [{ dutyHours: 1, open: { monday: ['08:00', '16:00'] } }, 'rule.open.monday', 'unknown-weekday'],
    [{ dutyHours: 1, open: { mon: null } }, 'rule.open.mon', 'no-opening-hours'],
    [{ dutyHours: 1, open: { mon: ['08:00'] } }, 'rule.open.mon', 'no-opening-hours'],
    [{ dutyHours: 1, open: { mon: ['08:00', '12:00', '13:00'] } }, 'rule.open.mon', 'no-opening-hours'],
    [{ dutyHours: 1, open: { mon: ['16:30', '08:00'] } }, 'rule.open.mon', 'closes-before-opening'],
    [{ dutyHours: 1, open: { mon: ['08:00', '08:00'] } }, 'rule.open.mon', 'closes-before-opening'],
    [{ dutyHours: 1, open: { mon: ['8:00', '16:30'] } }, 'rule.open.mon[0]', 'no-time-of-day'],
    [{ dutyHours: 1, open: { mon: ['24:00', '24:00'] } }, 'rule.open.mon', 'closes-before-opening'],
    [{ dutyHours: 1, open: { mon: ['08:00', '24:01'] } }, 'rule.open.mon[1]', 'no-time-of-day'],
    [{ dutyHours: 1, open: { mon: ['08:00', '16:60'] } }, 'rule.open.mon[1]', 'no-time-of-day'],
    [{ dutyHours: 1, open: { mon: [8, 16] } }, 'rule.open.mon[0]', 'no-time-of-day'],
    [{ dutyHours: 1, open: office, closed: null }, 'rule.closed', 'no-dates'],
    [{ dutyHours: 1, open: office, closed: ['2026-02-29'] }, 'rule.closed[0]', 'no-date'],
    [{ dutyHours: 1, open: office, closed: ['2026-12-24', 20261225] }, 'rule.closed[1]', 'no-date'],
    [{ dutyHours: 1, open: office, shut: [] }, 'rule.shut', 'unknown-field'],
  ])('%j is at fault in %s: %s', (written, path, code) => {
    expect(parseDeadlineRule(written)).toEqual({
      ok: false,
      error: { path, code, sentence: expect.stringMatching(/^\S.* .*[^.]$/) },
    });
  });

  it('says where in a configuration it stands', () => {
    expect(parseDeadlineRule({ days: 0 }, 'towns[3].rules.red')).toMatchObject({
      error: { path: 'towns[3].rules.red.days' },
    });
  });
});
