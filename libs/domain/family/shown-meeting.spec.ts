import { describe, expect, it } from '@jest/globals';
import { HOUR, MINUTE } from '../kernel/instant.js';
import { showMeetings, type ConsentOfCase, type MeetingOfCase } from './shown-meeting.js';

const NOW = Date.UTC(2026, 10, 24, 14);
const YES: ConsentOfCase = {
  id: 'c1',
  caseId: 'a',
  state: 'holds',
  validFrom: NOW - HOUR,
  validUntil: NOW + 100 * HOUR,
};
const SOON: MeetingOfCase = { caseId: 'a', startsAt: NOW + HOUR, minutes: 30, isOver: false };

describe('a meeting', () => {
  it('is told by its time, the earliest first', () => {
    const later = { ...SOON, startsAt: NOW + 5 * HOUR };
    expect(showMeetings([later, SOON], [YES], NOW)).toEqual([
      { consentId: 'c1', startsAt: NOW + HOUR, endsAt: NOW + HOUR + 30 * MINUTE },
      { consentId: 'c1', startsAt: NOW + 5 * HOUR, endsAt: NOW + 5 * HOUR + 30 * MINUTE },
    ]);
  });

  it('is told while it goes on, and not when it has ended or is closed', () => {
    expect(showMeetings([{ ...SOON, startsAt: NOW - 10 * MINUTE }], [YES], NOW)).toHaveLength(1);
    expect(showMeetings([{ ...SOON, startsAt: NOW - 30 * MINUTE }], [YES], NOW)).toEqual([]);
    expect(showMeetings([{ ...SOON, isOver: true }], [YES], NOW)).toEqual([]);
  });

  it.each([
    ['another case', { caseId: 'b' }],
    ['a yes that is taken back', { state: 'you-took-it-back' }],
    ['a yes whose names are not all there', { state: 'waits' }],
    ['a yes that begins after it', { validFrom: NOW + 2 * HOUR }],
    ['a yes that ends as it begins', { validUntil: NOW + HOUR }],
  ] as const)('is not told by %s', (_, other) => {
    expect(showMeetings([SOON], [{ ...YES, ...other }], NOW)).toEqual([]);
  });
});
