import { describe, expect, it } from '@jest/globals';
import { oralFaults, LONGEST_SAID } from './oral-record.js';
import { decideScan, LARGEST_SCAN } from './scan.js';

const bytes = (...start: number[]): Uint8Array => Uint8Array.from([...start, 0, 0, 0, 0]);

describe('a scanned paper', () => {
  it.each([
    ['application/pdf', bytes(0x25, 0x50, 0x44, 0x46, 0x2d)],
    ['image/jpeg', bytes(0xff, 0xd8, 0xff, 0xe0)],
    ['image/png', bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)],
  ])('is known by its first bytes: %s', (mediaType, file) => {
    expect(decideScan(file)).toEqual({ outcome: 'accepted', mediaType });
  });

  it.each([
    ['empty', new Uint8Array(0)],
    ['too-large', new Uint8Array(LARGEST_SCAN + 1)],
    ['unknown-type', Uint8Array.from(Buffer.from('PK\u0003\u0004'))],
    ['unknown-type', Uint8Array.from(Buffer.from(' %PDF-1.7'))],
    ['unknown-type', Uint8Array.from([0xff, 0xd8])],
  ])('is refused: %s', (code, file) => {
    expect(decideScan(file)).toEqual({ outcome: 'refused', code });
  });
});

describe('what was said', () => {
  const NOW = Date.UTC(2026, 10, 27, 9);
  const record = { at: NOW - 1, how: 'phone', witness: 'Jonas', interpreter: '', said: 'Ja.' };

  it('is written down whole, or what is missing is named all at once', () => {
    expect(oralFaults(record, NOW)).toEqual([]);
    expect(oralFaults({ ...record, at: NOW }, NOW)).toEqual([]);
    expect(
      oralFaults(
        { at: NOW + 1, how: '', witness: ' ', interpreter: 'x'.repeat(201), said: 'x'.repeat(LONGEST_SAID + 1) },
        NOW,
      ),
    ).toEqual([
      { field: 'at', code: 'in-future' },
      { field: 'how', code: 'missing' },
      { field: 'witness', code: 'missing' },
      { field: 'interpreter', code: 'too-long' },
      { field: 'said', code: 'too-long' },
    ]);
  });
});
