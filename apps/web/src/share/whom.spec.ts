import { describe, expect, it } from '@jest/globals';
import { whomOf } from './whom.js';

describe('whom something is about', () => {
  it('is a name, and beside it the number or the year of birth', () => {
    expect(whomOf('Elliot Provberg, 20110412-2384')).toEqual({ name: 'Elliot Provberg', number: '20110412-2384' });
    expect(whomOf('Elliot Provberg, född 2011')).toEqual({ name: 'Elliot Provberg', number: 'född 2011' });
  });

  it('keeps a name whole, also one with a comma in it or without a number', () => {
    expect(whomOf('Elliot, Provberg, född 2011')).toEqual({ name: 'Elliot, Provberg', number: 'född 2011' });
    expect(whomOf('Elliot Provberg')).toEqual({ name: 'Elliot Provberg', number: null });
  });
});
