/** Under a field stands why a house gets what is written and why not, in words of which none is a key. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { TFunction } from 'i18next';
import { REASONS } from '#domain/disclosure/reasons.js';
import { whyOf } from './why-of.js';

const textIn = (language: string) => {
  const texts: unknown = JSON.parse(readFileSync(path.join(import.meta.dirname, `texts.${language}.json`), 'utf8'));
  return ((key: string) =>
    key
      .split('.')
      .reduce<unknown>((level, part) => (level as Record<string, unknown>)[part], texts)) as TFunction<'meeting'>;
};

describe.each(['sv', 'en'] as const)('why a house gets it or not, in %s', (language) => {
  const why = (sees: boolean, outcome: string, ground: string) =>
    whyOf({ sees, outcome, ground }, language, textIn(language));
  const { release, refuse, refer } = REASONS[language];

  it('is the reason of the rules', () => {
    expect(why(true, 'release', 'consent')).toEqual(release.consent);
    expect(why(false, 'refuse', 'no-ground')).toEqual(refuse['no-ground']);
    // Two answers on the same ground are two sentences.
    expect(why(false, 'refuse', 'OSL 21:3')).toEqual(refuse['OSL 21:3']);
    expect(why(false, 'refer', 'OSL 21:3')).toEqual(refer['OSL 21:3']);
  });

  it('is what somebody did, or where they are in the meeting, in words', () => {
    const said = (['taken-back', 'other-points', 'not-said-to'] as const).map((ground) => why(false, 'refuse', ground));
    for (const one of said) expect(one?.sentence).toMatch(/^\p{Lu}.*\.$/u);
    expect(new Set(said.map((one) => one?.tag)).size).toBe(3);
  });

  it('is nothing of what they have already, whatever the rules say today', () => {
    expect(why(true, 'refuse', 'no-ground')).toBeUndefined();
  });
});
