/** The consent as the paper that one signer signs; its bytes are kept, so that the hash that was signed is theirs (eIDAS 26). */
import { createHash } from 'node:crypto';
import type { ConsentPaper } from '#use-cases/family/consent-printer.port.js';
import { TaggedPage } from '../paper/tagged-page.js';

export async function printSignedPaper(paper: ConsentPaper): Promise<{ readonly pdf: Buffer; readonly hash: string }> {
  const page = new TaggedPage({ title: paper.title, language: paper.language, madeAt: paper.madeAt });
  page.heading('H1', paper.title);
  page.paragraph(paper.sentence, { bold: true, large: true });
  page.paragraph(paper.about);
  for (const { name } of paper.parties) page.paragraph(name);
  for (const text of [...paper.categories, ...paper.situations]) page.paragraph(text);
  for (const text of [...paper.ifYouSayNo, ...paper.cannotBeStopped, ...paper.howToWithdraw]) page.paragraph(text);
  for (const { name, role } of paper.signers) page.paragraph(`${name}, ${role}`);
  page.paragraph(`${paper.notice.version} ${paper.notice.hash}`, { muted: true });
  const pdf = await page.finish(paper.reference);
  return { pdf, hash: `sha-256:${createHash('sha256').update(pdf).digest('hex')}` };
}
