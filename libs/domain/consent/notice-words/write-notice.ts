/**
 * Fills the notice for one signer: the very words that are read on the page, stand on the paper and are signed, made of
 * the consent alone so that they are the same wherever they are shown (OSL 12:2; eIDAS 26).
 */
import type { Category, Purpose } from '../../disclosure/vocabulary.js';
import { calendarDate } from '../../kernel/civil-day.js';
import type { Instant } from '../../kernel/instant.js';
import { civilDayOf } from '../../kernel/stockholm.js';
import type { ConsentScope, Situation } from '../consent.js';
import { AR } from './ar.js';
import { EN } from './en.js';
import type { NoticeLanguage, NoticeWords } from './notice-words.js';
import { SO } from './so.js';
import { SV, SV_SIMPLE } from './sv.js';

export const NOTICE_WORDS: Readonly<Record<NoticeLanguage, NoticeWords>> = {
  sv: SV,
  'sv-simple': SV_SIMPLE,
  en: EN,
  ar: AR,
  so: SO,
};

export interface NoticeAsked {
  readonly scope: ConsentScope;
  readonly situations: readonly Situation[];
  /** The first instant at which it no longer holds. */
  readonly validUntil: Instant;
  /** `authority/branch` → the name that families know. */
  readonly houseNames: ReadonlyMap<string, string>;
  /** Null where the reader is the one it is about, or may not be shown the name. */
  readonly givenName: string | null;
  readonly isAboutReader: boolean;
}

export interface WrittenNotice {
  readonly title: string;
  readonly sentence: string;
  readonly situations: string;
  readonly no: string;
  readonly withdraw: string;
  readonly duties: string;
  readonly seen: string;
  readonly unreviewed: boolean;
}

export function writeNotice(asked: NoticeAsked, language: NoticeLanguage): WrittenNotice {
  const words = NOTICE_WORDS[language];
  const { scope } = asked;
  const named = (houses: readonly string[]): string =>
    listed([...new Set(houses.map((house) => asked.houseNames.get(house) ?? house))], words);
  const mutual = scope.from.length === scope.to.length && scope.from.every((house) => scope.to.includes(house));
  const sentence = fill(words.sentence, {
    from: named(scope.from),
    to: mutual ? words.eachOther : named(scope.to),
    person: asked.isAboutReader ? words.you : (asked.givenName ?? words.theChild),
    categories: categoryWords(scope.categories, language).join(words.comma),
    purposes: listed(purposeWords(scope.purposes, language), words),
    until: lastDay(asked.validUntil, words),
  });
  const situations = listed(
    asked.situations.map((one) => words.situation[one]),
    words,
  );
  const { title, no, withdraw, duties, seen, unreviewed } = words;
  return {
    title,
    sentence,
    situations: fill(words.situations, { situations }),
    no,
    withdraw,
    duties,
    seen,
    unreviewed,
  };
}

export const categoryWords = (categories: readonly Category[], language: NoticeLanguage): string[] =>
  categories.map((one) => NOTICE_WORDS[language].categories[one]);

export const purposeWords = (purposes: readonly Purpose[], language: NoticeLanguage): string[] =>
  purposes.map((one) => NOTICE_WORDS[language].purposes[one]);

/** Everything that is read before signing, a paragraph each: what stands in the app above the button. */
export const noticeAsText = (notice: WrittenNotice): string =>
  [notice.title, notice.sentence, notice.situations, notice.no, notice.withdraw, notice.duties, notice.seen].join(
    '\n\n',
  );

const fill = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);

/** `a, b och c`; Arabic writes its “and” together with the word after it. */
function listed(texts: readonly string[], { and, comma }: NoticeWords): string {
  if (texts.length < 2) return texts.join('');
  const last = texts[texts.length - 1] ?? '';
  return `${texts.slice(0, -1).join(comma)} ${and}${and === 'و' ? '' : ' '}${last}`;
}

/** The day before the instant at which it ends. */
function lastDay(until: Instant, { months }: NoticeWords): string {
  const { year, month, day } = calendarDate(civilDayOf(until - 1));
  return `${day} ${months[month - 1]} ${year}`;
}
