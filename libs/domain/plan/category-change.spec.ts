/** A kind of information is changed with open eyes: nobody sees more of it than whoever changed it was told. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CATEGORIES } from '../disclosure/vocabulary.js';
import { decideCategory, opensToFamily, unannounced } from './category-change.js';

const facts = { from: 'addiction', to: 'measures-and-plan', hasFigures: false } as const;

describe('another kind of information', () => {
  it('is another, and one that there is', () => {
    expect(decideCategory(facts)).toEqual({ outcome: 'changed', to: 'measures-and-plan' });
    expect(decideCategory({ ...facts, to: 'addiction' })).toEqual({ outcome: 'refused', code: 'choose-one' });
    expect(decideCategory({ ...facts, to: undefined })).toEqual({ outcome: 'refused', code: 'choose-one' });
  });

  it('hides no place and makes none of what is none', () => {
    for (const place of ['whereabouts', 'contact-details'] as const) {
      expect(decideCategory({ ...facts, from: place })).toEqual({ outcome: 'refused', code: 'shows-place' });
      expect(decideCategory({ ...facts, to: place })).toEqual({ outcome: 'refused', code: 'shows-place' });
    }
  });

  it('is not given to what figures were told under', () => {
    expect(decideCategory({ ...facts, hasFigures: true })).toEqual({ outcome: 'refused', code: 'has-figures' });
  });

  it('opens to the family what the rule kept from some of them, and never the other way', () => {
    expect(opensToFamily('home-and-family', 'measures-and-plan')).toBe(true);
    expect(opensToFamily('crime-and-suspicion', 'home-and-family')).toBe(true);
    expect(opensToFamily('measures-and-plan', 'home-and-family')).toBe(false);
    expect(opensToFamily('addiction', 'measures-and-plan')).toBe(false);
    const any = fc.constantFrom(...CATEGORIES);
    fc.assert(fc.property(any, any, (one, other) => !(opensToFamily(one, other) && opensToFamily(other, one))));
  });
});

describe('whoever comes to see it', () => {
  it('was named before, or saw it already', () => {
    expect(unannounced(['a'], ['a', 'b', 'c'], ['b'])).toEqual(['c']);
    expect(unannounced(['a', 'b'], ['a'], [])).toEqual([]);
    const keys = fc.array(fc.constantFrom<string>('a', 'b', 'c', 'd', 'subject'), { maxLength: 5 });
    fc.assert(
      fc.property(keys, keys, keys, (before, after, announced) => {
        const secret = unannounced(before, after, announced);
        expect(after.every((key) => [...before, ...announced, ...secret].includes(key))).toBe(true);
        expect(secret.some((key) => before.includes(key) || announced.includes(key))).toBe(false);
      }),
    );
  });
});
