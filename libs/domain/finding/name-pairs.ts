/** Words side by side that could be somebody's names, for the house's own register to be asked about. */
import { nameParts } from '../person/name-phonetics.js';
import { isAlsoWord, isGivenName } from './name-lists.js';
import { NOT_NAMES, PARTICLES, PERSON_CUES, PERSON_VERBS, PLACE_NOUNS, PLACES } from './word-lists.js';
import { areNeighbours, wordsOf, type Word } from './words.js';

export interface WrittenPair {
  readonly from: number;
  readonly to: number;
  /** Each as it is written, and without the s of the genitive. */
  readonly names: readonly [readonly string[], readonly string[]];
}

/** More than this in one short text is no text. */
const MOST_PAIRS = 60;
const SHORTEST = 3;

export function namePairs(text: string): readonly WrittenPair[] {
  const words = wordsOf(text).filter(({ lower }) => !PARTICLES.has(lower));
  return words
    .flatMap((word, at): WrittenPair[] => {
      const next = words[at + 1];
      if (!next || !mayBeBeside(text, word, next)) return [];
      const names = [formsOf(word.lower), formsOf(next.lower)] as const;
      return names[0][0] === names[1][0] ? [] : [{ from: word.from, to: next.to, names }];
    })
    .slice(0, MOST_PAIRS);
}

const formsOf = (lower: string): readonly string[] =>
  [lower, ...(lower.length > 4 && lower.endsWith('s') ? [lower.slice(0, -1)] : [])].flatMap(nameParts);

/** In capitals, or in small letters where the first is a name and nothing else: ordinary words sound like names too. */
function mayBeBeside(text: string, word: Word, next: Word): boolean {
  if (!areNeighbours(text, word, next) && !/^ \p{Ll}{2,3} $/u.test(text.slice(word.to, next.from))) return false;
  if ([word, next].some(({ lower }) => lower.length < SHORTEST || isOrdinary(lower))) return false;
  return (word.capital && next.capital) || (isGivenName(word.lower) && !isAlsoWord(word.lower));
}

const isOrdinary = (lower: string): boolean =>
  [NOT_NAMES, PERSON_CUES, PERSON_VERBS, PLACE_NOUNS, PLACES].some((words) => words.has(lower));
