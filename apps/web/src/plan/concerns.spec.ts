/** Other pages of a plan read anew for what was said of them, and for nothing else. */
import { describe, expect, it } from '@jest/globals';
import type { LiveEvent } from '../live/live-line.js';
import { concernsNews, concernsVersions } from './concerns.js';

const of = (change: object): LiveEvent => ({ address: 'plan:g', kind: 'change', change });
const entry = (kind: string, state: string, ...acts: readonly string[]): LiveEvent =>
  of({ kind: 'entry', entry: { kind, state, acts: acts.map((act) => ({ act })) } });
const around = (...what: readonly string[]): LiveEvent => of({ kind: 'plan', of: what });
const STALE: LiveEvent = { address: 'plan:g', kind: 'stale' };
const WHOLE = of({ kind: 'entries', entries: [] });

const known = [{ answers: [{ family: null }, { family: 'subject' }] }];
const unknown = [{ answers: [{ family: null }] }];

describe('the page of the versions', () => {
  it.each([
    ['seats', around('seats'), true],
    ['versions', around('versions', 'page'), true],
    ['the page of the plan alone', around('page'), false],
    ['something new', entry('strength', 'standing'), false],
    ['an act', entry('measure', 'running', 'start'), false],
    ['something taken out', entry('measure', 'removed', 'remove'), true],
    ['all that is left', WHOLE, true],
    ['what it may have missed', STALE, true],
    ['a group that has gone', of({ kind: 'revoked' }), true],
  ])('reads anew for %s: %s', (_, event, does) => {
    expect(concernsVersions(event, known)).toBe(does);
  });

  it('reads anew for an entry where one has had nothing of the plan until now', () => {
    expect(concernsVersions(entry('strength', 'standing'), unknown)).toBe(true);
    expect(concernsVersions(entry('strength', 'standing'), [])).toBe(false);
  });
});

describe('the news of a group', () => {
  it.each([
    ['seats', around('seats', 'versions'), true],
    ['versions', around('versions'), false],
    ['a strength', entry('strength', 'standing'), false],
    ['a goal', entry('goal', 'standing'), false],
    ['a goal that is reached', entry('goal', 'reached', 'reach'), true],
    ['a measure', entry('measure', 'planned'), true],
    ['a series', entry('series', 'standing'), true],
    ['all that is left', WHOLE, true],
    ['what it may have missed', STALE, true],
  ])('are read anew for %s: %s', (_, event, does) => {
    expect(concernsNews(event)).toBe(does);
  });
});
