/** What a page that stands on another house's yes makes of news. */
import { describe, expect, it } from '@jest/globals';
import { heardOf, isRevoked } from './sight.js';

const change = (of: object) => ({ kind: 'change', change: of }) as const;

describe('news of what one may see', () => {
  it('asks for nothing where it has left altogether', () => {
    expect(heardOf(change({ caseId: 'a', left: ['group', 'a'] }), { about: 'group' })).toBe('left');
    expect(heardOf(change({ caseId: 'a', left: ['a'] }), { about: 'a', caseId: 'a' })).toBe('left');
    // Also where the house hears that a meeting has changed.
    expect(heardOf(change({ changed: true, left: ['hub'] }), { about: 'hub' })).toBe('left');
  });

  it('reads anew what is more or less, and what may be', () => {
    expect(heardOf(change({ caseId: 'a' }), { about: 'a', caseId: 'a' })).toBe('again');
    expect(heardOf(change({ caseId: 'a', left: ['other-group'] }), { about: 'group' })).toBe('again');
    expect(heardOf({ kind: 'stale' }, { about: 'a', caseId: 'a' })).toBe('again');
  });

  it('is taken for the end of it where its topic says so', () => {
    expect(isRevoked(change({ kind: 'revoked' }))).toBe(true);
    expect(isRevoked({ kind: 'revoked' })).toBe(true);
    expect(isRevoked(change({ kind: 'lobby' }))).toBe(false);
    expect(isRevoked({ kind: 'stale' })).toBe(false);
  });

  it('leaves alone what is another case’s', () => {
    expect(heardOf(change({ caseId: 'b' }), { about: 'a', caseId: 'a' })).toBe('nothing');
  });
});
