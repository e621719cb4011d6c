/** Which spellings find each other, and which names stay apart. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { namePhonetics } from './name-phonetics.js';
import { rankNameMatches } from './rank-name-matches.js';

const isFound = (a: string, b: string): boolean => {
  const codes = new Set(namePhonetics(a));
  return namePhonetics(b).some((code) => codes.has(code));
};

/** Every spelling in a row finds the first one. */
const SAME = [
  ['Mohammed', 'Muhammad', 'Mohamed', 'Muhamed', 'Mohammad', 'Mohamad', 'Maxamed', 'Muhammed', 'Muxammad'],
  ['Ahmed', 'Ahmad', 'Axmed', 'Ahmet', 'Achmed'],
  ['Hussein', 'Husayn', 'Hossein', 'Husein', 'Hussain', 'Xuseen', 'Hüseyin'],
  ['Hassan', 'Hasan', 'Xasan', 'Hassaan'],
  ['Abdi', 'Cabdi'],
  ['Ali', 'Cali', 'Aly'],
  ['Omar', 'Umar', 'Cumar', 'Omer'],
  ['Osman', 'Usman', 'Othman', 'Uthman', 'Cismaan Osman'],
  ['Yusuf', 'Youssef', 'Yousef', 'Jusuf', 'Yuusuf', 'Josef', 'Joseph'],
  ['Abdulrahman', 'Abdirahman', 'Abdurrahman', 'Abd al-Rahman', 'Abdelrahman', 'Cabdiraxmaan', 'Abd ur Rahman'],
  ['Abdelkader', 'Abdulqadir', 'Abdikadir', 'Abdul Kader Abdulkader'],
  ['Khaled', 'Khalid', 'Kalid', 'Halit', 'Chaled', 'Qalid'],
  ['Fatima', 'Fatma', 'Fatemeh', 'Fatimah'],
  ['Aisha', 'Aicha', 'Ayşe', 'Caasha', 'Aysha'],
  ['Ibrahim', 'Ebrahim', 'Ibraahim'],
  ['Jamal', 'Djamal', 'Cemal', 'Jamaal'],
  ['Rashid', 'Rasheed', 'Rachid', 'Raschid'],
  ['Said', 'Saeed', 'Sacid', 'Saïd'],
  ['Åsa', 'Asa', 'Åsa-Lena', 'Aasa'],
  ['Kristina', 'Christina', 'Cristina', 'Kristina-Maria'],
  ['Karlsson', 'Carlson', 'Carlsson', 'Karlson'],
  ['Jönsson', 'Jonsson', 'Jönson', 'Jonson'],
  ['Jovanović', 'Jovanovic', 'Jovanovich', 'Jovanovitj'],
  ['Kovačević', 'Kovacevic', 'Kovachevich'],
  ['Đorđe', 'Djordje', 'Dordje', 'Dorde'],
  ['Gustaf', 'Gustav', 'Gustaw'],
  ['Lindqvist', 'Lindkvist', 'Lindquist', 'Lindqwist'],
  ['Viktor', 'Victor', 'Wiktor'],
  ['Sofia', 'Sophia', 'Zofia'],
  ['Mikael', 'Michael', 'Michaël'],
  ['Eriksson', 'Ericsson', 'Erixon', 'Erikson'],
  ['Thor', 'Tor', 'Thore'],
  ['Sjöberg', 'Schöberg', 'Shoberg', 'Sjoberg'],
  ['Kjell', 'Tjell', 'Chell'],
  ['Per', 'Pär', 'Pehr', 'Peer'],
  ['Göran', 'Jöran'],
  ['Dahl', 'Dal'],
  ['Şahin', 'Sahin', 'Shahin'],
  ['Alexander', 'Aleksander', 'Alexandre'],
  ['Hjalmar', 'Jalmar'],
  ['Müller', 'Muller', 'Myller'],
  ['von Essen', 'Essen', 'Esén'],
];

const APART = [
  ['Mohammed', 'Ahmed'],
  ['Hussein', 'Hassan'],
  ['Anna', 'Eva'],
  ['Sara', 'Siri'],
  ['Maria', 'Mira'],
  ['Karlsson', 'Larsson'],
  ['Jonsson', 'Johansson'],
  ['Ali', 'Lea'],
  ['Carina', 'Aron'],
  ['Camilla', 'Emelie'],
  ['Omar', 'Amir'],
  ['Yusuf', 'Yasin'],
  ['Andersson', 'Petersson'],
  ['Fatima', 'Farah'],
  ['Erik', 'Oskar'],
  ['Ola', 'Ulrik'],
  ['Nils', 'Niklas'],
  ['Jovanović', 'Ivanović'],
  ['Kristina', 'Kerstin'],
  ['Abdi', 'Abdullahi'],
  ['Hanna', 'Johanna'],
  ['Al-Sayed', 'Al-Hakim'],
  ['van Dijk', 'van Rijn'],
] as const;

describe('namePhonetics', () => {
  it.each(SAME)('%s is found however it is spelt', (first, ...others) => {
    expect(others.filter((other) => !isFound(first, other))).toEqual([]);
  });

  it.each(APART)('%s is not %s', (a, b) => {
    expect(isFound(a, b)).toBe(false);
  });

  it('gives several codes where letters are read in several ways, and never one for a particle', () => {
    expect(namePhonetics('Mikael von Essen')).toEqual(['MiKL', 'aSN', 'iSN']);
    expect(namePhonetics('Rachid')).toEqual(['RaXD', 'RaKD']);
    expect(namePhonetics('Al')).toEqual(['aL']);
  });

  it('finds a name in another script when it is written the same way', () => {
    expect(isFound('محمد', 'محمد')).toBe(true);
    expect(isFound('محمد', 'أحمد')).toBe(false);
    expect(namePhonetics(' -- ')).toEqual([]);
  });

  it('property: the same letters in any case and composition give the same codes, few and never empty', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzåäöéüćčşžđ -'), maxLength: 24 });
    fc.assert(
      fc.property(letters, (name) => {
        const codes = namePhonetics(name);
        expect(namePhonetics(name.toUpperCase().normalize('NFD'))).toEqual(codes);
        expect(codes.every((code) => code !== '')).toBe(true);
        expect(codes.length).toBeLessThanOrEqual(12 * Math.max(1, name.split(/[ -]+/).length));
      }),
    );
  });
});

describe('rankNameMatches', () => {
  const people = [
    { id: '1', name: 'Ahmed Karlsson' },
    { id: '2', name: 'Muhammad Carlson' },
    { id: '3', name: 'Mohammed Karlsson' },
    { id: '4', name: 'Mohamed Ali' },
    { id: '5', name: 'Eva Lind' },
  ];
  it('puts the same spelling first, then the same sound, then the half match', () => {
    expect(rankNameMatches('Mohammed Karlsson', people).map(({ id }) => id)).toEqual(['3', '2', '1', '4']);
    expect(rankNameMatches('Mohammed Karlsson', people)[0]).toMatchObject({ likeness: 1, partsMet: 2 });
  });
  it('helps while one is still typing, and says nothing where nothing fits', () => {
    expect(rankNameMatches('Karl', people).map(({ id }) => id)).toEqual(['1', '3']);
    expect(rankNameMatches('Zlatan', people)).toEqual([]);
  });
});
