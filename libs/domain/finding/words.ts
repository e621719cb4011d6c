/** The words of a text with where they stand, and whether they begin a sentence. */

export interface Word {
  readonly text: string;
  readonly lower: string;
  readonly from: number;
  readonly to: number;
  /** Written with a capital, an article before it not counted: al-Masri. */
  readonly capital: boolean;
  /** BUP, ICA: letters that stand for words. */
  readonly isInitials: boolean;
  readonly beginsSentence: boolean;
}

const WORD = /\p{L}[\p{L}\p{M}]*(?:[-'’][\p{L}\p{M}]+)*/gu;
const ARTICLE = /^(?:al|el|ul|ar|as|ash|an|at|az|ad)-(?=\p{Lu})/u;
const SENTENCE_END = /(?:^|[.!?:;\n•–—»”"(-])\s*$/u;

export const wordsOf = (text: string): readonly Word[] =>
  [...text.matchAll(WORD)].map((match) => {
    const word = match[0];
    const from = match.index;
    const bare = word.replace(ARTICLE, '');
    return {
      text: word,
      lower: word.toLowerCase(),
      from,
      to: from + word.length,
      capital: /^\p{Lu}/u.test(bare),
      isInitials: word.length > 1 && word.length < 6 && word === word.toUpperCase(),
      beginsSentence: SENTENCE_END.test(text.slice(Math.max(0, from - 4), from)),
    };
  });

/** Whether two words stand beside each other with nothing but a space or a hyphen between them. */
export const areNeighbours = (text: string, one: Word, next: Word): boolean =>
  /^(?: {1,2}|\s?-\s?)$/.test(text.slice(one.to, next.from));

/** The words just before a place in the text, nearest last. */
export const wordsBefore = (text: string, at: number, most: number): readonly string[] =>
  [...text.slice(Math.max(0, at - 60), at).matchAll(WORD)].slice(-most).map(([word]) => word.toLowerCase());
