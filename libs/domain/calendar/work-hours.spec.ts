/** When a town is at work. */
import { expect, it } from '@jest/globals';
import { parseCivilDay } from '../kernel/civil-day.js';
import { parseInstant } from '../kernel/instant.js';
import { isAtWork, OFFICE_HOURS } from './work-hours.js';

const closed = [{ first: parseCivilDay('2026-11-26')!, last: parseCivilDay('2026-11-27')! }];

it.each([
  ['before the morning', '2026-11-24T07:59', false],
  ['in the morning', '2026-11-24T08:00', true],
  ['at closing time', '2026-11-24T17:00', false],
  ['at night', '2026-11-24T03:00', false],
  ['on a closed day', '2026-11-26T10:00', false],
  ['on a Saturday without hours', '2026-11-28T10:00', false],
  ['on a Sunday with hours', '2026-11-29T10:00', true],
  ['on Christmas Eve', '2026-12-24T10:00', false],
])('%s', (_, at, expected) => {
  const hours = { ...OFFICE_HOURS, sun: [600, 840] } as const;
  expect(isAtWork({ hours, closed }, parseInstant(`${at}:00+01:00`)!)).toBe(expected);
});
