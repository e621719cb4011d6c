/** A morning of work in the town, done over the api by the people themselves: reports of every grade, and a red hub half answered. */
import { randomUUID } from 'node:crypto';
import type { ApiClient } from './api.js';
import { layGroups, type BusyGroups } from './busy-groups.js';
import { ANSWER as ANSWER_INQUIRY, askAs } from './inquiry.js';
import { layJointTable, type JointTable } from './joint-table.js';
import { testNumber } from './people.js';
import type { RunningTown } from './running-town.js';
import { registerGuardian, shareByConsent, type SharedCase } from './told-case.js';

const REPORT = `mutation($input: SubmitReportInput!) { submitReport(input: $input) { receipt caseIds } }`;
const REGISTER = `mutation($input: RegisterReportInput!) { registerReport(input: $input) { receipt caseIds } }`;
const QUEUE = `{ intakeQueue(first: 100, stage: "all") { edges { node { id person { name } } } } }`;
const SEARCH = `query($input: SearchPeopleInput!) { searchPeople(input: $input) { more } }`;
const CREATE = `mutation($input: CreatePersonInput!) { createPerson(input: $input) { person { id } } }`;
const VERSION = `query($id: ID!) { case(id: $id) { version person { id } } }`;
const PROTECT = `mutation($input: AssessProtectionInput!) { assessProtection(input: $input) { caseId } }`;
const GRADE = `mutation($input: GradeCaseInput!) { gradeCase(input: $input) { caseId } }`;
const JOIN = `mutation($input: JoinReportsInput!) { joinReports(input: $input) { caseId } }`;
const DECIDE = `mutation($input: DecideCaseInput!) { decideCase(input: $input) { state } }`;
const PROPOSE = `query($id: ID!) { proposeHub(caseId: $id) { slot { startsAt } units { unitId name } deciders { staffId name } } }`;
const CONVENE = `mutation($input: ConveneHubInput!) { conveneHub(input: $input) { id rows { questionId unitName } } }`;
const QUESTION = `query($id: ID!) { hubQuestion(id: $id) { version } }`;
const ANSWER = `mutation($input: AnswerHubQuestionInput!) { answerHubQuestion(input: $input) { hubId late } }`;
const MOVE_CLOCK = `mutation($minutes: Int!) { moveClock(minutes: $minutes) { aheadMinutes } }`;

export interface BusyTown {
  /** Convened at 08:20 and half answered; the rest is late when it is 10:35. */
  readonly red: { readonly caseId: string; readonly personId: string; readonly hubId: string };
  /** Graded and not yet convened. */
  readonly orange: { readonly caseId: string };
  /** Decided, closed and waiting for its investigator, Elin. */
  readonly decided: { readonly caseId: string; readonly hubId: string };
  readonly ungraded: { readonly caseId: string };
  /** A family has said yes, and something is shared with the police and the school. */
  readonly shared: SharedCase;
  /** Two reports of one child that lie together, and could be taken apart. */
  readonly joined: { readonly caseId: string };
  /** Decided without a hub and handed to Elin, who asks the police and the leisure services; the latter have answered. */
  readonly plain: { readonly caseId: string; readonly asked: Readonly<Record<string, string>> };
  /** A joint meeting going on, from which the police have been taken away; another case where one could be called. */
  readonly joint: JointTable;
  readonly groups: BusyGroups;
  readonly questions: ReadonlyMap<string, string>;
  staffId(key: string): string;
  as(key: string): Promise<ApiClient>;
}

const ACT = {
  moveMeeting: 'MoveMeetingInput',
  givePicture: 'GivePictureInput',
  putMapEntry: 'PutMapEntryInput',
  decideHub: 'DecideHubInput',
} as const;
const WRITE = `mutation($input: SaveBoardTextInput!) { saveBoardText(input: $input) { version } }`;

const FACTORS_UNKNOWN = { familyKnowsWhat: '' };

const child = (givenName: string, familyName: string, who: object, content: string, whereabouts = '') => ({
  givenName,
  familyName,
  number: '',
  noNumberReason: '',
  bornYear: null,
  content,
  whereabouts,
  factors: [],
  ...who,
});

const ANSWERS: readonly (readonly [key: string, unit: string, knowledge: string, category: string, text: string])[] = [
  [
    'sara',
    'Barnenheten',
    'knows',
    'home-and-family',
    'Familjebehandling sedan i mars. Mamma samarbetar men orkar inte säga nej på kvällarna.',
  ],
  [
    'ali',
    'Ungdomsenheten',
    'knew',
    'associates-and-network',
    'Umgicks i våras med två äldre killar som nu är dömda. Kontakten avslutades i juni.',
  ],
  ['fatima', 'Ekonomiskt bistånd', 'knows', 'housing-and-economy', 'Hushållet har försörjningsstöd sedan två år.'],
  ['per', 'Beroendeenheten', 'does-not-know', '', ''],
];

const MAP: readonly (readonly [key: string, kind: string, text: string, topic: string | null, stance: string])[] = [
  ['ali', 'risk', 'Skuld till äldre killar, växer varje vecka.', 'irk-relations', 'present'],
  ['sara', 'protective', 'Mamma tar emot hjälp och ringer själv.', null, 'unsure'],
  ['sara', 'fact', 'Inget känt umgänge med kriminella enligt familjen.', 'irk-relations', 'absent'],
  ['fatima', 'place', 'Stationen, kvällstid.', null, 'unsure'],
];
const ASSESSMENT =
  'Hög risk de närmaste dagarna. Mamma är den starkaste kraften och behöver någon att ringa på kvällen.';

export async function fillBusyTown(town: RunningTown): Promise<BusyTown> {
  const people = new Map<string, Promise<ApiClient>>();
  const as = (key: string): Promise<ApiClient> => {
    const known = people.get(key) ?? town.house.api.as({ id: town.world.town.staff.get(key) ?? '' });
    people.set(key, known);
    return known;
  };
  const report = async (key: string, children: readonly object[], more: object = {}): Promise<void> => {
    const input = { clientKey: randomUUID(), children, familyKnows: 'no', immediateDanger: false, wantsFeedback: true };
    await (await as(key)).query(REPORT, { input: { ...input, ...FACTORS_UNKNOWN, ...more } });
  };
  const maria = await as('maria');
  const caseOf = async (name: string): Promise<string> => {
    const { intakeQueue } = await maria.query(QUEUE);
    const found = intakeQueue.edges.find((edge: { node: { person: { name: string } } }) =>
      edge.node.person.name.includes(name),
    );
    if (!found) throw new Error(`no case about ${name} is in the queue`);
    return found.node.id as string;
  };
  const judge = async (caseId: string, grade: string, reasons: string, needsProtection = false): Promise<string> => {
    const measures = needsProtection ? 'Är hemma med mamma till dess hubben har mötts.' : '';
    await maria.query(PROTECT, { input: { caseId, needsProtection, reasons, measures } });
    const { case: file } = await maria.query(VERSION, { id: caseId });
    await maria.query(GRADE, {
      input: { caseId, expectedVersion: file.version, grade, reasons, instrument: 'check-irk', factors: [] },
    });
    return file.person.id as string;
  };

  const personOf = async (caseId: string): Promise<string> =>
    (await maria.query(VERSION, { id: caseId })).case.person.id as string;
  const convene = async (caseId: string): Promise<{ hubId: string; questions: Map<string, string> }> => {
    const { proposeHub } = await maria.query(PROPOSE, { id: caseId });
    const { conveneHub } = await maria.query(CONVENE, {
      input: { caseId, unitIds: proposeHub.units.map((unit: { unitId: string }) => unit.unitId) },
    });
    const rows = conveneHub.rows as { unitName: string; questionId: string }[];
    return { hubId: conveneHub.id, questions: new Map(rows.map((row) => [row.unitName, row.questionId])) };
  };
  const answerAll = async (questions: ReadonlyMap<string, string>): Promise<void> => {
    for (const [key, unit, knowledge, category, text] of ANSWERS) {
      const client = await as(key);
      const questionId = questions.get(unit) ?? '';
      const { hubQuestion } = await client.query(QUESTION, { id: questionId });
      const parts = text ? [{ category, text, about: [] }] : [];
      await client.query(ANSWER, { input: { questionId, version: hubQuestion.version, knowledge, parts } });
    }
  };
  const act = async (key: string, name: keyof typeof ACT, input: object): Promise<void> => {
    const document = `mutation($input: ${ACT[name]}!) { ${name}(input: $input) { __typename } }`;
    await (await as(key)).query(document, { input: { ...input, clientKey: randomUUID() } });
  };
  const givePictures = async (hubId: string, questions: ReadonlyMap<string, string>, units: number): Promise<void> => {
    for (const [key, unit] of ANSWERS.slice(0, units))
      await act(key, 'givePicture', { hubId, questionId: questions.get(unit) });
    for (const [key, kind, text, topic, stance] of MAP)
      await act(key, 'putMapEntry', { hubId, entryId: randomUUID(), kind, text, topic, stance });
    await maria.query(WRITE, {
      input: { hubId, clientKey: randomUUID(), text: 'joint-assessment', baseVersion: null, value: ASSESSMENT },
    });
  };

  await report('lena', [
    child(
      'Alva',
      'Provhage',
      { number: testNumber('20100504') },
      'Har berättat att äldre betalar henne för att gömma saker hemma.',
    ),
  ]);
  const decidedCase = await caseOf('Alva');
  await judge(decidedCase, 'orange', 'Utnyttjas av äldre, men är trygg hemma i dag.');
  const decidedHub = await convene(decidedCase);
  await answerAll(decidedHub.questions);
  await act('maria', 'moveMeeting', { hubId: decidedHub.hubId, step: 'start' });
  await givePictures(decidedHub.hubId, decidedHub.questions, 4);
  await act('birgitta', 'decideHub', {
    hubId: decidedHub.hubId,
    kind: 'open-investigation',
    reasons: 'Behovet behöver utredas, och familjen är positiv.',
    handOverTo: town.world.town.staff.get('elin'),
  });
  await act('maria', 'moveMeeting', { hubId: decidedHub.hubId, step: 'begin-closing' });
  await act('maria', 'moveMeeting', { hubId: decidedHub.hubId, step: 'close' });

  await report(
    'marcus',
    [
      child(
        'Elliot',
        'Provberg',
        { number: testNumber('20110412') },
        'Sågs i natt lämna paket åt vuxna män vid stationen. En av dem bar kniv. Han sade att han inte får sluta.',
        'Hos sin mamma på Ekvägen.',
      ),
    ],
    { immediateDanger: true },
  );
  const redCase = await caseOf('Elliot');
  const personId = await judge(
    redCase,
    'red',
    'Rekryteras just nu av beväpnade vuxna. Kan inte vänta till i morgon.',
    true,
  );
  const { hubId, questions } = await convene(redCase);
  await answerAll(questions);
  // Now two units are late, the deputies are asked, and the leader has been told.
  await maria.query(MOVE_CLOCK, { minutes: 135 });
  await act('maria', 'moveMeeting', { hubId, step: 'start' });
  await givePictures(hubId, questions, 3);

  await report('lena', [
    child(
      'Nora',
      'Testvik',
      { number: testNumber('20090704') },
      'Har slutat komma till skolan på eftermiddagarna och har nya dyra kläder.',
    ),
    child('Vilma', 'Testvik', { noNumberReason: 'unknown', bornYear: 2012 }, 'Berättar att systern är rädd för någon.'),
  ]);
  const orange = await caseOf('Nora');
  await judge(orange, 'orange', 'Flera tecken på samma tid, men inget som måste hända i dag.');
  await maria.query(REGISTER, {
    input: {
      clientKey: randomUUID(),
      channel: 'phone',
      reporterKind: 'guardian',
      reporterName: 'Mona Provsson',
      reporterOrganisation: '',
      reporterContact: '070-1740610',
      feedbackWish: 'wanted',
      familyKnows: 'yes',
      familyKnowsWhat: '',
      immediateDanger: false,
      children: [
        child('Isak', 'Provsson', { noNumberReason: 'unknown', bornYear: 2013 }, 'Vill ha råd om skolk och kvällar.'),
      ],
    },
  });
  const isak = await caseOf('Isak');
  await judge(isak, 'green', 'Föräldern söker stöd själv.');
  const second = await maria.query(REGISTER, {
    input: {
      clientKey: randomUUID(),
      channel: 'phone',
      reporterKind: 'private-person',
      reporterName: '',
      reporterOrganisation: '',
      reporterContact: '',
      feedbackWish: 'declined',
      familyKnows: 'unknown',
      familyKnowsWhat: '',
      immediateDanger: false,
      personIds: [await personOf(isak)],
      children: [
        child(
          'Isak',
          'Provsson',
          { noNumberReason: 'unknown', bornYear: 2013 },
          'Hörde bråk från lägenheten i lördags kväll.',
        ),
      ],
    },
  });
  // Registered by telephone, and nothing came of it: one long ago, one now.
  for (const [familyName, months] of [
    ['Provkvist', 4],
    ['Testgren', 0],
  ] as const) {
    await maria.query(SEARCH, { input: { asked: `Alva ${familyName}` } });
    const input = { givenName: 'Alva', familyName, noNumberReason: 'unknown', bornYear: 1979, phone: '070-1740613' };
    const { createPerson } = await maria.query(CREATE, { input });
    await town.world.behindTheLocks(
      `update person set created_at = created_at - $2 * interval '1 month' where id = $1`,
      [createPerson.person.id, months],
    );
  }
  await maria.query(JOIN, {
    input: {
      caseId: isak,
      otherCaseId: second.registerReport.caseIds[0],
      expectedVersion: (await maria.query(VERSION, { id: isak })).case.version,
      reasons: 'Samma barn och samma helg.',
    },
  });

  await report('lena', [
    child(
      'Tuva',
      'Provlund',
      { number: testNumber('20120229') },
      'Har slutat äta lunch och vill inte gå hem på fredagar.',
    ),
  ]);
  const plain = await caseOf('Tuva');
  await judge(plain, 'green', 'Ingen fara nu, men familjen behöver mer än råd.');
  await (
    await as('birgitta')
  ).query(DECIDE, {
    input: {
      caseId: plain,
      expectedVersion: (await maria.query(VERSION, { id: plain })).case.version,
      kind: 'open-investigation',
      reasons: 'Tuva är rädd för helgerna. Vi behöver veta varför, och mamma säger ja till att vi träffas.',
      investigator: town.world.town.staff.get('elin'),
    },
  });

  const asked = await askAs(town.world, await as('elin'), { caseId: plain, keys: ['marcus', 'hassan'] });
  await (
    await as('hassan')
  ).query(ANSWER_INQUIRY, {
    i: {
      inquiryId: asked['hassan'],
      version: 1,
      knowledge: 'knows',
      parts: [
        { category: 'associates-and-network', text: 'Är på gården de flesta kvällar och vill sällan gå hem.' },
        { category: 'home-and-family', text: 'Har sagt att hon sover hos en kompis när pappa är hemma.' },
      ],
    },
  });

  await report('hassan', [
    child(
      'Melvin',
      'Exempelsson',
      { noNumberReason: 'unknown', bornYear: 2010 },
      'Blev hämtad i bil av okända utanför fritidsgården två kvällar i rad.',
    ),
  ]);
  await registerGuardian(maria, { personId: await personOf(orange), givenName: 'Petra', familyName: 'Testvik' });
  const shared = await shareByConsent({ client: maria, url: town.url, world: town.world }, orange);
  const joint = await layJointTable(town);
  const groups = await layGroups(town.world, town.house.api);
  return {
    joint,
    groups,
    red: { caseId: redCase, personId, hubId },
    decided: { caseId: decidedCase, hubId: decidedHub.hubId },
    orange: { caseId: orange },
    joined: { caseId: isak },
    plain: { caseId: plain, asked },
    ungraded: { caseId: await caseOf('Melvin') },
    shared,
    questions,
    staffId: (key) => town.world.town.staff.get(key) ?? '',
    as,
  };
}
