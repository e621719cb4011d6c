import { describe, expect, it } from '@jest/globals';
import { goodFirst, isForMeeting, NEWS_KINDS, newsKindOf } from './plan-news.js';
import { ENTRY_KINDS } from './plan-entry.js';
import { isSince, isToldOf, newestFirst } from './since-last-meeting.js';

describe('news between meetings', () => {
  it('are good news or other, and the good come first', () => {
    expect(NEWS_KINDS).toEqual(['good-news', 'news']);
    expect([newsKindOf('good-news'), newsKindOf('own'), newsKindOf('')]).toEqual(['good-news', null, null]);
    const told = [
      { id: 1, kind: 'news' },
      { id: 2, kind: 'good-news' },
      { id: 3, kind: 'news' },
      { id: 4, kind: 'good-news' },
    ] as const;
    expect(goodFirst(told).map(({ id }) => id)).toEqual([2, 4, 1, 3]);
  });

  it('come up at the meeting after they were told, and at no other', () => {
    expect(isForMeeting(5, { after: null, until: null })).toBe(true);
    expect([4, 5, 9, 10, 11].filter((at) => isForMeeting(at, { after: 5, until: 10 }))).toEqual([5, 9, 10]);
    expect(isForMeeting(99, { after: 5, until: null })).toBe(true);
  });
});

describe('what has happened since the group last met', () => {
  it('stands the newest first', () => {
    expect(newestFirst([{ at: 1 }, { at: 3 }, { at: 2 }]).map(({ at }) => at)).toEqual([3, 2, 1]);
  });

  it('is all there is where it never met', () => {
    expect(isSince({ at: 1 }, null)).toBe(true);
    expect([isSince({ at: 4 }, 5), isSince({ at: 5 }, 5), isSince({ at: 6 }, 5)]).toEqual([false, true, true]);
  });

  it('is what was done with measures and series, and goals and steps that were reached', () => {
    expect(ENTRY_KINDS.filter((kind) => isToldOf(kind))).toEqual(['measure', 'series']);
    expect(ENTRY_KINDS.filter((kind) => isToldOf(kind, 'reach'))).toEqual(['goal', 'step', 'measure', 'series']);
    expect(isToldOf('goal', 'remove')).toBe(false);
  });
});
