/** A receipt is chance in ten signs that survive being read aloud. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readReceipt, receiptOf } from './receipt.js';

describe('a receipt', () => {
  it('reads what it wrote, however it is typed', () => {
    fc.assert(
      fc.property(fc.uuid(), (id) => {
        const receipt = receiptOf(id);
        expect(receipt).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/);
        const typed = receipt.toLowerCase().replace('-', '').replaceAll('0', 'o').replaceAll('1', 'l');
        expect(readReceipt(typed)).toBe(receipt);
      }),
    );
  });

  it('differs as its chance differs', () => {
    const made = Array.from({ length: 500 }, (_, n) => receiptOf((n * 7919).toString(16).padStart(13, '0')));
    expect(new Set(made).size).toBe(500);
  });

  it.each(['', '4F7QK', '4F7QK-2MZ9', '4F7QK-2MZ9CX', '4F7QK-2MZ9*', 'åååååååååå'])('%j can be none', (typed) => {
    expect(readReceipt(typed)).toBeUndefined();
  });
});
