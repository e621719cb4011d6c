/** However people write a number, the same person gets the same twelve digits; the Tax Agency's test numbers too. */
import { describe, expect, it } from '@jest/globals';
import { WrittenNumberReader } from './written-number-reader.js';

const now = new Date('2026-11-22T12:00:00Z');
const read = (text: string) => new WrittenNumberReader().read(text, now);

describe('a written number', () => {
  it.each([
    ['201203152382', '201203152382', 'personal-number'],
    ['20120315-2382', '201203152382', 'personal-number'],
    [' 120315 2382 ', '201203152382', 'personal-number'],
    ['120315–2382', '201203152382', 'personal-number'],
    ['201109722387', '201109722387', 'coordination-number'],
    ['110972-2387', '201109722387', 'coordination-number'],
    ['900101+9802', '189001019802', 'personal-number'],
  ])('%j is %s, a %s', (text, digits, kind) => {
    expect(read(text)).toEqual({ outcome: 'accepted', number: { kind, digits } });
  });

  it.each([
    ['201203152383', 'wrong-check-digit'],
    ['201213152382', 'not-a-date'],
    ['991315-2382', 'not-a-date'],
    ['2012031523', 'wrong-check-digit'],
    ['12345', 'not-twelve-digits'],
    ['20120315X382', 'not-twelve-digits'],
    ['', 'not-twelve-digits'],
  ])('%j is refused: %s', (text, code) => {
    expect(read(text)).toEqual({ outcome: 'refused', code });
  });
});
