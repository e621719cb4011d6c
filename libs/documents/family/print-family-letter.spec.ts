/** The first letter that a family gets from the town, as another program reads it: in their language, and from their side. */
import { describe, expect, it } from '@jest/globals';
import { NOTICE_LANGUAGES } from '#domain/consent/notice-words/notice-words.js';
import { poppler, readPaper, wordsCarried } from '../../../test/support/paper.js';
import { letterWords } from './letter-words.js';
import { printFamilyLetter } from './print-family-letter.js';

const CODE = 'K7QFB-2MWD-9XRT';
const ADDRESS = 'samnav.ekvalla.se/familj';
const print = (language: string): Promise<Buffer> =>
  printFamilyLetter(
    {
      townName: 'Ekvalla kommun',
      name: 'Samira Granlycke',
      address: 'Ekvägen 3\n123 45 Ekvalla',
      code: CODE,
      expiresAt: new Date('2026-12-11T22:59:00Z'),
      madeAt: new Date('2026-11-27T12:00:00Z'),
      language,
    },
    ADDRESS,
  );

/** How many words begin or end at the margin from which lines of such a direction are read, and whether the code does. */
function atMargin(boxes: string, direction: 'ltr' | 'rtl'): { readonly words: number; readonly hasCode: boolean } {
  const words = [...boxes.matchAll(/<word xMin="([\d.]+)".*? xMax="([\d.]+)".*?>(.*?)<\/word>/g)].filter(
    ([, xMin, xMax]) =>
      direction === 'rtl' ? Math.abs(Number(xMax) - (PAPER - MARGIN)) < 3 : Math.abs(Number(xMin) - MARGIN) < 3,
  );
  return { words: words.length, hasCode: words.some(([, , , word]) => word === CODE) };
}

const PAPER = 595.28;
const MARGIN = 56;

(poppler ? describe : describe.skip)('a letter to a family', () => {
  it.each(NOTICE_LANGUAGES)('in %s says it in that language, with its code and its address whole', async (language) => {
    const pdf = await print(language);
    const { info, tree, text } = await readPaper(pdf);
    const { say } = letterWords(language);
    expect(info).toMatch(/Tagged:\s+yes/);
    // Arabic is drawn in forms of its letters and carries its words beside them, its stops apart.
    const plain = (said: string): string => said.replace(language === 'ar' ? /[^\u0600-\u06ff]|\u061f/g : /\s/g, '');
    const read = plain(language === 'ar' ? wordsCarried(pdf) : tree);
    for (const sentence of ['title', 'greeting', 'yourCode', 'identify', 'alone', 'questions'] as const)
      expect(read).toContain(plain(say(sentence)));
    expect(read).toContain(plain(say('where', { address: ADDRESS })));
    // The other program turns a day of its own accord in a paper that it takes for Arabic; see bidi-line.spec.
    for (const whole of [CODE, ADDRESS, ...(language === 'ar' ? [] : ['2026-12-10'])]) expect(text).toContain(whole);
  });

  it('begins at the right in Arabic, and at the left in every other language', async () => {
    for (const language of NOTICE_LANGUAGES) {
      const { boxes } = await readPaper(await print(language));
      const [own, other] = language === 'ar' ? (['rtl', 'ltr'] as const) : (['ltr', 'rtl'] as const);
      expect([language, atMargin(boxes, own)]).toEqual([language, { words: expect.any(Number), hasCode: true }]);
      expect(atMargin(boxes, own).words).toBeGreaterThan(4);
      expect(atMargin(boxes, other).words).toBeLessThan(4);
    }
  });

  it('to somebody whose language it has not is in Swedish', async () => {
    const { tree } = await readPaper(await print('xx'));
    expect(tree.replace(/\s+/g, '')).toContain('Vivillattduläsernågot');
  });
});
