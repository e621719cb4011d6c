/** The notice in any language, for the server, which has all of them at hand. */
import type { Category } from '../../disclosure/vocabulary.js';
import { AR } from './ar.js';
import { EN } from './en.js';
import { fillNotice, type NoticeAsked, type WrittenNotice } from './fill-notice.js';
import type { NoticeLanguage, NoticeWords } from './notice-words.js';
import { SO } from './so.js';
import { SV, SV_SIMPLE } from './sv.js';

export type { NoticeAsked, WrittenNotice } from './fill-notice.js';

export const NOTICE_WORDS: Readonly<Record<NoticeLanguage, NoticeWords>> = {
  sv: SV,
  'sv-simple': SV_SIMPLE,
  en: EN,
  ar: AR,
  so: SO,
};

export const writeNotice = (asked: NoticeAsked, language: NoticeLanguage): WrittenNotice =>
  fillNotice(asked, NOTICE_WORDS[language]);

export const categoryWords = (categories: readonly Category[], language: NoticeLanguage): string[] =>
  categories.map((one) => NOTICE_WORDS[language].categories[one]);

/** Everything that is read before signing, a paragraph each: what stands in the app above the button. */
export const noticeAsText = (notice: WrittenNotice): string =>
  [notice.title, notice.sentence, notice.situations, notice.no, notice.withdraw, notice.duties, notice.seen].join(
    '\n\n',
  );
