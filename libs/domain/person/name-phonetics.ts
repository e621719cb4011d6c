/**
 * The phonetic parts of a name: what is hashed with a key and stored, so that Mohammed finds Muhammad and Åsa finds Asa
 * while the index holds no readable name (OSL 26:1, GDPR 32). Deterministic: the same name gives the same codes for ever;
 * a changed table means that the index is written anew.
 */
import { SOUND_ROWS } from './name-sounds.js';

/** Small words between names that many leave out. */
const PARTICLES = new Set([
  ...['al', 'el', 'ul', 'ibn', 'bin', 'bint', 'binti', 'ben', 'bou', 'abu', 'umm', 'van', 'von', 'af', 'av', 'de'],
  ...['da', 'di', 'du', 'del', 'della', 'der', 'den', 'dos', 'la', 'le', 'och'],
]);

/** More readings than this say nothing more about a name. */
const MOST_CODES = 12;

const FOLDS: Readonly<Record<string, string>> = {
  å: 'a',
  æ: 'ä',
  ø: 'ö',
  œ: 'ö',
  ß: 'ss',
  ł: 'l',
  ı: 'i',
  þ: 'th',
  ð: 'd',
};

/** Letters whose mark carries a sound of its own; all other marks are dropped. */
const KEPT = new Set([...'äöüčćçşšžđğ']);

/** The servant names: Abdulrahman, Abdirahman, Abdurrahman and Abd al-Rahman are one. */
const SERVANT_APART = /\bc?abd[\s'’-]+(?:(?:[aeu][lrsdnz])[\s'’-]+)?(?=\p{L}{3})/gu;
const SERVANT_JOINED = /^c?abd(?:[aeiou]l|[aeiou])?(?=\p{L}{4})/u;

const foldLetter = (letter: string): string => {
  const lower = letter.toLowerCase();
  if (KEPT.has(lower)) return lower;
  const folded = FOLDS[lower] ?? lower;
  return KEPT.has(folded) ? folded : folded.normalize('NFD').replace(/\p{M}/gu, '');
};

/** The parts of a name in small letters, particles left out unless nothing else remains. */
export const nameParts = (name: string): readonly string[] => {
  const folded = [...name.normalize('NFC')].map(foldLetter).join('');
  const parts = folded
    .replace(SERVANT_APART, 'abd')
    .split(/[^\p{L}]+/u)
    .filter((part) => part !== '');
  const bearing = parts.filter((part) => !PARTICLES.has(part));
  return bearing.length > 0 ? bearing : parts;
};

/** All codes of all parts, each once, in the order of the name. */
export const namePhonetics = (name: string): string[] => [...new Set(nameParts(name).flatMap(partCodes))];

/** The codes of one part; a name in another script is its own code, so that it is still found when typed the same way. */
export const partCodes = (part: string): readonly string[] => {
  const servant = part.replace(SERVANT_JOINED, 'abd');
  const letters = servant.replace(/(\p{L})\1+/gu, '$1');
  const codes = readings(letters).map(codeOf);
  const spoken = [...new Set(codes)].filter((code) => code !== '').slice(0, MOST_CODES);
  return spoken.length > 0 ? spoken : [`=${part}`];
};

const readings = (letters: string): readonly string[] => {
  let heard: readonly string[] = [''];
  for (let at = 0; at < letters.length;) {
    const { taken, sounds } = soundsAt(letters, at);
    heard = heard.flatMap((before) => sounds.map((sound) => before + sound)).slice(0, MOST_CODES * 4);
    at += taken;
  }
  return heard;
};

const soundsAt = (letters: string, at: number): { readonly taken: number; readonly sounds: readonly string[] } => {
  for (const { letters: pattern, sounds } of SOUND_ROWS) {
    pattern.lastIndex = at;
    const found = pattern.exec(letters)?.[0];
    if (found !== undefined) return { taken: found.length, sounds: sounds[0] === '*' ? [found.toUpperCase()] : sounds };
  }
  return { taken: letters[at]!.codePointAt(0)! > 0xffff ? 2 : 1, sounds: [''] };
};

/**
 * Consonants carry a name across spellings, vowels wander: only the first vowel stays, in its place, and the last one
 * where a single consonant would else be all (Ali, Ola, Eva).
 */
const codeOf = (heard: string): string => {
  const sounded = heard.replace(/([A-Z])\1+/g, '$1');
  const consonants = sounded.replace(/[a-z]/g, '');
  if (consonants.length === 0) return sounded.replace(/(.)\1+/g, '$1');
  const first = sounded.search(/[a-z]/);
  const start = first < 0 ? consonants : sounded.slice(0, first + 1) + sounded.slice(first + 1).replace(/[a-z]/g, '');
  const last = sounded.at(-1)!;
  return consonants.length === 1 && first >= 0 && first < sounded.length - 1 && /[a-z]/.test(last)
    ? start + last
    : start;
};
