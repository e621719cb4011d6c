/**
 * A paper of a group's form, as the group stands for the one who prints it: who takes part, what was decided at the steps that
 * leave this paper behind, and how far the work has come. Reasons that the gate did not release are told as closed (OSL 26:1).
 */
import type { CollaborationForm } from '#domain/form/form.js';
import type { GroupDocumentTakenOut } from '#use-cases/group/take-out-group-document.js';
import type { GroupPage } from '#use-cases/group/read-group.js';
import { momentWords } from '../hand-over/words.js';
import { TaggedPage } from '../paper/tagged-page.js';
import { MANDATE, STANDING } from './words.js';
import { writeAssessments, writeCounts, writeSignatures, writeWeek } from './write-group-parts.js';

export function printGroupDocument(taken: GroupDocumentTakenOut): Promise<Buffer> {
  const { page: group, name, printedBy, printedAt } = taken;
  const page = new TaggedPage({ title: `${name}, ${group.form.name.sv}`, language: 'sv', madeAt: printedAt });
  page.heading('H1', name);
  page.paragraph(aboutOf(group), { bold: true, large: true });
  page.paragraph(`${group.form.name.sv} · ${STANDING[group.group.standing]}`);
  writeRegister(page, taken);
  if (taken.week) writeWeek(page, taken.week);
  writeCounts(page, taken);
  writeDecided(page, taken);
  writeAssessments(page, taken);
  writeMembers(page, group);
  writeSteps(page, group);
  writeSignatures(page, taken);
  const secret = group.group.caseId === null ? '' : ' Innehåller sekretess.';
  return page.finish(`Utskriven av ${printedBy}, ${momentWords(printedAt)}. Grund: ${groundOf(group)}.${secret}`);
}

/** A form without persons stands on no ground for what is said of them; it has none. */
const groundOf = ({ form, own }: GroupPage): string =>
  form.level === 'none' ? 'inga personuppgifter' : `${form.ground.source}${own ? ', egen verksamhet' : ''}`;

function writeRegister(page: TaggedPage, { page: group, name, printedAt }: GroupDocumentTakenOut): void {
  const { caseNumber, coordinatorName, branchName, formedAt, lastMetAt, closedAt, level } = group.group;
  page.heading('H2', 'Registrering');
  page.list([
    { text: `Handling: ${name}` },
    { text: 'Diarienummer: anges när handlingen registreras' },
    ...(caseNumber === null ? [] : [{ text: `Ärende: ${caseNumber}` }]),
    { text: `Upprättad: ${momentWords(printedAt)}, hos ${branchName}` },
    { text: `Ansvarig: ${coordinatorName}` },
    ...(formedAt ? [{ text: `Gruppen bildades: ${momentWords(formedAt)}` }] : []),
    ...(lastMetAt ? [{ text: `Senaste mötet: ${momentWords(lastMetAt)}` }] : []),
    ...(closedAt ? [{ text: `Avslutad: ${momentWords(closedAt)}` }] : []),
    {
      text: `Handlingen rör: ${level === 'none' ? 'samverkan utan personuppgifter om enskilda' : 'samverkan om en enskild'}`,
    },
    { text: `Grund: ${groundOf(group)}` },
  ]);
}

function aboutOf({ group, person, nomination }: GroupPage): string {
  if (person) return `${person.givenName} ${person.familyName}, född ${person.born}`;
  return nomination?.content.text ?? group.area ?? 'Namnet är stängt för den som skriver ut.';
}

/** The steps that leave this paper behind; every step where no step of the form does. */
function writeDecided(page: TaggedPage, { page: group, document }: GroupDocumentTakenOut): void {
  const leaving = group.form.steps.filter((step) => step.document === document).map(({ step }) => step);
  const acts = group.acts.filter(({ act, word }) => act === 'step' && (leaving.length === 0 || leaving.includes(word)));
  page.heading('H2', 'Vad som är beslutat och gjort');
  if (acts.length === 0) return page.paragraph('Inget är antecknat än.');
  page.list(
    acts.map(({ word, itemId, byName, at }) => ({
      text: [nameOf(group.form, word), itemId === null ? '' : (group.said.get(itemId)?.content.text ?? CLOSED)]
        .filter(Boolean)
        .join(': '),
      note: `${byName}, ${momentWords(at)}`,
    })),
  );
}

const CLOSED = 'skälen är stängda för den som skriver ut';

function writeMembers(page: TaggedPage, { members, group }: GroupPage): void {
  page.heading('H2', 'Vilka som är med');
  const here = members.filter(({ endsAt, hasLeft }) => endsAt === null && !hasLeft);
  if (here.length === 0) return page.paragraph('Ingen har en plats än.');
  page.list(
    here.map(({ name, unitName, branchName, mandate, staffId, deputyFor }) => ({
      text: name,
      note: [
        `${unitName}, ${branchName}`,
        MANDATE[mandate],
        ...(staffId === group.contactId ? ['kontaktperson'] : []),
        ...(deputyFor === null ? [] : [`ersätter ${here.find(({ id }) => id === deputyFor)?.name ?? 'någon annan'}`]),
      ].join(' · '),
    })),
  );
}

function writeSteps(page: TaggedPage, { form, acts }: GroupPage): void {
  page.heading('H2', 'Formens steg');
  page.list(
    form.steps.map(({ step, name }) => {
      const taken = acts.filter(({ act, word }) => act === 'step' && word === step);
      const last = taken.at(-1);
      return {
        text: name.sv,
        note: last ? `${momentWords(last.at)}${taken.length > 1 ? `, ${taken.length} gånger` : ''}` : 'inte taget',
      };
    }),
  );
}

const nameOf = (form: CollaborationForm, word: string): string =>
  form.steps.find(({ step }) => step === word)?.name.sv ?? 'Steg som formen inte längre har';
