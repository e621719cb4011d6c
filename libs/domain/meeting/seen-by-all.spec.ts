import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { seenByAll } from './seen-by-all.js';

const seen = (world: Record<string, readonly string[]>) =>
  new Map(Object.entries(world).map(([member, items]) => [member, new Set(items)]));

describe('a shared screen', () => {
  it.each<[string, readonly string[], Record<string, readonly string[]>, readonly string[]]>([
    ['shows one person what they may see', ['anna'], { anna: ['a', 'b'] }, ['a', 'b']],
    ['shows two what both may see', ['anna', 'marcus'], { anna: ['a', 'b'], marcus: ['b', 'c'] }, ['b']],
    ['shows nothing beside someone who may see nothing', ['anna', 'lena'], { anna: ['a'], lena: [] }, []],
    ['shows nothing beside someone whom nobody can ask for', ['anna', 'lena'], { anna: ['a'] }, []],
    ['shows an empty room nothing', [], { anna: ['a'] }, []],
  ])('%s', (_, present, world, expected) => expect(seenByAll(present, seen(world))).toEqual(expected));

  it('property: never shows more to a larger company, and never what one of them may not see', () => {
    const members = fc.subarray(['a', 'b', 'c', 'd']);
    const world = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.subarray(['1', '2', '3']));
    fc.assert(
      fc.property(members, fc.constantFrom('a', 'b', 'c', 'd'), world, (present, comer, of) => {
        const before = seenByAll(present, seen(of));
        const after = seenByAll([...present, comer], seen(of));
        expect(after.every((item) => (of[comer] ?? []).includes(item))).toBe(true);
        expect(present.length === 0 || after.every((item) => before.includes(item))).toBe(true);
      }),
    );
  });
});
