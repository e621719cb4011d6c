/** When a group meets next: on its slot's own days, whatever was moved, called off or held beside them. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { CollaborationForm } from '#domain/form/form.js';
import { parseCivilDay } from '#domain/kernel/civil-day.js';
import { DAY } from '#domain/kernel/instant.js';
import { isWorkday } from '#domain/kernel/public-holidays.js';
import { civilDayOf, startOfDay } from '#domain/kernel/stockholm.js';
import type { GroupRow } from './group.port.js';
import { meetingTimes } from './read-group.js';

const slot = { weekday: 2, startsLocal: '15:00', everyWeeks: 2, firstOn: '2026-01-13' };
const weeks = (count: number) => ({ unit: 'weeks', count }) as const;
const form = { cadence: { every: weeks(2), limit: weeks(4), slot } } as unknown as CollaborationForm;
const first = parseCivilDay(slot.firstOn)!;

describe('every second Tuesday', () => {
  it('stays the same Tuesdays after a meeting that was moved, called off or held in between', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: first, max: first + 800 }),
        fc.integer({ min: 0, max: 27 }),
        fc.boolean(),
        (today, ago, hasMet) => {
          const group = {
            standing: 'active',
            formedAt: new Date(startOfDay(today - 300)),
            lastMetAt: hasMet ? new Date(startOfDay(today - ago)) : null,
          } as GroupRow;
          const proposed = meetingTimes(group, form, startOfDay(today) + DAY / 2)?.proposed;
          let day = civilDayOf(proposed!.getTime());
          expect(day).toBeGreaterThan(today);
          // What a feast has moved to the working day before it is counted as the Tuesday that it is held for.
          while ((day - first) % 14 !== 0) expect(isWorkday(++day)).toBe(false);
        },
      ),
    );
  });
});
