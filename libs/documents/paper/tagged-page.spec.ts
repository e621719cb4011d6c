import { describe, expect, it } from '@jest/globals';
import { TaggedPage } from './tagged-page.js';

const paper = async (text: string): Promise<string> => {
  const page = new TaggedPage({ title: 'Provtext', language: 'sv', madeAt: new Date(0), unchanging: true });
  page.paragraph(text);
  return (await page.finish('')).toString('latin1');
};

/** What the drawn letters are read as, in code points, as the paper itself tells its reader. */
const readAs = (pdf: string): string[] =>
  [...pdf.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)].flatMap(([, ranges]) =>
    [...(ranges ?? '').matchAll(/<([0-9a-f]{4})>(?=[ \]])/gi)].map(([, point]) => (point ?? '').toLowerCase()),
  );

describe('a paper', () => {
  it('says every letter to who has it read aloud, whatever papers were made before it', async () => {
    // Å is drawn of A and a ring: this is where A is first met.
    await paper('Å');
    const after = await paper('ABC');
    for (const letter of ['A', 'B', 'C'])
      expect(readAs(after)).toContain(letter.codePointAt(0)?.toString(16).padStart(4, '0'));
  });

  it('is the same to the last byte after any other', async () => {
    const before = await paper('Ängen vid Åsa');
    await paper('Annat, av andra bokstäver: qwxyz ÄÅÖ');
    expect(await paper('Ängen vid Åsa')).toBe(before);
  });
});
