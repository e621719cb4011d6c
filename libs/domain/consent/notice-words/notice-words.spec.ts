/** Every language says the same as the Swedish text, which decides: no hole is lost, nothing is left without its word. */
import { describe, expect, it } from '@jest/globals';
import { CATEGORIES, PURPOSES } from '../../disclosure/vocabulary.js';
import { SITUATIONS } from '../consent.js';
import { NOTICE_TEXT } from '../notice.js';
import { listed, noticeParts, type NoticeAsked } from './fill-notice.js';
import { NOTICE_LANGUAGES } from './notice-words.js';
import { NOTICE_WORDS, noticeAsText, writeNotice } from './write-notice.js';

const [SOC, POLICE, SCHOOL] = ['soc/iof', 'polisen/lpo', 'skola/grund'];
const asked: NoticeAsked = {
  scope: {
    from: [SOC, POLICE, SCHOOL],
    to: [SCHOOL, SOC, POLICE],
    categories: ['school-attendance-and-results', 'measures-and-plan'],
    purposes: ['support', 'prevent-crime'],
  },
  situations: ['meeting', 'phone'],
  validUntil: Date.parse('2027-05-24T22:00:00Z'),
  longerReason: null,
  houseNames: new Map([
    [SOC, 'Socialtjänsten'],
    [POLICE, 'Polisen'],
    [SCHOOL, 'Skolan'],
  ]),
  givenName: 'Alva',
  isAboutReader: false,
};
const holes = (text: string): string[] => [...text.matchAll(/{(\w+)}/g)].map(([, hole]) => hole ?? '').sort();

describe.each(NOTICE_LANGUAGES)('the notice in %s', (language) => {
  const words = NOTICE_WORDS[language];

  it('has every hole of the Swedish text, and no other', () => {
    for (const part of Object.keys(NOTICE_TEXT) as (keyof typeof NOTICE_TEXT)[])
      expect([part, holes(words[part])]).toEqual([part, holes(NOTICE_TEXT[part])]);
  });

  it('has a word for everything that can be asked for', () => {
    const lists = [
      [words.categories, CATEGORIES],
      [words.purposes, PURPOSES],
      [words.situation, SITUATIONS],
    ] as const;
    for (const [said, wanted] of lists) {
      expect(Object.keys(said).sort()).toEqual([...wanted].sort());
      expect(Object.values(said).filter((word) => word.trim() === '')).toEqual([]);
    }
    expect(words.months).toHaveLength(12);
  });

  it('is filled without a hole left, with every name and the last day', () => {
    const notice = writeNotice(asked, language);
    expect(noticeAsText(notice)).not.toMatch(/[{}]/);
    for (const name of ['Socialtjänsten', 'Polisen', 'Skolan', 'Alva', '24', '2027'])
      expect(notice.sentence).toContain(name);
  });

  it('says why it is longer than half a year, in the municipality’s own words, and nothing of it otherwise', () => {
    const reason = 'Insatsen pågår i nio månader.';
    expect(holes(words.longer)).toEqual(['reason']);
    const { sentence } = writeNotice({ ...asked, longerReason: reason }, language);
    expect(sentence.startsWith(writeNotice(asked, language).sentence)).toBe(true);
    expect(sentence.endsWith(reason)).toBe(true);
    expect(writeNotice(asked, language).sentence).not.toContain(words.longer.split('{')[0]);
  });

  it('says "you" to whom it is about, and names no child whose name may not be told', () => {
    expect(noticeParts({ ...asked, isAboutReader: true }, words).person).toBe(words.you);
    expect(noticeParts({ ...asked, givenName: null }, words).person).toBe(words.theChild);
  });
});

describe('the Swedish sentence', () => {
  it('can be read aloud', () => {
    expect(writeNotice(asked, 'sv').sentence).toBe(
      'Socialtjänsten, Polisen och Skolan får prata med varandra om Alva: hur det går i skolan, planen och stödet. Det är för att ge stöd och hjälp och hindra att någon begår brott eller far illa av brott. Det gäller till och med 24 maj 2027.',
    );
  });

  it('names who tells and who is told where they are not the same', () => {
    const scope = { ...asked.scope, from: [SOC] };
    expect(writeNotice({ ...asked, scope }, 'sv').sentence).toMatch(
      /^Socialtjänsten får prata med Skolan, Socialtjänsten och Polisen om/,
    );
  });

  it('joins words as each language does', () => {
    expect(listed(['a', 'b', 'c'], NOTICE_WORDS.en)).toBe('a, b and c');
    expect(listed(['أ', 'ب'], NOTICE_WORDS.ar)).toBe('أ وب');
    expect(listed([], NOTICE_WORDS.sv)).toBe('');
  });
});
