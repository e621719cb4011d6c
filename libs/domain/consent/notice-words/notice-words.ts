/**
 * The notice in the languages of families: the same sentences as NOTICE_TEXT, which decides, with words for what is told,
 * why and when that a twelve-year-old knows ([S1]: clear language; ISO/IEC TS 27560: notice language).
 */
import type { Category, Purpose } from '../../disclosure/vocabulary.js';
import type { Situation } from '../consent.js';

/** `sv-simple` is easy-read Swedish. */
export const NOTICE_LANGUAGES = ['sv', 'sv-simple', 'en', 'ar', 'so'] as const;
export type NoticeLanguage = (typeof NOTICE_LANGUAGES)[number];

export const isNoticeLanguage = (word: string): word is NoticeLanguage =>
  (NOTICE_LANGUAGES as readonly string[]).includes(word);

export interface NoticeWords {
  readonly title: string;
  readonly sentence: string;
  readonly situations: string;
  readonly no: string;
  readonly withdraw: string;
  readonly duties: string;
  readonly seen: string;
  /** After the sentence, where it lasts longer than half a year: why, in the municipality's own words. */
  readonly longer: string;
  readonly categories: Readonly<Record<Category, string>>;
  /** After “because” or “to”. */
  readonly purposes: Readonly<Record<Purpose, string>>;
  readonly situation: Readonly<Record<Situation, string>>;
  /** When everyone who may tell may also be told. */
  readonly eachOther: string;
  readonly you: string;
  readonly theChild: string;
  readonly and: string;
  readonly comma: string;
  readonly months: readonly string[];
  readonly standsAs: Readonly<Record<'subject' | 'guardian', string>>;
  readonly eId: string;
  /** Written by a machine: waits for a translator's review, and says so where it is shown. */
  readonly unreviewed: boolean;
}
