import { describe, expect, it } from '@jest/globals';
import { groupByDue } from './group-by-due.js';

const NOW = Date.parse('2026-11-24T21:30:00Z');
const at = (instant: string, saysDanger = false) => ({ dueAt: instant, saysDanger });

describe('deadlines in groups', () => {
  it.each([
    ['late', '2026-11-24T21:30:00Z'],
    ['late', '2026-11-20T09:00:00Z'],
    ['today', '2026-11-24T22:59:00Z'],
    // Midnight in Sweden: the end of this very day.
    ['today', '2026-11-24T23:00:00Z'],
    ['today', '2026-11-24T23:29:00Z'],
    ['later', '2026-11-24T23:31:00Z'],
    ['later', '2026-12-01T09:00:00Z'],
  ] as const)('%s: %s', (group, instant) => {
    const groups = groupByDue([at(instant)], NOW);
    expect(Object.entries(groups).flatMap(([name, list]) => (list.length > 0 ? [name] : []))).toEqual([group]);
  });

  it('puts danger first, however long is left', () => {
    const groups = groupByDue([at('2026-11-20T09:00:00Z'), at('2026-11-25T21:00:00Z', true)], NOW);
    expect(groups.danger).toEqual([at('2026-11-25T21:00:00Z', true)]);
    expect(groups.late).toHaveLength(1);
    expect(groups.later).toEqual([]);
    expect(Object.keys(groups)[0]).toBe('danger');
  });
});
