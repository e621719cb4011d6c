import { expect, it } from '@jest/globals';
import { lookDueAt } from './unattached.js';

it.each([
  ['at the end of the same day three months later', '2026-11-24T10:00:00Z', '2027-02-24T23:00:00.000Z'],
  ['of a month that lacks the day at the end of its last', '2026-11-30T10:00:00Z', '2027-02-28T23:00:00.000Z'],
])('a record without a case is to be looked at %s', (_, registered, due) => {
  expect(new Date(lookDueAt(Date.parse(registered))).toISOString()).toBe(due);
});
