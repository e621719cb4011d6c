/** The notice's words in the reader's language, each language a download of its own, from the rules that write what is signed. */
import type { NoticeWords } from '#domain/consent/notice-words/notice-words.js';
import type { Language } from './language.js';

const WORDS: Readonly<Record<Language, () => Promise<NoticeWords>>> = {
  sv: async () => (await import('#domain/consent/notice-words/sv.js')).SV,
  'sv-simple': async () => (await import('#domain/consent/notice-words/sv.js')).SV_SIMPLE,
  en: async () => (await import('#domain/consent/notice-words/en.js')).EN,
  ar: async () => (await import('#domain/consent/notice-words/ar.js')).AR,
  so: async () => (await import('#domain/consent/notice-words/so.js')).SO,
};

export const noticeWordsOf = (language: Language): Promise<NoticeWords> => WORDS[language]();
