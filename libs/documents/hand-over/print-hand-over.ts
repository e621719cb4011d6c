/**
 * The hand-over on paper, made only of what the gate released to the one who prints it; the foot says who that was, when
 * and on what ground, so that a paper left on a table can be traced (OSL 26:1, 4:2; [S0]).
 */
import type { LabelledAnswer } from '#domain/report/answered-instrument.js';
import { answersOf, measuresOf, type HandOverRecord } from '#use-cases/hand-over/hand-over-record.js';
import type { ReleasedItem } from '#use-cases/gate/released.js';
import { TaggedPage } from '../paper/tagged-page.js';
import {
  ANSWER,
  CATEGORY,
  CHANNEL,
  clockWords,
  DECISION,
  GRADE,
  GROUND,
  KNOWLEDGE,
  MAP_KIND,
  momentWords,
  PROTECTION,
  REPORTER,
  STANCE,
  wordOf,
} from './words.js';

const KINDS = ['fact', 'risk', 'protective', 'place', 'contact', 'difference'] as const;

export function printHandOver(record: HandOverRecord): Promise<Buffer> {
  const page = new TaggedPage({
    title: `${titleOf(record)}, ärende ${record.caseNumber}`,
    language: 'sv',
    madeAt: record.readAt,
  });
  writeHead(page, record);
  writeDecision(page, record);
  if (record.hub) {
    writeAssessment(page, record);
    writeMap(page, record);
    writeAnswers(page, record);
  }
  writeReports(page, record);
  writeProtections(page, record);
  writeGradings(page, record);
  if (record.hub) writeParticipants(page, record);
  return page.finish(footOf(record));
}

const titleOf = ({ hub }: HandOverRecord): string => (hub ? 'Överlämning från hubben' : 'Överlämning');

function writeHead(page: TaggedPage, record: HandOverRecord): void {
  const { hub, person, handOver } = record;
  page.heading('H1', titleOf(record));
  if (person) {
    const protection = wordOf(PROTECTION, person.protection);
    page.paragraph(`${person.givenName} ${person.familyName}`, { bold: true, large: true });
    page.paragraph(
      [person.personalNumber ? numberWords(person.personalNumber) : `född ${person.born}`, protection]
        .filter(Boolean)
        .join(' · '),
    );
  }
  const met = [hub?.startedAt ?? null, hub?.closedAt ?? null].filter((at) => at !== null).map((at) => clockWords(at));
  page.paragraph(
    [
      `Ärende ${record.caseNumber}`,
      hub?.startedAt ? `hubben möttes ${momentWords(hub.startedAt).slice(0, -5)}${met.join('–')}` : '',
    ]
      .filter(Boolean)
      .join(' · '),
  );
  if (handOver)
    page.paragraph(
      `Lämnas till ${handOver.toStaffName ?? handOver.toUnitName}, ${handOver.toUnitName}. ${
        handOver.receivedAt
          ? `Mottagen av ${handOver.receivedByName ?? ''} ${momentWords(handOver.receivedAt)}.`
          : 'Inte mottagen än.'
      }`,
    );
  if (record.withheld > 0)
    page.paragraph(`${record.withheld} uppgifter är stängda för den som skrev ut och står inte här.`, { muted: true });
}

function writeDecision(page: TaggedPage, { decision }: HandOverRecord): void {
  page.heading('H2', 'Beslut');
  if (!decision) return page.paragraph('Inget beslut är antecknat.');
  page.paragraph(wordOf(DECISION, decision.kind), { bold: true, large: true });
  page.paragraph(decision.reasons?.content.text ?? 'Skälen är stängda för den som skrev ut.');
  page.paragraph(
    `${decision.decidedByName}, ${decision.decidedByTitle}, ${momentWords(decision.decidedAt)}, ${
      decision.byHub ? 'i hubben' : 'utan hubb'
    }`,
    { muted: true },
  );
}

function writeAssessment(page: TaggedPage, { assessment }: HandOverRecord): void {
  page.heading('H2', 'Gemensam bedömning');
  page.paragraph(assessment?.content.text ?? 'Ingen gemensam bedömning är skriven.');
}

function writeMap(page: TaggedPage, record: HandOverRecord): void {
  page.heading('H2', 'Gemensam karta');
  if (record.map.length === 0) page.paragraph('Kartan är tom.');
  for (const kind of KINDS) {
    const entries = record.map.filter((entry) => entry.kind === kind);
    if (entries.length === 0) continue;
    page.heading('H3', wordOf(MAP_KIND, kind));
    page.list(
      entries.map((entry) => ({
        text: entry.item.content.text,
        note: [
          entry.unitName,
          entry.topicLabel ? `${entry.topicLabel.sv}: ${wordOf(STANCE, entry.stance)}` : '',
          entry.differs ? 'bilderna skiljer' : '',
        ]
          .filter(Boolean)
          .join(' · '),
      })),
    );
  }
  if (record.differences.length === 0) return;
  page.heading('H3', 'Här skiljer enheternas bilder');
  page.list(
    record.differences.map(({ topicLabel, present, absent }) => ({
      text: `${topicLabel.sv}: finns enligt ${present.join(', ')}, finns inte enligt ${absent.join(', ')}`,
    })),
  );
}

function writeAnswers(page: TaggedPage, { answers }: HandOverRecord): void {
  page.heading('H2', 'Enheternas bilder');
  for (const answer of answers) {
    page.heading('H3', answer.unitName);
    if (answer.knowledge === null || answer.answeredAt === null) {
      page.paragraph('Svarade inte före mötets slut.');
      continue;
    }
    page.paragraph(wordOf(KNOWLEDGE, answer.knowledge), { bold: true });
    page.list(answer.items.map((item) => ({ text: item.content.text, note: wordOf(CATEGORY, item.category) })));
    page.paragraph(
      [
        answer.answeredByName ?? '',
        `svarade ${momentWords(answer.answeredAt)}${answer.late ? ', efter tiden' : ''}`,
        answer.given ? '' : 'gav inte sin bild i mötet',
      ]
        .filter(Boolean)
        .join(' · '),
      { muted: true },
    );
  }
}

function writeReports(page: TaggedPage, { reports }: HandOverRecord): void {
  page.heading('H2', 'Anmälningar');
  if (reports.length === 0) page.paragraph('Ingen anmälan hör till ärendet.');
  for (const report of reports) {
    page.heading('H3', `Från ${wordOf(REPORTER, report.reporterKind)}, ${momentWords(report.receivedAt)}`);
    page.paragraph(`Kom genom ${wordOf(CHANNEL, report.channel)}.`, { muted: true });
    page.list(report.items.flatMap(linesOf));
  }
}

const answerLine = ({ label, answer, reasons }: LabelledAnswer): string =>
  `${label.sv}: ${wordOf(ANSWER, answer)}${reasons === '' ? '' : `. ${reasons}`}`;

/** An instrument says nothing in running text: its factors are read one by one, with the reasons of each. */
function linesOf(item: ReleasedItem): { text: string; note: string }[] {
  const note = wordOf(CATEGORY, item.category);
  const { instrumentLabel, answers } = answersOf(item);
  const said = item.content.text === '' ? [] : [{ text: item.content.text, note }];
  return [
    ...said,
    ...answers.map((answer) => ({
      text: answerLine(answer),
      note: instrumentLabel?.sv ?? note,
    })),
  ];
}

function writeProtections(page: TaggedPage, { protections }: HandOverRecord): void {
  page.heading('H2', 'Omedelbar skyddsbedömning');
  if (protections.length === 0) page.paragraph('Ingen skyddsbedömning är gjord.');
  for (const { needsProtection, assessedAt, assessedByName, reasons } of protections) {
    page.heading(
      'H3',
      `${needsProtection ? 'Behöver skydd nu' : 'Inget omedelbart skyddsbehov'}, ${momentWords(assessedAt)}`,
    );
    page.paragraph(reasons?.content.text ?? 'Skälen är stängda för den som skrev ut.');
    const measures = reasons && measuresOf(reasons);
    if (measures) page.paragraph(`Det här görs: ${measures}`);
    page.paragraph(assessedByName, { muted: true });
  }
}

function writeGradings(page: TaggedPage, { gradings }: HandOverRecord): void {
  page.heading('H2', 'Bedömningar av hur bråttom det är');
  for (const grading of gradings) {
    page.heading('H3', `${wordOf(GRADE, grading.grade)}, ${momentWords(grading.gradedAt)}`);
    page.paragraph(grading.reasons?.content.text ?? 'Skälen är stängda för den som skrev ut.');
    const { answers, instrumentLabel } = grading.reasons
      ? answersOf(grading.reasons)
      : { answers: [], instrumentLabel: null };
    page.list(answers.map((answer) => ({ text: answerLine(answer) })));
    page.paragraph(`${grading.gradedByName} · ${(instrumentLabel ?? grading.instrumentLabel).sv}`, {
      muted: true,
    });
  }
}

function writeParticipants(page: TaggedPage, { participants }: HandOverRecord): void {
  page.heading('H2', 'Deltagare');
  page.list(
    participants.map(({ name, unitName, stays }) => ({
      text: [name, unitName].filter(Boolean).join(', '),
      note: stays.map(({ from, until }) => `${clockWords(from)}–${clockWords(until)}`).join(', '),
    })),
  );
}

function footOf({ readerName, readerTitle, readAt, person }: HandOverRecord): string {
  const who = [readerName, readerTitle].filter(Boolean).join(', ');
  return `Utskriven av ${who}, ${momentWords(readAt)}. Grund: ${wordOf(GROUND, person?.ground.id ?? 'internal')}. Innehåller sekretess.`;
}

const numberWords = (digits: string): string => `${digits.slice(0, 8)}-${digits.slice(8)}`;
