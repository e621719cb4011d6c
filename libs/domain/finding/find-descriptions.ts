/** What points at one person without a name: a nickname, one of a school class, somebody's son, who is described as the only one. */
import { finding, type Finding } from './finding.js';
import { ONE_PERSON, PLACES } from './word-lists.js';
import { wordsBefore } from './words.js';

const NICKNAME =
  /(?:kallas|kallad|kallade|kallar sig|smeknamnet|aliaset|går under namnet|går under|känd som)\s(?:för\s)?(?:["”“'](?<quoted>[^"”“'\n]{2,30})["”“']|(?<plain>\p{Lu}[\p{L}\d]{1,20}))/gu;
const CLASS = /(?<![\p{L}\d.,:/-])(?:klass\s)?(?:[1-9]\s?[A-F]|[1-9][a-f])(?![\p{L}\d-])/gu;
const ONE_OF =
  /(?<![\p{L}])(?:en|ena|ett|den|samma|någon)\s(?:av\s)?(?:\p{L}+\s)?(?:elev|eleven|kille|killen|tjej|tjejen|pojke|pojken|flicka|flickan|grabb|ungdom|barn|person)(?![\p{L}])/iu;
const KIN =
  /(?<![\p{L}])(?:\p{L}{3,}(?:ens|ns|orns|arens|orn?s|ans))\s(?:son|dotter|bror|syster|mamma|pappa|kusin|barnbarn|flickvän|pojkvän|lillebror|storebror|lillasyster|storasyster)(?![\p{L}])/giu;
/** Exactly one is meant by the definite form: an age, an adjective, or what follows the pronoun. */
const DESCRIBED = [
  /(?<![\p{L}\d])\d{1,2}[-–]?åringen(?![\p{L}])/giu,
  /(?<![\p{L}])den\s[\p{L}-]{3,}[ae]\s(?:killen|tjejen|pojken|flickan|grabben|eleven|mannen|kvinnan|tvillingen|brodern|systern)(?![\p{L}])/giu,
  /(?<![\p{L}])(?:han|hon)\s(?:som|med)\s[\p{L}\d-]+(?:\s[\p{L}\d-]+)?/giu,
];
/** Groups have sons and daughters too, and nobody is pointed at. */
const NOBODYS = /^(?:barnens|ungdomarnas|elevernas|familjens|andras|någons)\s/iu;

export const findDescriptions = (text: string, names: readonly Finding[]): readonly Finding[] => [
  ...[...text.matchAll(NICKNAME)].flatMap((match) => {
    const before = wordsBefore(text, match.index, 4);
    if (before.some((word) => PLACES.has(word))) return [];
    const name = match.groups?.['quoted'] ?? match.groups?.['plain'] ?? '';
    const at = { index: match.index + match[0].indexOf(name), text: name };
    return [finding(at, 'nickname', 'nickname', before.some((word) => ONE_PERSON.has(word)) ? 'points' : 'may-point')];
  }),
  ...[...text.matchAll(CLASS)].flatMap((match) => {
    const sentence = sentenceAround(text, match.index);
    const one =
      ONE_OF.test(sentence.text) ||
      names.some(({ from, to }) => from >= sentence.from && to <= sentence.from + sentence.text.length) ||
      [...sentence.text.toLowerCase().matchAll(/\p{L}+/gu)].some(([word]) => SINGULAR.has(word));
    return one ? [finding({ index: match.index, text: match[0] }, 'class', 'one-of-class', 'points')] : [];
  }),
  ...[...text.matchAll(KIN)]
    .filter(([written]) => !NOBODYS.test(written))
    .map((match) => finding({ index: match.index, text: match[0] }, 'kin', 'kin', 'may-point')),
  ...DESCRIBED.flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) =>
      finding({ index: match.index, text: match[0] }, 'described', 'described', 'may-point'),
    ),
  ),
];

const SINGULAR = new Set([
  'killen',
  'tjejen',
  'pojken',
  'flickan',
  'eleven',
  'grabben',
  'han',
  'hon',
  'honom',
  'henne',
]);

function sentenceAround(text: string, at: number): { readonly from: number; readonly text: string } {
  const from = Math.max(0, ...[...text.slice(0, at).matchAll(/[.!?\n]\s/gu)].map(({ index }) => index + 1));
  const end = text.slice(at).search(/[.!?\n](?:\s|$)/u);
  return { from, text: text.slice(from, end < 0 ? undefined : at + end) };
}
