import { describe, expect, it } from '@jest/globals';
import { whatStops } from './what-stops.js';

describe('what stops without an agreement', () => {
  const until = Date.parse('2027-01-01T00:00:00+01:00');
  const groups = [
    { groupId: 'joint', kind: 'mash-4', meetings: [until - 1, until, until + 1] },
    { groupId: 'gathering', kind: 'mash-2', meetings: [until + 1] },
    { groupId: 'quiet', kind: 'mash-4', meetings: [] },
  ];

  it('is every group of a form that needs one, with its meetings from the first instant without it', () => {
    const stops = whatStops(groups, new Set(['mash-4', 'sig']), until);
    expect(stops.map(({ group, meetings }) => [group.groupId, meetings.map((at) => at - until)])).toEqual([
      ['joint', [0, 1]],
      ['quiet', []],
    ]);
  });

  it('is all of their meetings when it has lapsed', () => {
    expect(whatStops(groups, new Set(['mash-4']), until - 1_000)[0]?.meetings).toHaveLength(3);
    expect(whatStops(groups, new Set(), until)).toEqual([]);
  });
});
