/** The letter's sentences in every language that families are met in; a language that is not here is met in Swedish. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { isNoticeLanguage, type NoticeLanguage } from '#domain/consent/notice-words/notice-words.js';
import type { Direction } from '../paper/bidi-line.js';

type Sentence = 'title' | 'greeting' | 'where' | 'yourCode' | 'until' | 'identify' | 'alone' | 'questions' | 'page';

interface LetterWords {
  /** The language of the paper, for those who have it read to them. */
  readonly tag: string;
  readonly direction: Direction;
  readonly say: (sentence: Sentence, filling?: Readonly<Record<string, string | number>>) => string;
}

const folder = path
  .dirname(fileURLToPath(import.meta.url))
  .replace(`${path.sep}dist${path.sep}libs`, `${path.sep}libs`);
const catalogue = JSON.parse(readFileSync(path.join(folder, 'letter.json'), 'utf8')) as Readonly<
  Record<NoticeLanguage, Readonly<Record<Sentence, string>>>
>;

const SPOKEN: Readonly<Record<NoticeLanguage, Pick<LetterWords, 'tag' | 'direction'>>> = {
  sv: { tag: 'sv-SE', direction: 'ltr' },
  'sv-simple': { tag: 'sv-SE', direction: 'ltr' },
  en: { tag: 'en-GB', direction: 'ltr' },
  ar: { tag: 'ar', direction: 'rtl' },
  so: { tag: 'so', direction: 'ltr' },
};

export function letterWords(language: string): LetterWords {
  const known = isNoticeLanguage(language) ? language : 'sv';
  return {
    ...SPOKEN[known],
    say: (sentence, filling = {}) =>
      catalogue[known][sentence].replace(/{{(\w+)}}/g, (_, hole: string) => String(filling[hole] ?? '')),
  };
}
