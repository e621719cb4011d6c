/**
 * A group's plan on paper as one reader may have it: the young person's own picture of the future first, what leads there, who
 * does what, and what everyone has said to the newest version. What the reader may not have is neither there nor missed: a
 * part with nothing in it has no heading (OSL 26:1; [S1]).
 */
import { DRAWING_COLOURS, pathOf, PENS, SHEET, type Drawing } from '#domain/plan/drawing.js';
import { isCurrent, isUnderWay } from '#domain/plan/entry-states.js';
import type { ReleasedItem } from '#use-cases/gate/released.js';
import type { CopiedAnswer, CopiedEntry, PlanCopy } from '#use-cases/plan/plan-copy.js';
import { momentWords, wordOf } from '../hand-over/words.js';
import { GROUND, HOUSE } from '../minutes/words.js';
import { TaggedPage } from '../paper/tagged-page.js';
import { ANSWER, FAMILY, HOW, LISTED, NEED, RESULT, STATE, VERSION_STATE } from './words.js';

const COLUMNS = [
  { title: 'Insats', part: 0.34 },
  { title: 'Vad den ska leda till', part: 0.22 },
  { title: 'Vem', part: 0.18 },
  { title: 'När', part: 0.15 },
  { title: 'Läge', part: 0.11 },
] as const;

export function printPlan(copy: PlanCopy): Promise<Buffer> {
  const page = new TaggedPage({
    title: `Plan, ärende ${copy.caseNumber}`,
    language: 'sv',
    madeAt: copy.readAt,
  });
  writeHead(page, copy);
  writeMission(page, copy);
  writeMeasures(page, copy);
  for (const kind of Object.keys(LISTED)) writeListed(page, kind, copy);
  writeTried(page, copy);
  writeVersion(page, copy);
  return page.finish(footOf(copy));
}

const standing = ({ entries }: PlanCopy, kind: string): readonly CopiedEntry[] =>
  entries.filter((entry) => entry.kind === kind && isCurrent(entry.state));

function writeHead(page: TaggedPage, copy: PlanCopy): void {
  page.heading('H1', 'Planen');
  if (copy.about) page.paragraph(copy.about, { bold: true, large: true });
  page.paragraph(`${copy.formName.sv} · ärende ${copy.caseNumber}`);
  page.paragraph(`Så som ${copy.houseName} får ha den ${momentWords(copy.readAt)}.`);
}

function writeMission(page: TaggedPage, copy: PlanCopy): void {
  const [future] = standing(copy, 'future');
  if (future) {
    page.heading('H2', 'Min framtid');
    page.paragraph(future.item.content.text, { large: true });
    if (future.drawing) page.figure(figureOf(future.drawing));
    page.paragraph(sourceOf(future.item), { muted: true });
  }
  const [goals, steps] = [standing(copy, 'goal'), standing(copy, 'step')];
  if (goals.length + steps.length === 0) return;
  page.heading('H2', 'Delmål och steg');
  for (const goal of goals) {
    page.heading('H3', goal.item.content.text);
    page.paragraph(noteOf(reachedOf(goal), sourceOf(goal.item)), { muted: true });
    page.list(steps.filter(({ goalId }) => goalId === goal.id).map(stepLine));
  }
  // A step whose goal the reader does not have stands by itself, like any other.
  page.list(steps.filter(({ goalId }) => goalId === null || !goals.some(({ id }) => id === goalId)).map(stepLine));
}

/** Read by what it shows, in words of whoever drew it. */
const figureOf = ({ alt, strokes }: Drawing) => ({
  ...SHEET,
  alt: `Teckning: ${alt}`,
  lines: strokes.map((stroke) => ({
    path: pathOf(stroke),
    colour: DRAWING_COLOURS[stroke.colour],
    width: PENS[stroke.pen],
  })),
});

/** Whoever of the family does it stands first; the owner follows it up. */
const promiseOf = ({ promisedBy }: CopiedEntry): string | null =>
  promisedBy && [promisedBy.personName, wordOf(FAMILY, promisedBy.family)].filter(Boolean).join(', ');

const reachedOf = ({ state }: CopiedEntry): string => (state === 'reached' ? wordOf(STATE, state) : '');

const stepLine = (step: CopiedEntry) => ({
  text: step.item.content.text,
  note: noteOf(promiseOf(step), reachedOf(step), sourceOf(step.item)),
});

function writeMeasures(page: TaggedPage, copy: PlanCopy): void {
  const measures = standing(copy, 'measure').filter(({ state }) => isUnderWay(state));
  if (measures.length === 0) return;
  page.heading('H2', 'Insatser');
  page.table(
    COLUMNS,
    measures.map((one) => [
      linesOf(one.item.content.text, one.needArea && `Behov: ${wordOf(NEED, one.needArea)}`, sourceOf(one.item)),
      linesOf(one.aim, one.help && `Behöver hjälp med: ${one.help}`),
      linesOf(promiseOf(one), one.ownerName ?? 'Ingen ansvarar just nu', one.ownerUnitName, one.ownerHouse),
      linesOf(one.startsOn && `Börjar ${one.startsOn}`, one.followUpOn && `Följs upp ${one.followUpOn}`),
      wordOf(STATE, one.state),
    ]),
  );
  const followed = measures.flatMap(({ item, acts }) =>
    acts.flatMap(({ said, at, byName }) => (said ? [{ on: item, said, at, byName }] : [])),
  );
  if (followed.length === 0) return;
  page.heading('H3', 'Så har det gått');
  page.list(
    followed.map(({ on, said, at, byName }) => ({
      text: said.content.text,
      note: noteOf(`om ”${on.content.text}”`, byName, momentWords(at)),
    })),
  );
}

function writeListed(page: TaggedPage, kind: string, copy: PlanCopy): void {
  const entries = standing(copy, kind);
  if (entries.length === 0) return;
  page.heading('H2', wordOf(LISTED, kind));
  page.list(
    entries.map((entry) => ({
      text: entry.item.content.text,
      note: noteOf(
        promiseOf(entry),
        entry.watch && `håller ett öga på det: ${entry.watch}`,
        entry.needArea && `behov: ${wordOf(NEED, entry.needArea)}`,
        sourceOf(entry.item),
      ),
    })),
  );
}

/** With what came of it, for whoever proposes something anew. */
function writeTried(page: TaggedPage, { entries }: PlanCopy): void {
  const ended = entries.filter(({ kind, state }) => kind === 'measure' && state === 'ended');
  if (ended.length === 0) return;
  page.heading('H2', 'Prövat tidigare');
  page.list(
    ended.map(({ item, acts }) => {
      const end = acts.findLast(({ act }) => act === 'end');
      return {
        text: item.content.text,
        note: noteOf(end?.result && wordOf(RESULT, end.result), end?.said?.content.text, sourceOf(item)),
      };
    }),
  );
}

function writeVersion(page: TaggedPage, { newest }: PlanCopy): void {
  page.heading('H2', 'Version och svar');
  if (!newest) return page.paragraph('Planen är inte framlagd än.', { muted: true });
  page.paragraph(
    `Version ${newest.number}, framlagd av ${newest.putByName} ${momentWords(newest.putAt)}: ` +
      `${wordOf(VERSION_STATE, newest.state)}.`,
  );
  if (newest.changedSince) page.paragraph('Det som står här är planen som den är nu. Något är ändrat sedan versionen.');
  page.list(newest.answers.map(answerLine));
}

const answerLine = ({ house, family, personName, answer, how, said, answeredAt }: CopiedAnswer) => ({
  text: `${house ?? [personName, family && wordOf(FAMILY, family)].filter(Boolean).join(', ')}: ${
    answer ? wordOf(ANSWER, answer) : 'har inte svarat'
  }`,
  note: noteOf(how && wordOf(HOW, how), answeredAt && momentWords(answeredAt), said?.content.text),
});

/** Who has said it, and why the reader has it. */
const sourceOf = ({ giverHouse, ground }: ReleasedItem): string =>
  `från ${wordOf(HOUSE, giverHouse.kind)} · ${wordOf(GROUND, ground.id)}`;

const noteOf = (...parts: readonly (string | null | undefined)[]): string => parts.filter(Boolean).join(' · ');
const linesOf = (...parts: readonly (string | null)[]): string => parts.filter(Boolean).join('\n');

function footOf({ readerName, readerTitle, readAt, own, groundSource }: PlanCopy): string {
  const who = [readerName, readerTitle].filter(Boolean).join(', ');
  const ground = own ? 'egen verksamhet, tilldelat ärende (OSL 26:1)' : `det som lämnats ut (${groundSource})`;
  return `Uttagen av ${who}, ${momentWords(readAt)}. Grund: ${ground}. Innehåller sekretess.`;
}
