/** The lists of names as sets, made once at the first question. */
import { ALSO_WORDS } from './names/also-words.js';
import { FAMILY_NORDIC } from './names/family-nordic.js';
import { FAMILY_SOUTH } from './names/family-south.js';
import { FAMILY_SWEDEN } from './names/family-sweden.js';
import { GIVEN_NORDIC } from './names/given-nordic.js';
import { GIVEN_SOUTH } from './names/given-south.js';
import { GIVEN_SWEDEN } from './names/given-sweden.js';

const setOf = (...lists: readonly string[]): ReadonlySet<string> =>
  new Set(lists.flatMap((list) => list.trim().toLowerCase().split(/\s+/)));

const GIVEN = setOf(GIVEN_NORDIC, GIVEN_SOUTH, GIVEN_SWEDEN);
const FAMILY = setOf(FAMILY_NORDIC, FAMILY_SOUTH, FAMILY_SWEDEN);
const ALSO = setOf(ALSO_WORDS);

/** Endings that hardly anything but a family name has. */
const FAMILY_ENDING =
  /^\p{L}{2,}(?:sson|sdotter|qvist|kvist|ström|gren|blad|stedt|ander|ović|evic|ovic|ević|oğlu|oglu|zadeh|zada|pour|nejad|owski|ewski|enko|ian|yan|lainen|nen|fors|feldt|crantz|hjelm|sköld|rot[hf])$/u;

/** The word as it is, and without the s of the genitive. */
const forms = (lower: string): readonly string[] => {
  const plain = lower.replace(/['’]s$/, '');
  return plain.length > 3 && plain.endsWith('s') ? [plain, plain.slice(0, -1)] : [plain];
};

const isIn = (names: ReadonlySet<string>, lower: string): boolean =>
  forms(lower).some((form) => names.has(form)) ||
  (lower.includes('-') &&
    lower
      .split('-')
      .filter((part) => part.length > 2)
      .every((part) => forms(part).some((form) => names.has(form))));

export const isGivenName = (lower: string): boolean => isIn(GIVEN, lower);

export const isFamilyName = (lower: string): boolean =>
  isIn(FAMILY, lower) || forms(lower).some((form) => form.length > 5 && FAMILY_ENDING.test(form));

/** A name that is a word, a place or a firm too. */
export const isAlsoWord = (lower: string): boolean => forms(lower).some((form) => ALSO.has(form));
