/**
 * Every language says the same as the Swedish catalogue, and no sentence that a machine has written is shown as if a
 * translator had read it: `texts/reviewed.json` holds, by key, the fingerprint of what was read, so that a changed
 * sentence waits for a reader again.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { LANGUAGES, type Language } from './language.js';

type Words = string | readonly string[] | { readonly [key: string]: Words };

const read = (file: string): Record<string, Words> =>
  JSON.parse(readFileSync(path.join(process.cwd(), 'apps/web/src', file), 'utf8')) as Record<string, Words>;

const sentencesOf = (words: Words, prefix = ''): readonly (readonly [string, string])[] =>
  typeof words === 'string'
    ? [[prefix, words]]
    : Array.isArray(words)
      ? []
      : Object.entries(words).flatMap(([key, value]) => sentencesOf(value, prefix === '' ? key : `${prefix}.${key}`));

const withoutPlural = (key: string): string => key.replace(/_(zero|one|two|few|many|other)$/, '');
const holes = (text: string): string[] => [...text.matchAll(/{{(\w+)}}/g)].map(([, hole]) => hole ?? '').sort();
const fingerprint = (swedish: string, translated: string): string =>
  createHash('sha256').update(`${swedish}\0${translated}`).digest('hex').slice(0, 16);

const catalogue = (language: Language): ReadonlyMap<string, string> =>
  new Map(sentencesOf(read(`family/texts/${language}.json`)).filter(([key]) => key !== '_review'));

/** What comes before the page: the text message with the link, and the letter with the code. */
const FIRST = { sms: 'libs/platform/message/family-link.json', letter: 'libs/documents/family/letter.json' } as const;
const firstWords = (file: string, language: string): Record<string, string> =>
  (JSON.parse(readFileSync(path.join(process.cwd(), file), 'utf8')) as Record<string, Record<string, string>>)[
    language
  ] ?? {};
const firstContact = (language: Language): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(FIRST).flatMap(([name, file]) =>
      Object.entries(firstWords(file, language))
        .filter(([key]) => key !== '_review')
        .map(([key, text]) => [`first-contact.${name}.${key}`, text]),
    ),
  );

const swedish = catalogue('sv');
const reviewed = read('family/texts/reviewed.json') as Record<string, Record<string, string>>;

describe.each(LANGUAGES)('the family’s texts in %s', (language) => {
  const own = catalogue(language);

  it('have no sentence that Swedish lacks, and lack none but where they fall back to Swedish', () => {
    const keys = (of: ReadonlyMap<string, string>) => [...new Set([...of.keys()].map(withoutPlural))].sort();
    const lacking = keys(swedish).filter((key) => !keys(own).includes(key));
    expect(keys(own).filter((key) => !keys(swedish).includes(key))).toEqual([]);
    expect(language === 'sv-simple' ? [] : lacking).toEqual([]);
  });

  it('fill the same places and leave none empty', () => {
    const faults = [...own].filter(([key, text]) => {
      const original = swedish.get(key) ?? swedish.get(`${withoutPlural(key)}_other`) ?? '';
      return text.trim() === '' || holes(text).join() !== holes(original).join();
    });
    expect(faults).toEqual([]);
  });

  it('have every plural form of the language', () => {
    const forms = new Intl.PluralRules(language === 'sv-simple' ? 'sv' : language).resolvedOptions().pluralCategories;
    const plural = [...new Set([...own.keys()].filter((key) => key !== withoutPlural(key)).map(withoutPlural))];
    const lacking = plural.flatMap((key) => forms.map((form) => `${key}_${form}`)).filter((key) => !own.has(key));
    expect(lacking).toEqual([]);
  });
});

describe.each(LANGUAGES)('the first contact in %s', (language) => {
  const own = firstContact(language);
  const original = firstContact('sv');

  it('says all that the Swedish one says, with the same places and none empty', () => {
    expect([...own.keys()].sort()).toEqual([...original.keys()].sort());
    const faults = [...own].filter(
      ([key, text]) => text.trim() === '' || holes(text).join() !== holes(original.get(key) ?? '').join(),
    );
    expect(faults).toEqual([]);
  });

  it('is a text message of at most two parts with the longest of links, and names nothing that it is about', () => {
    const text = (own.get('first-contact.sms.sms') ?? '').replace(
      '{{address}}',
      `https://samnav.hasselbyvallingby.se/familj#${'x'.repeat(43)}`,
    );
    // 153 letters of GSM 03.38 to a part, or 67 of any alphabet (3GPP TS 23.038, 23.040).
    const inGsm = /^[\n !"#$%&'()*+,\-./0-9:;<=>?A-Z_a-zÄÅÉÖÜäåéöü]*$/.test(text);
    expect(text.length).toBeLessThanOrEqual(2 * (inGsm ? 153 : 67));
    expect([...own.values()].join(' ')).not.toMatch(/samtyck|consent|social|polis|police|شرطة|بوليس|booli/i);
  });
});

describe('what no translator has read', () => {
  const waiting = (language: string): readonly string[] =>
    [...catalogue(language as Language), ...firstContact(language as Language)]
      .filter(([key, text]) => {
        const original =
          swedish.get(key) ?? swedish.get(`${withoutPlural(key)}_other`) ?? firstContact('sv').get(key) ?? '';
        return reviewed[language]?.[key] !== fingerprint(original, text);
      })
      .map(([key]) => key);

  it.each(Object.keys(reviewed))('in %s is marked as long as one sentence waits', (language) => {
    const marks = [
      ...[`family/texts/${language}.json`, `e-id/texts.${language}.json`].map((file) => read(file)['_review']),
      ...Object.values(FIRST).map((file) => firstWords(file, language)['_review']),
    ];
    const mark = waiting(language).length > 0 ? 'needs-translator' : undefined;
    expect(marks).toEqual(marks.map(() => mark));
  });

  it('is nothing in Swedish and English, which the makers write', () => {
    expect(LANGUAGES.filter((language) => !(language in reviewed))).toEqual(['sv', 'en']);
    expect(['sv', 'en'].map((language) => read(`family/texts/${language}.json`)['_review'])).toEqual([
      undefined,
      undefined,
    ]);
  });

  it('was never signed off for a sentence that is gone', () => {
    const gone = Object.entries(reviewed).flatMap(([language, keys]) =>
      Object.keys(keys).filter(
        (key) => !catalogue(language as Language).has(key) && !firstContact(language as Language).has(key),
      ),
    );
    expect(gone).toEqual([]);
  });
});

describe('the sentences of the e-identification', () => {
  it.each(LANGUAGES)('are all there in %s', (language) => {
    const keys = (of: Language) => Object.keys(read(`e-id/texts.${of}.json`)['message'] ?? {}).sort();
    expect(keys(language)).toEqual(keys('sv'));
  });
});
