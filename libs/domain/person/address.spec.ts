import { describe, expect, it } from '@jest/globals';
import { readAddress } from './address.js';

describe('a home address', () => {
  it.each([
    'Ekvägen 3',
    'ekvägen  3',
    'Ekv. 3',
    'Ekvägen 3, lgh 1203',
    'Ekvägen 3 lgh 1203',
    'Ekvägen 3, 3 tr, 123 45 Ekvalla',
    'c/o Provberg, Ekvägen 3, 12345 Ekvalla',
    'EKVÄGEN 3\n123 45 EKVALLA',
    'Ekvägen 03',
  ])('written as %j is one home', (written) => {
    expect(readAddress(written)).toBe('ekvägen 3');
  });

  it.each([
    ['Ekvägen 3 B', 'ekvägen 3b'],
    ['Ekvägen 3b', 'ekvägen 3b'],
    ['Ekvägen 31', 'ekvägen 31'],
    ['Stora Ekg. 12', 'storaekgatan 12'],
    ['Stora Ekgatan 12', 'storaekgatan 12'],
    ['S:t Olofsgatan 7', 'stolofsgatan 7'],
  ])('%j is another: %s', (written, home) => {
    expect(readAddress(written)).toBe(home);
  });

  it.each(['', 'Ekvägen', '123 45 Ekvalla', 'Poste restante', '3', 'hos mormor'])('%j is none', (written) => {
    expect(readAddress(written)).toBeNull();
  });
});
