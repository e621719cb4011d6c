import { describe, expect, it } from '@jest/globals';
import { groupNotices } from './group-notices.js';

const notice = (id: string, kind: string, deadlineId: string | null, at: string, readAt: string | null = null) => ({
  id,
  kind,
  deadlineId,
  createdAt: `2026-11-24T${at}:00Z`,
  readAt,
});

describe('notices in groups', () => {
  it('are one for each deadline, the newest and gravest first, the rest alone', () => {
    const groups = groupNotices([
      notice('1', 'deadline-warning', 'a', '14:00'),
      notice('2', 'deadline-escalated', 'a', '14:00'),
      notice('3', 'question-asked', null, '13:00', '2026-11-24T13:05:00Z'),
      notice('4', 'deadline-missed', 'b', '12:00'),
      notice('5', 'deadline-warning', 'a', '11:00', '2026-11-24T11:05:00Z'),
      notice('6', 'question-asked', null, '10:00'),
    ]);
    expect(
      groups.map(({ first, earlier, unread }) => [first.id, earlier.map(({ id }) => id), unread.map(({ id }) => id)]),
    ).toEqual([
      ['2', ['1', '5'], ['2', '1']],
      ['3', [], []],
      ['4', [], ['4']],
      ['6', [], ['6']],
    ]);
  });
});
