import { describe, expect, it } from '@jest/globals';
import { contentOf, dayOfDue } from './day-content.js';

const calendar = {
  meetings: [
    {
      hubId: 'h',
      areaGroupId: null,
      kind: 'joint',
      isOfGroup: true,
      caseNumber: '2026-1',
      state: 'planned',
      // Half past midnight in Sweden, while it is still the day before in Greenwich.
      startsAt: '2026-12-22T23:30:00Z',
      minutes: 60,
      answer: null,
    },
  ],
  deadlines: [
    {
      id: 'd',
      kind: 'feedback',
      dueAt: '2026-12-22T23:00:00Z',
      aboutId: null,
      hubId: null,
      groupId: null,
      mine: true,
      caseId: null,
      caseNumber: null,
    },
  ],
  closedDays: ['2026-12-23'],
  schoolBreaks: [{ name: 'Jullov', from: '2026-12-21', until: '2027-01-08' }],
};

describe('a day of the calendar', () => {
  it('holds what begins in it by the clock in Sweden, and what ends with it', () => {
    expect(contentOf('2026-12-23', calendar).meetings.map(({ hubId }) => hubId)).toEqual(['h']);
    expect(contentOf('2026-12-23', calendar).deadlines).toEqual([]);
    expect(contentOf('2026-12-22', calendar).deadlines.map(({ id }) => id)).toEqual(['d']);
  });

  it('says its feast before that the town is closed, and the break from school beside', () => {
    expect(contentOf('2026-12-23', calendar)).toMatchObject({ off: 'closed', schoolBreak: 'Jullov' });
    expect(contentOf('2026-12-25', calendar)).toMatchObject({ off: 'christmas-day', schoolBreak: 'Jullov' });
    expect(contentOf('2027-01-08', calendar).schoolBreak).toBe('Jullov');
    expect(contentOf('2027-01-09', calendar)).toMatchObject({ off: undefined, schoolBreak: undefined });
  });

  it('counts an instant within the day to that day', () => {
    expect(dayOfDue('2026-06-10T12:00:00Z')).toBe('2026-06-10');
    expect(dayOfDue('2026-06-10T22:00:00Z')).toBe('2026-06-10');
  });
});
