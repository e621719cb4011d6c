import { describe, expect, it } from '@jest/globals';
import { decideMoves } from './decide-move.js';
import { findPersons } from './find-persons.js';
import { standing } from './finding.js';
import { namePairs } from './name-pairs.js';

const context = { today: { year: 2026 }, places: ['Viken', 'Kvarnbyn', 'Sten', 'Gallerian Norr'] };
const seen = (text: string): string[] => findPersons(text, context).map((one) => `${one.text}: ${one.why}`);

describe('what points at a person', () => {
  it('is told with where it stands, why, and how surely', () => {
    const text = 'Vid Viken stod Sara Lindgren, 201005042385.';
    const found = findPersons(text, context);
    expect(found.map(({ from, to }) => text.slice(from, to))).toEqual(['Sara Lindgren', '201005042385']);
    expect(found).toMatchObject([
      { kind: 'name', why: 'full-name', severity: 'points' },
      { kind: 'number', why: 'personal-number', severity: 'points' },
    ]);
  });

  it.each([
    ['20100504-2385', 'personal-number', 'points'],
    ['1005042385', 'personal-number', 'points'],
    ['20 10 05 04 23 85', 'personal-number', 'points'],
    ['20100564-2382', 'coordination-number', 'points'],
    ['20100504-2380', 'wrong-check-digit', 'may-point'],
    ['20100504-****', 'masked-number', 'points'],
    ['100504-T123', 'interim-number', 'points'],
  ])('is the number %s', (number, why, severity) => {
    expect(findPersons(`Det gäller ${number} här`, context)).toMatchObject([{ text: number, why, severity }]);
  });

  it.each(['20101304-2385', '20100532-2385', '2026-11-24 1530', '08.00-09.30', '12 500 000', '2026-004411'])(
    'is not %s',
    (written) => {
      expect(seen(`Kvällen ${written} var lugn`)).toEqual([]);
    },
  );

  it('is a plate only with letters that plates have', () => {
    expect(seen('ABC123 och MLB84A')).toEqual(['ABC123: plate', 'MLB84A: plate']);
    expect(seen('AIB123, AQC123, AVC123, ÅBC123, ABC12O')).toEqual([]);
  });

  it('is no place of the municipality, though names sound so', () => {
    expect(seen('I Viken, vid Sten och i Kvarnbyns park var det lugnt. Gallerian Norr stängde.')).toEqual([]);
    expect(findPersons('I Alviken satt Amir', { ...context, places: [] }).map(({ text }) => text)).toEqual(['Amir']);
  });

  it('leaves what the writer says is nobody, and never what surely points', () => {
    const found = findPersons('Elton och Sara Lindgren', context);
    expect(standing(found, ['Elton', 'Sara Lindgren']).map(({ text }) => text)).toEqual(['Sara Lindgren']);
  });

  it('never overlaps and keeps the order of the text', () => {
    const found = findPersons('Mejla sara.lindgren@exempel.se, @snapkungen99 eller 070-174 06 05, ABC123', context);
    expect(found.map(({ why }) => why)).toEqual(['email', 'handle', 'mobile', 'plate']);
    found.slice(1).forEach((one, at) => expect(one.from).toBeGreaterThanOrEqual(found[at]!.to));
  });

  it('is found quickly enough for each pause of the keys', () => {
    const text = 'En grupp på tolv stod vid Stationen. Sara Lindgren ringde 070-174 06 05 från Ekvägen 14. '.repeat(5);
    findPersons(text, context);
    const from = performance.now();
    for (let turn = 0; turn < 50; turn += 1) findPersons(text, context);
    expect((performance.now() - from) / 50).toBeLessThan(20);
  });
});

describe('names for the register', () => {
  it('are pairs that could be names, with and without the genitive', () => {
    expect(namePairs('Vid torget höll Syrvan Korveks till')).toMatchObject([
      { names: [['syrvan'], ['korveks', 'korvek']] },
    ]);
    expect(namePairs('många unga rörde sig runt stationen')).toEqual([]);
  });
});

describe('where words about a person may go', () => {
  it('follows the role and the coordinator’s house', () => {
    expect(decideMoves({ role: 'unit-representative', inCoordinatorsHouse: false })).toEqual([
      { to: 'report', carries: true },
      { to: 'nomination', carries: false },
    ]);
    expect(decideMoves({ role: 'coordinator', inCoordinatorsHouse: true })[1]).toEqual({
      to: 'nomination',
      carries: true,
    });
    expect(decideMoves({ role: 'auditor', inCoordinatorsHouse: true })).toEqual([]);
  });
});
