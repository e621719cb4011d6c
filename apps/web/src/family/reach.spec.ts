import { describe, expect, it } from '@jest/globals';
import { SV } from '#domain/consent/notice-words/sv.js';
import { ASKED, ONE_WAY } from './gallery/invented.js';
import { lackOf, NOTHING_AWAY, reachOf, signedNotice, withPart } from './reach.js';

const SCHOOL = 'ekvalla-skola/grundskola';
const all = ASKED.houses.map(({ house }) => house);

describe('what is taken away', () => {
  it('leaves the sentence that would be signed, and comes back when one regrets it', () => {
    const away = withPart(NOTHING_AWAY, { house: SCHOOL }, false);
    expect(signedNotice(SV, ASKED, away).sentence).toMatch(
      /^Socialtjänsten, Polisen och Fritid får prata med varandra/,
    );
    expect(withPart(away, { house: SCHOOL }, true)).toEqual(NOTHING_AWAY);
    expect(signedNotice(SV, ASKED, NOTHING_AWAY).sentence).toContain('Skolan');
  });

  it('takes a kind of information out of the sentence', () => {
    const away = withPart(NOTHING_AWAY, { category: 'leisure' }, false);
    expect(signedNotice(SV, ASKED, away).sentence).not.toContain('fritiden');
    expect(reachOf(ASKED, away).kinds.filter(({ isIn }) => !isIn)).toHaveLength(1);
  });

  it('is never taken away twice', () => {
    const once = withPart(NOTHING_AWAY, { house: SCHOOL }, false);
    expect(withPart(once, { house: SCHOOL }, false)).toEqual(once);
  });
});

describe('too little to sign', () => {
  it('is one house alone', () => {
    expect(lackOf(ASKED, { houses: all.slice(1), categories: [] })).toBe('houses');
    expect(lackOf(ASKED, { houses: all.slice(2), categories: [] })).toBeNull();
  });

  it('is no kind of information', () => {
    expect(lackOf(ASKED, { houses: [], categories: ASKED.kinds.map(({ category }) => category) })).toBe('kinds');
  });

  it('is when those who are left may only be told', () => {
    const tellers = ONE_WAY.houses.filter(({ tells }) => tells).map(({ house }) => house);
    expect(lackOf(ONE_WAY, { houses: tellers, categories: [] })).toBe('houses');
  });
});
