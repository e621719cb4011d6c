/** The paper that is signed, read by another program: what it says, in which order, and that it never comes out otherwise. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { poppler, wordsCarried } from '../../../test/support/paper.js';
import { DOCUMENT_LANGUAGES, type ConsentDocument } from './consent-document.js';
import { printConsent } from './print-consent.js';
import { CONSENT_WORDS } from './words.js';

const folder = mkdtempSync(path.join(tmpdir(), 'samnav-consent-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const swedish: ConsentDocument = {
  reference: 'Samtycke 4711, version 2',
  language: 'sv',
  title: 'Samtycke till att prata om Elias',
  sentence: 'Socialtjänsten får prata med skolan och polisen om Elias skola och fritid till och med 27 maj 2027.',
  about: 'Elias Kvarnhed',
  parties: [
    { name: 'Socialtjänsten, Ekvalla', direction: 'both' },
    { name: 'Björkskolan', direction: 'both' },
    { name: 'Polisen, Ekvalla', direction: 'gets' },
  ],
  categories: ['Skola: frånvaro och resultat', 'Fritid'],
  situations: ['På möten i gruppen kring Elias', 'När en plan ska följas upp'],
  period: { from: '2026-11-27', until: '2027-05-27' },
  ifYouSayNo: ['Inget dåligt händer. Ni får hjälp ändå.'],
  cannotBeStopped: ['Den som är orolig för ett barn måste anmäla det till socialtjänsten.'],
  howToWithdraw: ['Säg till när som helst, eller tryck på Ta tillbaka på din sida.'],
  notice: { version: '3', hash: `sha-256:${'0f'.repeat(32)}` },
  signers: [
    {
      name: 'Sanna Kvarnhed',
      role: 'vårdnadshavare',
      state: 'signed',
      at: new Date('2026-11-27T22:40:00Z'),
      method: 'BankID',
    },
    { name: 'Elias Kvarnhed', role: 'barn, 15 år', state: 'waiting', at: null, method: null },
  ],
  madeAt: new Date('2026-11-27T12:00:00Z'),
};

const arabic: ConsentDocument = {
  ...swedish,
  language: 'ar',
  title: 'موافقة على الحديث عن نورا',
  sentence: 'يُسمح للخدمات الاجتماعية (Socialtjänsten) بالتحدث مع المدرسة عن نورا حتى 27 مايو 2027.',
  about: 'نورا Granlycke',
  parties: [{ name: 'الخدمات الاجتماعية، Ekvalla', direction: 'both' }],
  categories: ['المدرسة: الغياب 60 %', 'أوقات الفراغ'],
  situations: ['في اجتماعات المجموعة'],
  ifYouSayNo: ['لن يحدث أي شيء سيئ.'],
  cannotBeStopped: ['من يقلق على طفل يجب أن يبلغ.'],
  howToWithdraw: ['أخبرنا في أي وقت على 070-174 06 05.'],
  signers: [{ name: 'Samira Granlycke', role: 'وصية', state: 'not-shown', at: null, method: null }],
};

let written = 0;
function ask(program: string, pdf: Buffer, ...flags: string[]): string {
  const file = path.join(folder, `${(written += 1)}.pdf`);
  writeFileSync(file, pdf);
  return execFileSync(program, [...flags, file, ...(program === 'pdftotext' ? ['-'] : [])], { encoding: 'utf8' });
}

const words = (text: string): string => text.replace(/\s+/g, ' ');

describe('a printed consent', () => {
  it('is the same to the last byte, whenever it is printed', async () => {
    const one = await printConsent(swedish);
    // Others between them leave no trace.
    await printConsent(arabic);
    const two = await printConsent({ ...swedish, madeAt: new Date(swedish.madeAt) });
    expect(one.pdf.equals(two.pdf)).toBe(true);
    expect(one.hash).toBe(`sha-256:${createHash('sha256').update(one.pdf).digest('hex')}`);
  });

  it.each<[string, Partial<ConsentDocument>]>([
    ['a party less', { parties: swedish.parties.slice(1) }],
    ['a day more', { period: { from: '2026-11-27', until: '2027-05-28' } }],
    ['a letter changed', { sentence: swedish.sentence.replace('skolan', 'skolan,') }],
    ['another notice', { notice: { ...swedish.notice, version: '4' } }],
    ['another version of the consent', { reference: 'Samtycke 4711, version 3' }],
    ['a signature more', { signers: swedish.signers.map((one) => ({ ...one, state: 'signed' as const })) }],
    ['another language', { language: 'en' }],
  ])('with %s has another hash', async (_, change) => {
    expect((await printConsent({ ...swedish, ...change })).hash).not.toBe((await printConsent(swedish)).hash);
  });
});

(poppler ? describe : describe.skip)('a printed consent, read by another program', () => {
  it('says everything that was agreed, first things first', async () => {
    const text = words(ask('pdftotext', (await printConsent(swedish)).pdf));
    const order = [
      swedish.title,
      swedish.sentence,
      'Vem det gäller',
      'Vilka som får prata med varandra',
      'Polisen, Ekvalla får veta',
      'Vad de får prata om',
      'Hur länge',
      'Från och med 27 november 2026 till och med 27 maj 2027.',
      'Om du säger nej',
      'Det här går inte att stoppa',
      'Om du ångrar dig',
      'Sanna Kvarnhed, vårdnadshavare har skrivit under · BankID · 27 november 2026 23:40',
      'inte undertecknat än',
    ].map((part) => text.indexOf(part.replace(/^(Polisen, Ekvalla) /, '$1 ')));
    expect(order.filter((at) => at < 0)).toEqual([]);
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(text).toContain('Samtycke 4711, version 2');
    expect(text).toContain('Sida 1 av');
  });

  it('is tagged for those who listen: title, headings, paragraphs, lists and their labels', async () => {
    const { pdf } = await printConsent(swedish);
    const info = ask('pdfinfo', pdf);
    expect(info).toMatch(/Title:\s+Samtycke till att prata om Elias/);
    expect(info).toMatch(/Tagged:\s+yes/);
    const tree = ask('pdfinfo', pdf, '-struct-text');
    for (const tag of ['Document', 'H1', 'H2', 'P', 'L', 'LI', 'Lbl', 'LBody'])
      expect(tree).toMatch(new RegExp(`^ *${tag}\\b`, 'm'));
    expect(words(tree)).toContain(swedish.title);
    // What only decorates is not read: the foot stands on the page and not in the tree.
    expect(tree).not.toContain('Sida 1');
    expect(ask('pdfinfo', pdf, '-meta')).toContain('<pdfuaid:part>1</pdfuaid:part>');
  });

  it.each([...DOCUMENT_LANGUAGES])(
    'in %s says by which voice it is read, and embeds every letter',
    async (language) => {
      const { pdf } = await printConsent({ ...(language === 'ar' ? arabic : swedish), language });
      expect(pdf.toString('latin1')).toContain(
        `/Lang (${{ sv: 'sv-SE', 'sv-simple': 'sv-SE', en: 'en-GB', ar: 'ar', so: 'so' }[language]})`,
      );
      const fonts = ask('pdffonts', pdf).trim().split('\n').slice(2);
      expect(fonts.length).toBeGreaterThan(0);
      for (const font of fonts) expect(font).toMatch(/Noto.*\byes\s+yes\s+yes\b/);
    },
  );

  it('says where no translator has read it', async () => {
    expect(words(ask('pdftotext', (await printConsent({ ...swedish, language: 'so' })).pdf))).toContain(
      'Turjumaan weli',
    );
    expect(CONSENT_WORDS.sv.review).toBeNull();
  });

  it('in Arabic carries its own words in the order in which they are read, beside Latin names and numbers', async () => {
    const { pdf } = await printConsent(arabic);
    const carried = wordsCarried(pdf);
    for (const part of ['موافقة على الحديث عن نورا', 'لن يحدث أي شيء سيئ', 'من يقلق على طفل يجب أن يبلغ'])
      expect(carried).toContain(part);
    // Another program finds every letter, and reads names, numbers and telephone numbers as they are written.
    const text = words(ask('pdftotext', pdf).replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, ''));
    for (const part of ['Granlycke', '070-174 06 05', '60 %', 'Samtycke 4711, version 2', 'Socialtjänsten'])
      expect(text).toContain(part);
    expect([...text].filter((sign) => sign === 'خ').length).toBeGreaterThan(0);
    const tree = ask('pdfinfo', pdf, '-struct');
    expect(tree).toMatch(/^ *Span \(inline\)/m);
  });

  it('turns its pages without losing a line', async () => {
    const many = Array.from({ length: 120 }, (_, at) => `Rad nummer ${at + 1} av det som får sägas`);
    const { pdf } = await printConsent({ ...swedish, categories: many });
    expect(Number(/Pages:\s+(\d+)/.exec(ask('pdfinfo', pdf))?.[1])).toBeGreaterThan(3);
    const text = words(ask('pdftotext', pdf));
    expect(many.filter((line) => !text.includes(line))).toEqual([]);
  });
});
