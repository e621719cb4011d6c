/**
 * Names of people in Swedish text. A list of names says what could be one; what stands beside it says whether it is:
 * many names are also words, places and firms (Björn, Sten, Viken, Max).
 */
import { finding, type Finding, type FindingContext, type FindingReason, type Severity } from './finding.js';
import { isAlsoWord, isFamilyName, isGivenName } from './name-lists.js';
import { markPlaces } from './mark-places.js';
import {
  NOT_NAMES,
  PARTICLES,
  PERSON_CUES,
  PERSON_VERBS,
  PLACE_NOUNS,
  PLACE_PREPOSITIONS,
  WEAK_VERBS,
} from './word-lists.js';
import { areNeighbours, type Word } from './words.js';

const LONGEST_NAME = 5;

export function findNames(text: string, words: readonly Word[], context: FindingContext): readonly Finding[] {
  const isPlace = markPlaces(text, words, context.places);
  const found: Finding[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const name = nameAt({ text, words, isPlace, at });
    if (!name) continue;
    found.push(name.finding);
    at = name.last;
  }
  return found;
}

interface Reading {
  readonly text: string;
  readonly words: readonly Word[];
  readonly isPlace: readonly boolean[];
  readonly at: number;
}

interface Named {
  readonly finding: Finding;
  readonly last: number;
}

function nameAt(reading: Reading): Named | null {
  const { words, isPlace, at } = reading;
  const word = words[at]!;
  if ((isPlace[at] && !follows(reading, PERSON_CUES)) || isBeforePlaceNoun(reading, at)) return null;
  const last = endOfName(reading);
  const found = (why: FindingReason, severity: Severity, to = last): Named => ({
    finding: {
      ...finding({ index: word.from, text: reading.text.slice(word.from, words[to]!.to) }, 'name', why, severity),
    },
    last: to,
  });
  const given = isGivenName(word.lower);
  const also = isAlsoWord(word.lower);
  if (!word.capital) return lowerCaseName(reading, found);
  if (last > at) {
    const end = words[last]!;
    const sure = isFamilyName(end.lower) || isGivenName(end.lower) || (given && !also);
    if (given) return found('full-name', sure && !(also && isAlsoWord(end.lower)) ? 'points' : 'may-point');
    if (word.text.length === 1)
      return isFamilyName(end.lower) && !isAlsoWord(end.lower) ? found('full-name', 'points') : null;
    if (isFamilyName(end.lower) && !isAlsoWord(end.lower) && !NOT_NAMES.has(word.lower))
      return found('full-name', 'points');
    if (word.beginsSentence || NOT_NAMES.has(word.lower) || follows(reading, PLACE_PREPOSITIONS)) return null;
    return found('two-names', 'may-point');
  }
  if (word.isInitials && !given) return null;
  if (given) return givenAlone(reading, also, found);
  if (isFamilyName(word.lower)) {
    if (follows(reading, PERSON_CUES)) return found('family-name', 'points', at);
    return also || word.beginsSentence || follows(reading, PLACE_PREPOSITIONS)
      ? null
      : found('family-name', 'may-point', at);
  }
  return null;
}

type Found = (why: FindingReason, severity: Severity, to?: number) => Named;

function givenAlone(reading: Reading, also: boolean, found: Found): Named | null {
  const { words, at } = reading;
  const word = words[at]!;
  const next = words[at + 1];
  const acts = next !== undefined && PERSON_VERBS.has(next.lower) && areNeighbours(reading.text, word, next);
  if (follows(reading, PERSON_CUES)) return found('given-name', 'points', at);
  if (!also) return found('given-name', acts && !WEAK_VERBS.has(next.lower) ? 'points' : 'may-point', at);
  if (follows(reading, PLACE_PREPOSITIONS) || word.isInitials) return null;
  if (acts && !WEAK_VERBS.has(next.lower)) return found('given-name', 'may-point', at);
  return word.beginsSentence ? null : found('given-name', 'may-point', at);
}

/** amir karlsson, and the boy who heter amir: small letters hide a name only from those who look for capitals. */
function lowerCaseName(reading: Reading, found: Found): Named | null {
  const { text, words, isPlace, at } = reading;
  const word = words[at]!;
  const next = words[at + 1];
  if (!isGivenName(word.lower) || isAlsoWord(word.lower) || word.lower.length < 3) return null;
  if (
    next &&
    !isPlace[at + 1] &&
    areNeighbours(text, word, next) &&
    isFamilyName(next.lower) &&
    !isAlsoWord(next.lower)
  )
    return found('full-name', 'points', at + 1);
  return follows(reading, NAMING) ? found('given-name', 'points', at) : null;
}

const NAMING = new Set(['heter', 'hette', 'kallas', 'kallad', 'killen', 'tjejen', 'namnet', 'eleven', 'grabben']);

const follows = ({ words, at, text }: Reading, cues: ReadonlySet<string>): boolean => {
  const before = words[at - 1];
  return (
    before !== undefined && cues.has(before.lower) && /^[\s"”“':]{1,3}$/u.test(text.slice(before.to, words[at]!.from))
  );
};

/** The last word of the name that begins here: capitals side by side, with small words between them that belong to names. */
function endOfName({ text, words, isPlace, at }: Reading): number {
  let last = at;
  for (let next = at + 1; next < words.length && next - at < LONGEST_NAME; next += 1) {
    const word = words[next]!;
    const before = words[next - 1]!;
    const beside =
      areNeighbours(text, before, word) ||
      (before.text.length === 1 && /^\. ?$/.test(text.slice(before.to, word.from)));
    if (!beside || isPlace[next]) break;
    if (PARTICLES.has(word.lower) && !word.capital) continue;
    if (!word.capital || NOT_NAMES.has(word.lower) || PLACE_NOUNS.has(word.lower)) break;
    if (word.isInitials && !isFamilyName(word.lower) && !isGivenName(word.lower)) break;
    if (before.lower.endsWith('s') && last > at && isFamilyName(before.lower)) break;
    last = next;
  }
  return last;
}

const isBeforePlaceNoun = ({ text, words }: Reading, at: number): boolean => {
  const next = words[at + 1];
  if (next === undefined || !areNeighbours(text, words[at]!, next)) return false;
  if (PLACE_NOUNS.has(next.lower)) return true;
  const second = words[at + 2];
  return (
    second !== undefined &&
    next.capital &&
    PLACE_NOUNS.has(second.lower) &&
    areNeighbours(text, next, second) &&
    !second.capital
  );
};
