import { describe, expect, it } from '@jest/globals';
import { identityInput, NOBODY, startFrom } from './identity-values.js';
import { shownNumber } from './shown-number.js';

describe('what was searched for', () => {
  it.each([
    ['Åsa Lind Ek', { givenName: 'Åsa', familyName: 'Lind Ek' }],
    ['Åsa', { givenName: 'Åsa', familyName: '' }],
    ['100504-2385', { number: '100504-2385' }],
    ['070-174 06 05', { phone: '070-174 06 05' }],
    ['+46 70 174 06 05', { phone: '+46 70 174 06 05' }],
    ['  ', {}],
  ])('%j is not typed again', (asked, filled) => {
    expect(startFrom(asked)).toEqual({ ...NOBODY, ...filled });
  });
});

describe('the year of birth', () => {
  it('is only told without a number', () => {
    expect(identityInput({ ...NOBODY, bornYear: '2011' }).bornYear).toBe(2011);
    expect(identityInput({ ...NOBODY, bornYear: '2011', number: '201005042385' }).bornYear).toBeNull();
    expect(identityInput({ ...NOBODY, bornYear: 'snart' }).bornYear).toBeNull();
  });
});

it('a number is read with its sign', () => {
  expect(shownNumber('201005042385')).toBe('20100504-2385');
  expect(shownNumber('okänt')).toBe('okänt');
});
