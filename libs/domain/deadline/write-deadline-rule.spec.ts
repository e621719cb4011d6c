import { describe, expect, it } from '@jest/globals';
import { DEADLINE_KINDS, BUILT_IN_RULES } from './built-in-deadlines.js';
import { parseDeadlineRule } from './parse-deadline-rule.js';
import { writeDeadlineRule } from './write-deadline-rule.js';

describe('a rule written down', () => {
  it.each([
    { elapsed: { hours: 4 } },
    { elapsed: { minutes: 0.5 } },
    { elapsed: { hours: 1, minutes: 30 } },
    { days: 14 },
    { weeks: 4 },
    { months: 6 },
    { years: 30 },
    { workdays: 9 },
    { dutyHours: 2.5, open: { mon: ['08:00', '16:30'], sun: ['00:00', '24:00'] } },
    { dutyHours: 1, open: { fri: ['08:05', '16:30'] }, closed: ['2026-12-24', '2027-01-05'] },
  ])('%j reads back as it was written', (written) => {
    const rule = parseDeadlineRule(written);
    if (!rule.ok) throw new Error(rule.error.sentence);
    expect(writeDeadlineRule(rule.value)).toEqual(written);
  });

  it('holds for every built-in rule', () => {
    for (const kind of DEADLINE_KINDS) {
      expect(parseDeadlineRule(writeDeadlineRule(BUILT_IN_RULES[kind]))).toEqual({
        ok: true,
        value: BUILT_IN_RULES[kind],
      });
    }
  });
});
