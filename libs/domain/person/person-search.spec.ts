import { describe, expect, it } from '@jest/globals';
import { caseNameOf } from './case-name.js';
import { decideAsked, isSearchFresh, SEARCH_STANDS } from './person-search.js';
import { decideNumber } from './personal-number.js';
import { readPhone } from './phone.js';
import { findRelationFault } from './relation.js';

const read = (text: string) => decideNumber(text.replace(/\D/g, ''));
const NUMBER = '201005042385';

describe('what is asked for is told from how it is written', () => {
  it.each([
    [NUMBER, { number: NUMBER, phone: null, name: null }],
    ['+46 70 174 06 05', { number: null, phone: '46701740605', name: null }],
    [' Åsa Lind ', { number: null, phone: null, name: 'Åsa Lind' }],
    ['pojken i hus 7', { number: null, phone: null, name: 'pojken i hus 7' }],
  ])('%j', (written, asked) => {
    expect(decideAsked(written, read)).toEqual({ outcome: 'asked', asked });
  });

  it.each([
    ['', 'nothing-asked'],
    ['   ', 'nothing-asked'],
    ['å', 'too-short'],
    ['--', 'too-short'],
    ['1234', 'not-twelve-digits'],
    ['201013042385', 'not-a-date'],
    ['201005042386', 'wrong-check-digit'],
  ])('refuses %j as %s', (written, code) => {
    expect(decideAsked(written, read)).toEqual({ outcome: 'refused', code });
  });
});

it('a search stands for an hour and not a moment longer', () => {
  expect(isSearchFresh(0, SEARCH_STANDS)).toBe(true);
  expect(isSearchFresh(0, SEARCH_STANDS + 1)).toBe(false);
});

describe('telephone numbers are written in one way', () => {
  it.each([
    ['070-174 06 05', '46701740605'],
    ['+46 (0)70 174 06 05', '46701740605'],
    ['0046701740605', '46701740605'],
    ['+47 22 12 34 56', '4722123456'],
    ['174 06 05', null],
    ['070', null],
    ['070-abc', null],
  ])('%s', (written, phone) => {
    expect(readPhone(written)).toBe(phone);
  });
});

describe('a case name', () => {
  it('is steady, has no vowels and tells people apart', () => {
    const ids = Array.from({ length: 500 }, (_, at) => `${String(at).padStart(8, '0')}-0000-4000-8000-000000000000`);
    const names = ids.map(caseNameOf);
    expect(names).toEqual(ids.map(caseNameOf));
    expect(new Set(names).size).toBe(ids.length);
    expect(names.filter((name) => !/^[BCDFGHJKLMNPQRSTVWXZ]{4}-\d{2}$/.test(name))).toEqual([]);
  });
});

describe('who is close', () => {
  const row = { person: 'a', close: 'b', kind: 'friend' } as const;
  it('is never oneself, and once in each way', () => {
    expect(findRelationFault([], { ...row, close: 'a' })).toBe('oneself');
    expect(findRelationFault([row], row)).toBe('already-there');
    expect(findRelationFault([row], { ...row, kind: 'neighbour' })).toBeUndefined();
    expect(findRelationFault([row], { person: 'b', close: 'a', kind: 'friend' })).toBeUndefined();
  });
});
