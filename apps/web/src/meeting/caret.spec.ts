/** The pen stays where it stood in the words. */
import { describe, expect, it } from '@jest/globals';
import { moveCaret } from './caret.js';

describe('the pen', () => {
  it.each([
    ['stays before what came in', 'Hej du', 'Hej du där', 3, 3],
    ['moves along behind what came in before it', 'du', 'Hej du', 2, 6],
    ['stands at the end with the text', 'ab', 'abc', 2, 2],
    ['follows words that were taken away before it', 'Hej du', 'du', 6, 2],
    ['never stands outside the text', 'abcdef', 'a', 4, 1],
    ['is still in an unchanged text', 'abc', 'abc', 1, 1],
  ])('%s', (_, before, after, caret, expected) => {
    expect(moveCaret(before, after, caret)).toBe(expected);
  });
});
