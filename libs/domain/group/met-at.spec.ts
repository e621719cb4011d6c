import { describe, expect, it } from '@jest/globals';
import { MINUTE } from '../kernel/instant.js';
import { endOfMeeting, heldElsewhere } from './met-at.js';

const at = (text: string): number => Date.parse(text);

describe('when a group met', () => {
  const meeting = { startsAt: at('2026-11-24T14:00:00Z'), minutes: 60 };

  it('is when the time it was called to was over, also where somebody closes it days later', () => {
    expect(endOfMeeting(meeting, at('2026-11-27T09:00:00Z'))).toBe(at('2026-11-24T15:00:00Z'));
  });

  it('is now where it is over sooner', () => {
    expect(endOfMeeting(meeting, meeting.startsAt + 20 * MINUTE)).toBe(meeting.startsAt + 20 * MINUTE);
  });

  it.each([
    ['2026-11-21', '2026-11-21T11:00:00.000Z'],
    ['2026-07-21', '2026-07-21T10:00:00.000Z'],
    // In the morning of the day itself noon has not come.
    ['2026-11-24', '2026-11-24T08:00:00.000Z'],
    ['2026-11-25', undefined],
    ['2026-02-30', undefined],
  ])('is the middle of the day on which it was held elsewhere: %s', (day, expected) => {
    const held = heldElsewhere(day, at('2026-11-24T08:00:00Z'));
    expect(held && new Date(held).toISOString()).toBe(expected);
  });
});
