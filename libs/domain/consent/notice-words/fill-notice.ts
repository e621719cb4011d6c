/**
 * Fills the notice for one signer: the very words that are read on the page, stand on the paper and are signed, made of
 * the consent alone so that they are the same wherever they are shown (OSL 12:2; eIDAS 26). It takes the words, so that a
 * telephone downloads the language that is read and no other.
 */
import { calendarDate } from '../../kernel/civil-day.js';
import type { Instant } from '../../kernel/instant.js';
import { civilDayOf } from '../../kernel/stockholm.js';
import type { ConsentScope, Situation } from '../consent.js';
import type { NoticeWords } from './notice-words.js';

export interface NoticeAsked {
  readonly scope: ConsentScope;
  readonly situations: readonly Situation[];
  /** The first instant at which it no longer holds. */
  readonly validUntil: Instant;
  /** Why it may last longer than half a year, as the municipality has written it; null where it does not. */
  readonly longerReason: string | null;
  /** `authority/branch` → the name that families know. */
  readonly houseNames: ReadonlyMap<string, string>;
  /** Null where the reader is the one it is about, or may not be shown the name. */
  readonly givenName: string | null;
  readonly isAboutReader: boolean;
}

/** What fills the sentence, each part for itself, for a page that shows which have gone. */
export interface NoticeParts {
  readonly from: readonly string[];
  /** Null when everyone who may tell may also be told. */
  readonly to: readonly string[] | null;
  readonly person: string;
  readonly categories: readonly string[];
  readonly purposes: readonly string[];
  readonly until: string;
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

export function noticeParts(asked: NoticeAsked, words: NoticeWords): NoticeParts {
  const { scope } = asked;
  const named = (houses: readonly string[]): readonly string[] => [
    ...new Set(houses.map((house) => asked.houseNames.get(house) ?? house)),
  ];
  const mutual = scope.from.length === scope.to.length && scope.from.every((house) => scope.to.includes(house));
  return {
    from: named(scope.from),
    to: mutual ? null : named(scope.to),
    person: asked.isAboutReader ? words.you : (asked.givenName ?? words.theChild),
    categories: scope.categories.map((one) => words.categories[one]),
    purposes: scope.purposes.map((one) => words.purposes[one]),
    until: lastDay(asked.validUntil, words),
  };
}

export function fillNotice(asked: NoticeAsked, words: NoticeWords): WrittenNotice {
  const parts = noticeParts(asked, words);
  const said = fill(words.sentence, {
    from: listed(parts.from, words),
    to: parts.to === null ? words.eachOther : listed(parts.to, words),
    person: parts.person,
    categories: parts.categories.join(words.comma),
    purposes: listed(parts.purposes, words),
    until: parts.until,
  });
  const longer = longerWords(asked, words);
  const sentence = longer === null ? said : `${said} ${longer}`;
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

/** Beside the last day, for a page that shows each part for itself; null where it lasts half a year at the most. */
export const longerWords = ({ longerReason }: Pick<NoticeAsked, 'longerReason'>, words: NoticeWords): string | null =>
  longerReason === null ? null : fill(words.longer, { reason: longerReason });

const fill = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);

/** `a, b och c`; Arabic writes its “and” together with the word after it. */
export function listed(texts: readonly string[], { and, comma }: Pick<NoticeWords, 'and' | 'comma'>): string {
  if (texts.length < 2) return texts.join('');
  const last = texts[texts.length - 1] ?? '';
  return `${texts.slice(0, -1).join(comma)} ${and}${and === 'و' ? '' : ' '}${last}`;
}

/** The day before the instant at which it ends. */
function lastDay(until: Instant, { months }: NoticeWords): string {
  const { year, month, day } = calendarDate(civilDayOf(until - 1));
  return `${day} ${months[month - 1]} ${year}`;
}
