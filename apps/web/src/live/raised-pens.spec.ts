/** A mark stands while it is renewed, goes when it is put down, and fades by itself where nobody can say so. */
import { describe, expect, it } from '@jest/globals';
import { fade, soonestFade, withPen, type PenMoved } from './raised-pens.js';

const NONE = new Map<string, never>();
const at = (pen: string, place: string | null, isFrom?: string): PenMoved<string> => ({
  ...{ pen, place },
  ...(isFrom === undefined ? {} : { isFrom: (one: string) => one === isFrom }),
});

describe('a pen of another’s', () => {
  it('stands until it has not been renewed for eight seconds', () => {
    const up = withPen(NONE, at('a', 'aim'), 0);
    expect(soonestFade(up)).toBe(8_000);
    expect([...fade(up, 7_999).keys()]).toEqual(['a']);
    expect(fade(up, 8_000).size).toBe(0);
    expect([...fade(withPen(up, at('a', 'aim'), 3_000), 8_000).keys()]).toEqual(['a']);
  });

  it('is at one place at a time, and another person’s beside it', () => {
    const both = withPen(withPen(withPen(NONE, at('a', 'aim'), 0), at('b', 'aim'), 1), at('a', 'words'), 2);
    expect([...both].map(([pen, { place }]) => [pen, place])).toEqual([
      ['b', 'aim'],
      ['a', 'words'],
    ]);
  });

  it('goes when it is put down, and stays where it has been put to since', () => {
    const up = withPen(NONE, at('a', 'aim'), 0);
    expect(withPen(up, at('a', null), 1).size).toBe(0);
    expect(withPen(up, at('a', null, 'aim'), 1).size).toBe(0);
    expect(withPen(up, at('a', null, 'words'), 1)).toBe(up);
    expect(soonestFade(withPen(NONE, at('a', null), 1))).toBeUndefined();
  });
});
