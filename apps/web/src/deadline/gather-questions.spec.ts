import { describe, expect, it } from '@jest/globals';
import type { ListedDeadlineFragment } from '../graphql/generated/deadline/graphql.js';
import { gatherQuestions } from './gather-questions.js';

const deadline = (id: string, over: Partial<ListedDeadlineFragment> = {}): ListedDeadlineFragment => ({
  id,
  kind: 'unit-knowledge',
  caseId: 'case',
  caseNumber: '2026-00001',
  grade: 'red',
  aboutId: `question ${id}`,
  source: '',
  startsAt: '2026-11-24T08:00:00Z',
  dueAt: '2026-11-24T10:00:00Z',
  state: 'open',
  ownerUnit: 'Barnenheten',
  ownerStaff: null,
  mine: false,
  hubId: 'hub',
  initials: null,
  saysDanger: false,
  clock: 'real',
  dutyLeft: null,
  ...over,
});

const lines = (deadlines: ListedDeadlineFragment[]) =>
  gatherQuestions(deadlines).map(({ deadline: { id }, awaited, dueAt }) => [id, awaited, dueAt.slice(11, 16)]);

describe('what other units have not answered', () => {
  it('is one line for each hub, by the first to fall due', () => {
    expect(
      lines([
        deadline('a'),
        deadline('b', { dueAt: '2026-11-24T09:30:00Z' }),
        deadline('c', { hubId: 'other' }),
        deadline('d', { kind: 'grade-red-assessment', hubId: null, dueAt: '2026-11-24T12:00:00Z' }),
      ]),
    ).toEqual([
      ['b', 2, '09:30'],
      ['c', 1, '10:00'],
      ['d', null, '12:00'],
    ]);
  });

  it('leaves one’s own question by itself, and gathers by the case where the hub is not one’s to open', () => {
    expect(
      lines([deadline('own', { mine: true }), deadline('x', { hubId: null }), deadline('y', { hubId: null })]),
    ).toEqual([
      ['own', null, '10:00'],
      ['x', 2, '10:00'],
    ]);
  });
});
