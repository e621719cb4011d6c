import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formatCivilDay, WEEKDAYS, type Weekday, weekdayOf } from '../kernel/civil-day.js';
import { HOUR, type Instant, MINUTE } from '../kernel/instant.js';
import { isPublicHoliday, isWorkday } from '../kernel/public-holidays.js';
import { civilDayOf } from '../kernel/stockholm.js';
import type { DeadlineRule, DutyHoursRule, OpeningHours } from './deadline-rule.js';
import { dueAt } from './due-at.js';

const due = (rule: DeadlineRule, from: Instant): Instant => {
  const result = dueAt(rule, from);
  if (!result.ok) throw new Error(result.error.sentence);
  return result.value;
};
const wall = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Stockholm',
  dateStyle: 'short',
  timeStyle: 'medium',
});
const from = fc.integer({ min: Date.UTC(1996, 0, 1), max: Date.UTC(2099, 0, 1) });
/** Close to the two nights on which the clock changes, and to Christmas, where mistakes would be. */
const nearChange = fc
  .tuple(
    fc.constantFrom('2026-03-28', '2026-10-24', '2027-03-27', '2026-12-22', '2026-06-18'),
    fc.integer({ min: 0, max: 72 * 60 }),
  )
  .map(([date, minutes]) => Date.parse(`${date}T00:00:00Z`) + minutes * MINUTE);

const minuteOfDay = fc.integer({ min: 0, max: 96 }).map((quarter) => quarter * 15);
const hours: fc.Arbitrary<OpeningHours> = fc
  .uniqueArray(minuteOfDay, { minLength: 2, maxLength: 2 })
  .map((pair) => ({ opens: Math.min(...pair), closes: Math.max(...pair) }));
const open = fc
  .uniqueArray(fc.constantFrom(...WEEKDAYS), { minLength: 2, maxLength: 7 })
  .chain((days) => fc.tuple(...days.map((day) => hours.map((value) => [day, value] as const))))
  .map((entries) => Object.fromEntries(entries) as Record<Weekday, OpeningHours>);
const dutyRule = (most: number): fc.Arbitrary<DutyHoursRule> =>
  fc.record({
    unit: fc.constant('dutyHours' as const),
    hours: fc.integer({ min: 1, max: most * 4 }).map((quarters) => quarters / 4),
    open,
    closed: fc.constantFrom(new Set<number>(), new Set([civilDayOf(Date.UTC(2026, 11, 24, 12))])),
  });
const calendarRule = fc.record({
  unit: fc.constantFrom('days' as const, 'weeks' as const, 'months' as const, 'years' as const),
  count: fc.integer({ min: 1, max: 60 }),
});
const workdaysRule = fc.record({ unit: fc.constant('workdays' as const), count: fc.integer({ min: 1, max: 600 }) });
const anyRule: fc.Arbitrary<DeadlineRule> = fc.oneof(
  calendarRule,
  workdaysRule,
  dutyRule(200),
  fc.record({ unit: fc.constant('elapsed' as const), hours: fc.double({ min: 0.01, max: 5000, noNaN: true }) }),
);

describe('when something is due', () => {
  it('is later than it began, and never earlier for what began later', () => {
    fc.assert(
      fc.property(anyRule, from, fc.integer({ min: 0, max: 40 * 24 * HOUR }), (rule, start, later) => {
        expect(due(rule, start)).toBeGreaterThan(start);
        expect(due(rule, start + later)).toBeGreaterThanOrEqual(due(rule, start));
      }),
      { numRuns: 150 },
    );
  });

  it('is never earlier for more of the same unit', () => {
    fc.assert(
      fc.property(fc.oneof(calendarRule, workdaysRule), from, fc.integer({ min: 1, max: 40 }), (rule, start, more) => {
        expect(due({ ...rule, count: rule.count + more }, start)).toBeGreaterThan(due(rule, start));
      }),
    );
  });

  it('is at midnight on the wall for everything counted in days, whatever the hour it began', () => {
    fc.assert(
      fc.property(fc.oneof(calendarRule, workdaysRule), fc.oneof(from, nearChange), (rule, start) => {
        expect(wall.format(due(rule, start)).slice(11)).toBe('00:00:00');
      }),
    );
  });

  it('is exact in real time over every clock change', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), fc.oneof(from, nearChange), (minutes, start) => {
        expect(due({ unit: 'elapsed', minutes }, start) - start).toBe(minutes * MINUTE);
      }),
    );
  });
});

describe('against a count by hand', () => {
  it('working days are those of the calendar, one by one', () => {
    fc.assert(
      fc.property(workdaysRule, from, (rule, start) => {
        let day = civilDayOf(start);
        for (let left = rule.count; left > 0;) {
          day += 1;
          if (isWorkday(day)) left -= 1;
        }
        const last = civilDayOf(due(rule, start) - 1);
        expect(formatCivilDay(last)).toBe(formatCivilDay(day));
      }),
    );
  });

  // The walker knows only what Intl shows on the wall. It cannot say what a time inside the gap means, so its opening
  // hours keep clear of 02:00–03:00, which the edge cases cover.
  it('hours on duty are the minutes at which the wall shows that somebody is there', () => {
    const clear = ({ opens, closes }: OpeningHours): boolean =>
      [opens, closes].every((minute) => minute < 120 || minute >= 180);
    const isOpen = (rule: DutyHoursRule, instant: Instant): boolean => {
      const shown = wall.format(instant);
      const day = Math.round(Date.parse(`${shown.slice(0, 10)}T00:00:00Z`) / (24 * HOUR));
      const minute = Number(shown.slice(11, 13)) * 60 + Number(shown.slice(14, 16));
      const at = rule.open[weekdayOf(day)];
      return (
        at !== undefined && !rule.closed.has(day) && !isPublicHoliday(day) && at.opens <= minute && minute < at.closes
      );
    };
    fc.assert(
      fc.property(
        dutyRule(20).filter((rule) => Object.values(rule.open).every(clear)),
        nearChange,
        (rule, start) => {
          let instant = start;
          // Opening hours stand on quarters of an hour.
          instant -= instant % (15 * MINUTE);
          const begin = instant;
          for (let left = rule.hours * 4; left > 0; instant += 15 * MINUTE) if (isOpen(rule, instant)) left -= 1;
          expect(new Date(due(rule, begin)).toISOString()).toBe(new Date(instant).toISOString());
        },
      ),
      { numRuns: 60 },
    );
  });
});
