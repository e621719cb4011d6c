/**
 * Personal and coordination numbers as people write them: with or without century, with any separators, masked at the end
 * (FOL 18 §, lag (2022:1697)). A wrong check digit is a typing mistake as often as no number, and is flagged more softly.
 */
import { parseCivilDay } from '../kernel/civil-day.js';
import { decideNumber } from '../person/personal-number.js';
import { finding, type Finding, type FindingContext } from './finding.js';
import { wordsBefore } from './words.js';

const RUN = /(?<![\d,])(?<!\d[-./:])(?:\d[\s\-+–./]?){9}\d(?:[\s\-+–./]?\d){0,2}(?![\d])/gu;
const INTERIM = /(?<!\d)(?:(?:19|20)?\d{6})[-+ ]?(?:[JKLMNRSTUWX]\d{3}|TF\d{2})(?![\p{L}\d])/gu;
const MASKED = /(?<!\d)(?:(?:19|20)?\d{6}|(?:19|20)\d\d-\d\d-\d\d)\s?[-–+ ]?\s?(?:[xX]{4}|[*]{2,4}|[_?]{2,4})/gu;
const DATE =
  /(?<!\d)(?:(?:19|20)\d\d[-./ ]?(?:0[1-9]|1[0-2])[-./ ]?(?:0[1-9]|[12]\d|3[01])|\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])|\d{1,2}[/.]\d{1,2}[ -./]?(?:(?:19|20)\d\d|\d\d)|\d{1,2} (?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december) (?:19|20)\d\d)(?![\d])/giu;
const BORN = new Set([
  'född',
  'fött',
  'födda',
  'f',
  'födelsedatum',
  'födelsedag',
  'födelsedata',
  'personnummer',
  'pnr',
]);

export const findNumbers = (text: string, context: FindingContext): readonly Finding[] => [
  ...[...text.matchAll(RUN)].flatMap((match) => numberIn({ index: match.index, text: match[0] }, context)),
  ...[...text.matchAll(INTERIM)]
    .filter(([written]) => isDate(written.replace(/[^\d].*$/, '')))
    .map((match) => finding({ index: match.index, text: match[0] }, 'number', 'interim-number', 'points')),
  ...[...text.matchAll(MASKED)].map((match) =>
    finding({ index: match.index, text: match[0] }, 'number', 'masked-number', 'points'),
  ),
  ...[...text.matchAll(DATE)]
    .filter((match) => wordsBefore(text, match.index, 3).some((word) => BORN.has(word)))
    .map((match) => finding({ index: match.index, text: match[0] }, 'birth', 'birth-date', 'points')),
];

function numberIn(at: { readonly index: number; readonly text: string }, context: FindingContext): readonly Finding[] {
  const digits = at.text.replace(/\D/g, '');
  if (digits.length === 11 || /^(?:\d[\s.]\d|\d{1,3}(?: \d{3}){2,})$/.test(at.text)) return [];
  const twelve = digits.length === 12 ? [digits] : ['20', '19'].map((century) => century + digits);
  const year = context.today.year;
  const read = twelve
    .filter((one) => Number(one.slice(0, 4)) >= 1900 && Number(one.slice(0, 4)) <= year)
    .map(decideNumber)
    .filter((one) => one.outcome === 'accepted' || one.code === 'wrong-check-digit');
  const [first] = read;
  if (!first) return [];
  const isMoment =
    /^\d{4}-\d\d-\d\d[ ](?:[01]\d|2[0-3])[0-5]\d$/.test(at.text) && Number(digits.slice(0, 4)) >= year - 1;
  const isMobile = /^07[02369]/.test(digits) && !/^\d{6}[-+]\d{4}$/.test(at.text);
  const accepted = read.find((one) => one.outcome === 'accepted');
  if (accepted?.outcome === 'accepted') {
    const why = accepted.number.kind === 'personal-number' ? 'personal-number' : 'coordination-number';
    return isMobile ? [] : [finding(at, 'number', why, isMoment ? 'may-point' : 'points')];
  }
  return isMobile || isMoment ? [] : [finding(at, 'number', 'wrong-check-digit', 'may-point')];
}

const isDate = (digits: string): boolean => {
  const eight = digits.length === 8 ? digits : `20${digits}`;
  const day = Number(eight.slice(6, 8));
  const shown = day > 60 ? day - 60 : day;
  return parseCivilDay(`${eight.slice(0, 4)}-${eight.slice(4, 6)}-${String(shown).padStart(2, '0')}`) !== undefined;
};
