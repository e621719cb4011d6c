/**
 * An agency's own record of a meeting on paper, made only of what the gate released to the one who takes it out: number and
 * keeping after OSL 5:1-2, who was there with which mandate, the minutes point by point, and who does what by when.
 */
import type { CopiedDecision, CopiedSeat, MeetingCopy } from '#use-cases/minutes/meeting-copy.js';
import { CATEGORY, clockWords, momentWords, wordOf } from '../hand-over/words.js';
import { TaggedPage } from '../paper/tagged-page.js';
import {
  ATTENDANCE,
  AUDIENCE,
  DECISION_STATE,
  GROUND,
  GUEST,
  HOUSE,
  MANDATE,
  MINUTES_STATE,
  MORE_CATEGORIES,
  POINT,
} from './words.js';

export function printMeetingRecord(copy: MeetingCopy): Promise<Buffer> {
  const page = new TaggedPage({
    title: `Minnesanteckningar, ${copy.record?.diaryNumber ?? `ärende ${copy.caseNumber}`}`,
    language: 'sv',
    madeAt: copy.readAt,
  });
  writeHead(page, copy);
  writeRegister(page, copy);
  writeAttendance(page, copy);
  writeNews(page, copy);
  writePoints(page, copy);
  writeDecisions(page, 'Beslut: vem gör vad till när', copy.decisions);
  if (copy.unfinished.length > 0) writeDecisions(page, 'Kvar från tidigare möten', copy.unfinished);
  writeVersions(page, copy);
  return page.finish(footOf(copy));
}

const categoryWord = (category: string): string => MORE_CATEGORIES[category] ?? wordOf(CATEGORY, category);

function writeHead(page: TaggedPage, copy: MeetingCopy): void {
  page.heading('H1', 'Minnesanteckningar');
  if (copy.about) page.paragraph(copy.about, { bold: true, large: true });
  page.paragraph(`${copy.formName.sv} · ${copy.meetingName.sv} · ärende ${copy.caseNumber}`);
  const met = [copy.startedAt ?? copy.startsAt, copy.closedAt].filter((at) => at !== null);
  const [began, ended] = met;
  if (began) page.paragraph(`${momentWords(began)}${ended ? `–${clockWords(ended)}` : ''}`);
  if (copy.leaderName) page.paragraph(`Mötet leddes av ${copy.leaderName}.`);
}

/** What OSL 5:2 asks of a register: number, day, from whom or to whom, and what it is about. */
function writeRegister(page: TaggedPage, copy: MeetingCopy): void {
  const { record, houseName, senderName, receiverNames, closedAt, startsAt } = copy;
  page.heading('H2', 'Registrering');
  page.list([
    { text: `Hos ${houseName}` },
    { text: `Diarienummer: ${record?.diaryNumber ?? 'inte satt'}` },
    ...(record
      ? [
          { text: `Registrerad: ${record.registeredOn}` },
          { text: `Bevaras i ${record.keepYears} år från registreringen` },
        ]
      : []),
    { text: `Upprättad: ${momentWords(closedAt ?? startsAt)}` },
    ...(senderName === null ? [] : [{ text: `Avsändare: ${senderName}` }]),
    ...(receiverNames.length === 0 ? [] : [{ text: `Mottagare, var och en av sin del: ${receiverNames.join('; ')}` }]),
    { text: 'Handlingen rör: samverkansmöte om en enskild' },
  ]);
}

function writeAttendance(page: TaggedPage, { seats, guests, missing }: MeetingCopy): void {
  page.heading('H2', 'Närvaro och mandat');
  const nameOf = (id: string | null): string => seats.find(({ memberId }) => memberId === id)?.name ?? '';
  page.list([
    ...seats.map((seat) => ({
      text: `${seat.name}, ${seat.unitName}, ${seat.branchName}`,
      note: seatNote(seat, nameOf),
    })),
    ...guests.map(({ kind, item, state }) => ({
      text: item?.content.text ?? wordOf(GUEST, kind),
      note: [item ? wordOf(GUEST, kind) : '', state ? wordOf(ATTENDANCE, state) : 'inte antecknat']
        .filter(Boolean)
        .join(' · '),
    })),
  ]);
  for (const kinds of missing)
    page.paragraph(`Ingen med mandat var där för ${kinds.map((kind) => wordOf(HOUSE, kind)).join(' eller ')}.`, {
      muted: true,
    });
}

const seatNote = (seat: CopiedSeat, nameOf: (id: string | null) => string): string =>
  [
    seat.state === null ? 'inte antecknat' : wordOf(ATTENDANCE, seat.state),
    seat.state === 'deputy' ? nameOf(seat.deputyMemberId) : '',
    wordOf(MANDATE, seat.mandate),
    seat.deputyFor === null ? '' : `ersätter ${nameOf(seat.deputyFor)}`,
  ]
    .filter(Boolean)
    .join(' · ');

function writeNews(page: TaggedPage, { news }: MeetingCopy): void {
  if (news.length === 0) return;
  page.heading('H2', 'Berättat sedan förra mötet');
  page.list(
    news.map(({ kind, item, byName, madeAt }) => ({
      text: `${wordOf(POINT, kind)}: ${item.content.text}`,
      note: [
        categoryWord(item.category),
        `från ${wordOf(HOUSE, item.giverHouse.kind)}`,
        `berättat av ${byName} ${momentWords(madeAt)}`,
        wordOf(GROUND, item.ground.id),
      ].join(' · '),
    })),
  );
}

function writePoints(page: TaggedPage, { points, lines }: MeetingCopy): void {
  for (const point of points) {
    const own = lines.filter(({ pointId }) => pointId === point.id);
    const title =
      point.name?.sv ??
      `${point.kind === 'own' ? '' : `${wordOf(POINT, point.kind)}: `}${point.item?.content.text ?? ''}`;
    page.heading('H2', title);
    page.paragraph(wordOf(AUDIENCE, point.audience), { muted: true });
    if (own.length === 0) page.paragraph('Inget antecknat.', { muted: true });
    page.list(
      own.map(({ item, byName }) => ({
        text: item.content.text,
        note: [
          categoryWord(item.category),
          `från ${wordOf(HOUSE, item.giverHouse.kind)}`,
          `antecknat av ${byName}`,
          wordOf(GROUND, item.ground.id),
        ].join(' · '),
      })),
    );
  }
}

function writeDecisions(page: TaggedPage, title: string, decisions: readonly CopiedDecision[]): void {
  page.heading('H2', title);
  if (decisions.length === 0) page.paragraph('Inget beslut är antecknat.', { muted: true });
  page.list(
    decisions.map(({ item, aim, ownerName, ownerUnitName, dueOn, state }) => ({
      text: item.content.text,
      note: [
        `${ownerName}, ${ownerUnitName}`,
        `senast ${dueOn}`,
        wordOf(DECISION_STATE, state),
        aim ? `mål: ${aim}` : '',
      ]
        .filter(Boolean)
        .join(' · '),
    })),
  );
}

function writeVersions(page: TaggedPage, { version, versions, minutesState, fixesAt }: MeetingCopy): void {
  page.heading('H2', 'Version');
  page.paragraph(
    `Version ${version}, ${wordOf(MINUTES_STATE, minutesState)}${fixesAt ? ` ${momentWords(fixesAt)}` : ''}.`,
  );
  page.list(
    versions.map((one) => ({
      text: `Version ${one.version}: ${one.reason?.content.text ?? 'skälet är stängt för den som tog ut handlingen'}`,
      note: `${one.byName}, ${momentWords(one.at)}`,
    })),
  );
}

function footOf({ readerName, readerTitle, readAt, own, groundSource }: MeetingCopy): string {
  const who = [readerName, readerTitle].filter(Boolean).join(', ');
  const ground = own ? 'egen verksamhet, tilldelat ärende (OSL 26:1)' : `det som lämnats ut (${groundSource})`;
  return `Uttagen av ${who}, ${momentWords(readAt)}. Grund: ${ground}. Innehåller sekretess.`;
}
