/** The preparatory group decides: not one click of a coordinator's. */
import { describe, expect, it } from '@jest/globals';
import { decidePreparatory, type PreparatoryBoard, type PreparatoryGiven } from './preparatory-decision.js';

const NOW = 1_000;
const board: PreparatoryBoard = {
  id: 'board',
  members: [
    { memberId: 'chief', onlyListens: false },
    { memberId: 'officer', onlyListens: false },
    { memberId: 'pupil', onlyListens: true },
  ],
  meetings: [
    { meetingId: 'held', startsAt: NOW - 1 },
    { meetingId: 'ahead', startsAt: NOW + 1 },
  ],
};
const good: PreparatoryGiven = {
  boardId: 'board',
  meetingId: 'held',
  betweenMeetings: false,
  present: ['chief', 'officer'],
  deciderId: 'chief',
};
const said = (given: PreparatoryGiven | null, boards = [board]): string => {
  const decision = decidePreparatory(boards, given, NOW);
  if (decision.outcome === 'decided') return 'decided';
  return decision.faults.map(({ field, code }) => `${field} ${code}`).join(', ');
};

describe('the preparatory group’s decision', () => {
  it.each<[string, Partial<PreparatoryGiven>, string]>([
    ['in a meeting that was held', {}, 'decided'],
    ['between meetings, which is said', { meetingId: null, betweenMeetings: true }, 'decided'],
    ['in no meeting', { meetingId: null }, 'meetingId choose'],
    ['in a meeting of another group', { meetingId: 'other' }, 'meetingId choose'],
    [
      'in another group’s meeting, said to be between',
      { meetingId: 'other', betweenMeetings: true },
      'meetingId choose',
    ],
    ['in a meeting that has not begun', { meetingId: 'ahead' }, 'meetingId not-begun'],
    ['by nobody', { present: [] }, 'present nobody'],
    ['by somebody who does not sit there', { present: ['chief', 'stranger'] }, 'present not-a-member'],
    ['by no named person', { deciderId: '' }, 'deciderId choose'],
    ['by somebody who was not there', { present: ['officer'] }, 'deciderId was-not-there'],
    ['by somebody who only listens', { present: ['pupil'], deciderId: 'pupil' }, 'deciderId only-listens'],
    ['of another group', { boardId: 'other' }, 'boardId choose'],
    ['everything missing', { meetingId: null, present: [] }, 'meetingId choose, present nobody'],
  ])('%s', (_, change, expected) => {
    expect(said({ ...good, ...change })).toBe(expected);
  });

  it('is nobody’s where none is appointed, and names somebody where one is', () => {
    expect(said(good, [])).toBe('boardId no-board');
    expect(said(null)).toBe('present nobody');
  });
});
