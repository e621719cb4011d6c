import { readdirSync, readFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { keysOf, type Catalogue } from './namespaces.js';

const src = join(process.cwd(), 'apps/web/src');
const concepts = readdirSync(src, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .filter((name) => existsSync(join(src, name, 'texts.sv.json')) || existsSync(join(src, name, 'texts.en.json')));

const read = (concept: string, language: string) =>
  JSON.parse(readFileSync(join(src, concept, `texts.${language}.json`), 'utf8')) as Catalogue;

const sentences = (catalogue: Catalogue): string[] =>
  Object.values(catalogue).flatMap((value) => (typeof value === 'string' ? [value] : sentences(value)));

const holes = (text: string) => [...text.matchAll(/{{\s*(\w+)/g)].map((match) => match[1]).sort();

const textAt = (catalogue: Catalogue, path: string): string | undefined => {
  const value = path
    .split('.')
    .reduce<Catalogue | string | undefined>((at, key) => (typeof at === 'object' ? at[key] : undefined), catalogue);
  return typeof value === 'string' ? value : undefined;
};

/** A span of time in so many words. */
const SPAN = new RegExp(
  [
    '\\b(\\d+|ett|två|tre|fyra|sex|sju|fjorton|fjärde) (timmar|timme|dygn|dagar|månader|vecka|veckor)',
    '\\b(\\d+|two|three|four|six|seven|fourteen|fourth) (hours?|days?|months?|weeks?)',
  ].join('|'),
  'i',
);

/** Whose times are the program's own, or of the invented town. */
const OWN_TIMES = ['clock', 'demonstration', 'gallery', 'ledger', 'relocation'];

describe('catalogues', () => {
  it('are found', () => {
    expect(concepts).toEqual(expect.arrayContaining(['shell', 'elements', 'graphql']));
  });

  it.each(concepts)('%s says the same in Swedish and English', (concept) => {
    expect(keysOf(read(concept, 'en'))).toEqual(keysOf(read(concept, 'sv')));
  });

  it.each(concepts)('%s leaves no sentence empty and fills the same places', (concept) => {
    const swedish = read(concept, 'sv');
    const english = read(concept, 'en');
    expect([...sentences(swedish), ...sentences(english)].filter((text) => text.trim() === '')).toEqual([]);
    const unequal = keysOf(swedish).filter((key) => {
      const [sv, en] = [textAt(swedish, key), textAt(english, key)];
      return sv !== undefined && en !== undefined && holes(sv).join() !== holes(en).join();
    });
    expect(unequal).toEqual([]);
  });

  it.each(concepts.filter((concept) => !OWN_TIMES.includes(concept)))(
    '%s names no time that a municipality may have set otherwise',
    (concept) => {
      const named = ['sv', 'en']
        .flatMap((language) => sentences(read(concept, language)))
        .filter((text) => SPAN.test(text));
      expect(named.filter((text) => !/har en egen tid|has a time of its own/.test(text))).toEqual([]);
    },
  );

  it('folds plural forms into one key', () => {
    expect(keysOf({ a: { n_one: '1', n_other: '2' }, b: 'x' })).toEqual(['a.n', 'b']);
  });
});
