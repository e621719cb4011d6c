import { describe, expect, it } from '@jest/globals';
import { dayWords, clockTime, isOfficeTime, lastDay, momentWords } from './dates.js';
import { deviceLanguage } from './language.js';
import { voiceFor } from './listen.js';
import { textsOf, type Catalogue } from './texts.js';

const SOMALI_DATES = {
  dates: { months: 'a b c d e f g h i j Nofembar l'.split(' '), days: 'Axad Isniin Talaado r k j s'.split(' ') },
};
const swedish: Catalogue = {
  a: { b: 'Hej {{name}}, {{name}}!', left_one: '{{count}} dag', left_other: '{{count}} dagar' },
};

describe('a sentence', () => {
  const texts = textsOf('sv-simple', [{ a: { c: 'Kort' } }, swedish]);

  it('falls back to Swedish where easy-read has none of its own', () => {
    expect(texts.t('a.b' as never, { name: 'Alva' })).toBe('Hej Alva, Alva!');
    expect(texts.t('a.c' as never)).toBe('Kort');
  });

  it('counts by the language’s own forms', () => {
    expect([1, 2].map((count) => texts.counted('a.left', count))).toEqual(['1 dag', '2 dagar']);
    const arabic = textsOf('ar', [{ a: { left_two: 'يومان', left_few: '{{count}} أيام' } }]);
    expect([2, 3].map((count) => arabic.counted('a.left', count))).toEqual(['يومان', '3 أيام']);
  });

  it('isolates what fills it', () => {
    const shown = texts.shown('a.b' as never, { name: 'Alva' }) as readonly { readonly type: unknown }[];
    expect(shown.filter(({ type }) => type === 'bdi')).toHaveLength(2);
  });

  it('knows whether a translator has read it', () => {
    expect(textsOf('ar', [{ _review: 'needs-translator' }]).isUnreviewed).toBe(true);
    expect(texts.isUnreviewed).toBe(false);
  });
});

describe('days are said in the reader’s words and Sweden’s time, unbroken at the end of a line', () => {
  const at = '2026-11-24T14:00:00Z';
  const spoken = (language: 'sv' | 'en' | 'ar' | 'so') => textsOf(language, [language === 'so' ? SOMALI_DATES : {}]);

  it.each([
    ['sv', '24\u00a0november 2026', 'tisdag 24\u00a0november 15:00'],
    ['en', '24\u00a0November 2026', 'Tuesday 24\u00a0November 15:00'],
    ['ar', '24\u00a0نوفمبر 2026', 'الثلاثاء، 24\u00a0نوفمبر 15:00'],
    ['so', '24\u00a0Nofembar 2026', 'Talaado 24\u00a0Nofembar 15:00'],
  ] as const)('%s', (language, day, moment) => {
    expect(dayWords(at, spoken(language))).toBe(day);
    expect(momentWords(at, spoken(language)).replace(/^Tuesday,/, 'Tuesday')).toBe(moment);
  });

  it('the last day of what ends at midnight is the day before', () => {
    expect(dayWords(lastDay('2027-05-24T22:00:00Z'), spoken('sv'))).toBe('24\u00a0maj 2027');
  });

  it('says 00:00 at midnight', () => {
    expect(clockTime('2026-11-24T23:00:00Z')).toBe('00:00');
  });

  it.each([
    ['2026-11-24T07:30:00Z', true],
    ['2026-11-24T15:30:00Z', false],
    ['2026-11-28T10:00:00Z', false],
  ])('whether the office is open at %s: %s', (when, isOpen) => {
    expect(isOfficeTime(when)).toBe(isOpen);
  });
});

describe('the language to begin with', () => {
  it.each([
    [['ar-SY', 'sv'], 'ar'],
    [['so'], 'so'],
    [['fi', 'en-US'], 'en'],
    [['fi'], 'sv'],
  ])('of %j is %s', (wished, language) => {
    expect(deviceLanguage(wished)).toBe(language);
  });
});

describe('a voice', () => {
  const voice = (lang: string, localService: boolean) =>
    ({ lang, localService, voiceURI: lang }) as SpeechSynthesisVoice;

  it('is one on the device, in the page’s language, and no other', () => {
    const voices = [voice('en-GB', true), voice('sv-SE', false), voice('sv_SE', true)];
    expect(voiceFor('sv', voices)?.lang).toBe('sv_SE');
    expect(voiceFor('sv', [voice('sv-SE', false)])).toBeUndefined();
    expect(voiceFor('so', voices)).toBeUndefined();
  });
});
