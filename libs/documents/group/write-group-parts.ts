/** What a group's papers hold besides the group itself: a place's week, assessments that were ordered, how many groups there are, and names by hand. */
import type { FormDocument } from '#domain/form/form.js';
import type { ToldCount } from '#domain/area/told-count.js';
import type { AreaPage } from '#use-cases/area/read-area.js';
import type { GroupDocumentTakenOut } from '#use-cases/group/take-out-group-document.js';
import { momentWords, wordOf } from '../hand-over/words.js';
import type { TaggedPage } from '../paper/tagged-page.js';
import { INSTRUMENT, LEVEL, STANDING } from './words.js';

/** Who has put their name to it is what makes such a paper hold. */
const SIGNED: readonly FormDocument[] = ['agreement', 'contract', 'conditions'];
const BY_FAMILY: readonly FormDocument[] = ['contract', 'conditions'];

export function writeWeek(page: TaggedPage, week: AreaPage): void {
  const { terms, sketch, number, closed } = week;
  const placeOf = (slug: string): string => sketch?.places.find((one) => one.slug === slug)?.name ?? slug;
  const phenomenonOf = (id: string | null): string => terms.phenomena.find((one) => one.id === id)?.name.sv ?? id ?? '';
  page.heading('H2', `Lägesbild, vecka ${number.week} ${number.year}`);
  page.paragraph(
    closed ? `Veckan stängdes av ${closed.byName}, ${momentWords(closed.at)}.` : 'Veckan är inte stängd än.',
    { muted: true },
  );
  if (week.places.length === 0) page.paragraph('Inget är iakttaget under veckan.');
  page.list(
    week.places.map(({ place, told, byPhenomenon, before }) => ({
      text: `${placeOf(place)}: ${countWords(told)} (veckan före: ${countWords(before)})`,
      note: byPhenomenon.map((one) => `${phenomenonOf(one.phenomenon)}: ${countWords(one.told)}`).join(' · '),
    })),
  );
  page.heading('H3', 'Insatser på platserna');
  if (week.measures.length === 0) page.paragraph('Ingen insats är beslutad.');
  page.list(
    week.measures.map(({ row, late }) => ({
      text: `${placeOf(row.place)}: ${row.what ?? 'texten är borttagen'}`,
      note: [
        `${row.ownerName}, ${row.ownerBranchName}`,
        `klart senast ${row.dueOn}${late ? ', försenad' : ''}`,
        row.result ?? '',
      ]
        .filter(Boolean)
        .join(' · '),
    })),
  );
  if (week.silent.length > 0)
    page.paragraph(`Har inte berättat något under veckan: ${week.silent.join(', ')}.`, { muted: true });
}

const countWords = ({ count, fewMore }: ToldCount): string =>
  fewMore ? (count === 0 ? 'färre än tre' : `${count} och några till`) : `${count}`;

export function writeAssessments(page: TaggedPage, { assessments }: GroupDocumentTakenOut): void {
  if (assessments.length === 0) return;
  page.heading('H2', 'Bedömningar med instrument');
  page.list(
    assessments.map(({ order, result }) => {
      const { level, assessedOn } = (result?.content.data ?? {}) as { level?: string; assessedOn?: string };
      const found = result
        ? `${wordOf(LEVEL, level ?? 'no-level')}. ${result.content.text}`
        : 'resultatet är stängt för den som skriver ut';
      const stands = order.withdrawnAt
        ? 'återtagen'
        : order.doneAt
          ? found
          : `beställd, ska vara klar ${momentWords(order.dueAt)}`;
      return {
        text: `${wordOf(INSTRUMENT, order.instrument)}: ${stands}`,
        note: [
          `bedömare ${order.assessorName}`,
          assessedOn ? `bedömd ${assessedOn}` : '',
          `beställd av ${order.orderedByName}, ${momentWords(order.orderedAt)}`,
        ]
          .filter(Boolean)
          .join(' · '),
      };
    }),
  );
}

export function writeCounts(page: TaggedPage, { counts, document }: GroupDocumentTakenOut): void {
  if (document !== 'statistics') return;
  page.heading('H2', 'Grupper i verksamheten');
  page.paragraph(
    'Alla grupper i verksamheten är räknade. Ett antal under tre står som färre än tre och är inte med i någon summa, så att ingen går att räkna fram.',
    { muted: true },
  );
  if (counts.length === 0) page.paragraph('Inga grupper finns att räkna.');
  page.list(
    counts.map(({ formName, all, standings }) => ({
      text: `${formName}: ${countWords(all)}`,
      note: standings
        .map(({ standing, told }) => `${STANDING[standing].toLowerCase()} ${countWords(told)}`)
        .join(' · '),
    })),
  );
}

export function writeSignatures(page: TaggedPage, { document, page: group }: GroupDocumentTakenOut): void {
  if (!SIGNED.includes(document)) return;
  page.heading('H2', 'Underskrifter');
  page.signatures([
    ...(BY_FAMILY.includes(document) && group.group.caseId !== null
      ? [{ text: 'Den unga' }, { text: 'Vårdnadshavare' }]
      : []),
    ...group.members
      .filter(({ endsAt, hasLeft, mandate }) => endsAt === null && !hasLeft && mandate !== 'listens')
      .map(({ name, unitName, branchName }) => ({ text: name, note: `${unitName}, ${branchName}` })),
  ]);
}
