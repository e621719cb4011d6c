import { describe, expect, it } from '@jest/globals';
import { dueIfNow, faultsOf, fieldOf, inputOf, settingSchema, type SettingValues } from './setting-values.js';

const shut = { mon: '', tue: '', wed: '', thu: '', fri: '', sat: '', sun: '' };
const values = (rule: Partial<SettingValues['rule']>, more: Partial<SettingValues> = {}): SettingValues => ({
  rule: { unit: 'elapsed', hours: '4', minutes: '', count: '', open: shut, closed: '', ...rule },
  warnings: '50, 80',
  unit: '80',
  leader: '90',
  manager: '100',
  dutyRoster: '125',
  ...more,
});
const found = (given: SettingValues): string[] => faultsOf(given).map(({ path, code }) => `${fieldOf(path)} ${code}`);

describe('the settings of a deadline', () => {
  it.each([
    [values({}), []],
    [values({ hours: '1,5' }), []],
    [values({ hours: '' }), ['rule.hours no-duration']],
    [values({ hours: 'fyra' }), ['rule.hours no-amount']],
    [values({ hours: '', minutes: '0' }), ['rule.minutes no-amount']],
    [values({ unit: 'days', count: '14' }), []],
    [values({ unit: 'days', count: '1,5' }), ['rule.count no-whole-number']],
    [values({ unit: 'days', count: '' }), ['rule.count no-whole-number']],
    [values({ unit: 'dutyHours', hours: '2' }), ['rule.open.mon never-open']],
    [values({ unit: 'dutyHours', hours: '2', open: { ...shut, fri: '08:00-16:30' } }), []],
    [values({ unit: 'dutyHours', hours: '2', open: { ...shut, fri: '8-16' } }), ['rule.open.fri no-time-of-day']],
    [
      values({ unit: 'dutyHours', hours: '2', open: { ...shut, fri: '08:00–16:30' }, closed: '24 december' }),
      ['rule.closed no-date'],
    ],
    [values({}, { warnings: '50, 100' }), ['warnings no-fraction']],
    [values({}, { warnings: '50 50' }), ['warnings twice']],
    [values({}, { warnings: '', unit: '', leader: '', manager: '', dutyRoster: '' }), []],
    [values({}, { leader: '70' }), ['unit out-of-order']],
    [values({}, { dutyRoster: '0' }), ['dutyRoster no-fraction']],
  ])('%j', (given, faults) => {
    expect(found(given)).toEqual(faults);
    expect(settingSchema.safeParse(given).success).toBe(faults.length === 0);
  });

  it('go to the api as numbers, and only what belongs to the unit', () => {
    const given = values({ unit: 'dutyHours', hours: '2,5', count: '9', open: { ...shut, mon: '08:00 – 16:30' } });
    expect(inputOf('unit-knowledge', 3, given)).toEqual({
      kind: 'unit-knowledge',
      version: 3,
      rule: {
        unit: 'dutyHours',
        hours: 2.5,
        minutes: null,
        count: null,
        open: [{ weekday: 'mon', opens: '08:00', closes: '16:30' }],
        closed: [],
      },
      warnings: [50, 80],
      unit: 80,
      leader: 90,
      manager: 100,
      dutyRoster: 125,
    });
  });

  it('say when it would be due, never later than the law', () => {
    const now = Date.parse('2026-11-24T09:00:00Z');
    expect(dueIfNow('grade-red-assessment', values({}), now)).toBe(now + 4 * 3_600_000);
    expect(dueIfNow('protection-assessment', values({ hours: '48' }), now)).toBe(now + 24 * 3_600_000);
    expect(dueIfNow('grade-red-assessment', values({ hours: '' }), now)).toBeUndefined();
  });
});
