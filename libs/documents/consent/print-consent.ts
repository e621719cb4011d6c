/**
 * The consent as the accessible paper that is signed: one sentence first, then who, what, when, until when, what happens
 * otherwise. The same record gives the same bytes, so the hash that a person signs is the hash of what they were shown
 * (eIDAS 26; EN 301 549, PDF/UA).
 */
import { createHash } from 'node:crypto';
import { calendarDate, parseCivilDay, type CivilDay } from '#domain/kernel/civil-day.js';
import { DAY } from '#domain/kernel/instant.js';
import { stockholmOffset } from '#domain/kernel/stockholm.js';
import { TaggedPage } from '../paper/tagged-page.js';
import type { ConsentDocument, DocumentSigner } from './consent-document.js';
import { CONSENT_WORDS, languageTag, type ConsentWords } from './words.js';

export interface PrintedConsent {
  readonly pdf: Buffer;
  /** `sha-256:<hex>` of the PDF: what is signed unseen beside the sentence that is read. */
  readonly hash: string;
}

export async function printConsent(consent: ConsentDocument): Promise<PrintedConsent> {
  const words = CONSENT_WORDS[consent.language];
  const page = new TaggedPage({
    title: consent.title,
    language: languageTag(consent.language),
    madeAt: consent.madeAt,
    direction: consent.language === 'ar' ? 'rtl' : 'ltr',
    large: true,
    unchanging: true,
  });
  page.heading('H1', consent.title);
  page.paragraph(consent.sentence, { bold: true, large: true });
  if (words.review) page.paragraph(words.review, { muted: true });
  writeWhoAndWhat(page, consent, words);
  writeFreedom(page, consent, words);
  writeSigners(page, consent, words);
  page.paragraph(`${words.notice(consent.notice.version)} ${consent.notice.hash}.`, { muted: true });
  const pdf = await page.finish(consent.reference, words.page);
  return { pdf, hash: `sha-256:${createHash('sha256').update(pdf).digest('hex')}` };
}

function writeWhoAndWhat(page: TaggedPage, consent: ConsentDocument, words: ConsentWords): void {
  page.heading('H2', words.about);
  page.paragraph(consent.about);
  page.heading('H2', words.parties);
  page.list(consent.parties.map(({ name, direction }) => ({ text: name, note: words.direction[direction] })));
  page.heading('H2', words.categories);
  page.list(lines(consent.categories));
  if (consent.situations.length > 0) {
    page.heading('H2', words.situations);
    page.list(lines(consent.situations));
  }
  page.heading('H2', words.period);
  page.paragraph(words.fromUntil(dayWords(consent.period.from, words), dayWords(consent.period.until, words)));
}

function writeFreedom(page: TaggedPage, consent: ConsentDocument, words: ConsentWords): void {
  const parts = [
    [words.ifYouSayNo, consent.ifYouSayNo],
    [words.cannotBeStopped, consent.cannotBeStopped],
    [words.howToWithdraw, consent.howToWithdraw],
  ] as const;
  for (const [heading, sentences] of parts) {
    page.heading('H2', heading);
    for (const sentence of sentences) page.paragraph(sentence);
  }
}

function writeSigners(page: TaggedPage, consent: ConsentDocument, words: ConsentWords): void {
  page.heading('H2', words.signers);
  page.list(
    consent.signers.map((signer) => ({ text: `${signer.name}, ${signer.role}`, note: stateWords(signer, words) })),
  );
}

const stateWords = ({ state, at, method }: DocumentSigner, words: ConsentWords): string =>
  [words.state[state], method, at && momentWords(at, words)].filter(Boolean).join(' · ');

const lines = (texts: readonly string[]): { text: string }[] => texts.map((text) => ({ text }));

const dayWords = (day: string, words: ConsentWords): string => {
  const civil = parseCivilDay(day);
  return civil === undefined ? day : dateWords(civil, words);
};

const momentWords = (at: Date, words: ConsentWords): string => {
  const local = at.getTime() + stockholmOffset(at.getTime());
  const clock = new Date(local).toISOString().slice(11, 16);
  return `${dateWords(Math.floor(local / DAY), words)} ${clock}`;
};

const dateWords = (civil: CivilDay, { months }: ConsentWords): string => {
  const { year, month, day } = calendarDate(civil);
  return `${day} ${months[month - 1]} ${year}`;
};
