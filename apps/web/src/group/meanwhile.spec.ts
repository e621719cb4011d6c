import { describe, expect, it } from '@jest/globals';
import { changedSince } from './meanwhile.js';

const member = (id: string, name: string, more: object = {}) =>
  ({ id, name, endsAt: null, hasLeft: false, ...more }) as never;
const act = (id: string) => ({ id, act: 'step', word: 'plan', name: { sv: 'Plan', en: 'Plan' }, byName: 'Anna Dahl' });
const before = {
  coordinatorName: 'Anna Dahl',
  members: [member('1', 'Anna Dahl'), member('2', 'Lena Åsbrink')],
  guests: [],
  acts: [act('a')],
};

describe('what others have done meanwhile', () => {
  it('is nothing where the group stands as it did', () => {
    expect(changedSince(before, { ...before, acts: [...before.acts] })).toEqual([]);
  });

  it('says the steps taken, who came and went, and who leads now', () => {
    const now = {
      coordinatorName: 'Elin Berg',
      members: [
        member('1', 'Anna Dahl'),
        member('2', 'Lena Åsbrink', { endsAt: '2026-11-29T09:00:00Z' }),
        member('3', 'Marcus Ek'),
      ],
      guests: [{ id: 'g' } as never],
      acts: [act('a'), act('b')],
    };
    expect(changedSince(before, now)).toEqual([
      { what: 'act', act: act('b') },
      { what: 'leads', name: 'Elin Berg' },
      { what: 'came', name: 'Marcus Ek' },
      { what: 'gone', name: 'Lena Åsbrink' },
      { what: 'guests' },
    ]);
  });

  it('counts a seat as gone when its holder has left the post', () => {
    const now = { ...before, members: [member('1', 'Anna Dahl'), member('2', 'Lena Åsbrink', { hasLeft: true })] };
    expect(changedSince(before, now)).toEqual([{ what: 'gone', name: 'Lena Åsbrink' }]);
  });
});
