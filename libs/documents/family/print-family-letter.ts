/**
 * The letter with a code: who it is to, where one types it, until when, and nothing of what it is about, since letters are
 * opened by others (OSL 26:1). The code stands on paper alone.
 */
import { formatCivilDay } from '#domain/kernel/civil-day.js';
import { civilDayOf } from '#domain/kernel/stockholm.js';
import type { FamilyLetter } from '#use-cases/family/send-family-link.js';
import { TaggedPage } from '../paper/tagged-page.js';
import { letterWords } from './letter-words.js';

/** `address` is where the code is typed, as a person writes it. */
export async function printFamilyLetter(letter: FamilyLetter, address: string): Promise<Buffer> {
  const { say, tag, direction } = letterWords(letter.language);
  const title = say('title');
  const page = new TaggedPage({ title, language: tag, direction, madeAt: letter.madeAt, large: true });
  page.paragraph(letter.townName, { muted: true });
  page.paragraph(letter.name, { bold: true });
  for (const line of (letter.address ?? '').split('\n').filter(Boolean)) page.paragraph(line);
  page.heading('H1', title);
  page.paragraph(say('greeting'));
  page.paragraph(say('where', { address }), { bold: true });
  page.heading('H2', say('yourCode'));
  page.paragraph(letter.code, { bold: true, large: true });
  // The last whole day on which it works.
  page.paragraph(say('until', { day: formatCivilDay(civilDayOf(letter.expiresAt.getTime()) - 1) }));
  page.paragraph(say('identify'));
  page.paragraph(say('alone'));
  page.paragraph(say('questions'));
  return page.finish(letter.townName, (number, of) => say('page', { page: number, of }));
}
