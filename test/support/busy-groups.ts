/** Groups of a busy town: one that meets, one to be formed, one in the queue, one about a place, and nominations that wait. */
import type { Api } from './api.js';
import {
  ANSWER,
  clientsOf,
  FORM,
  formedGroup,
  MOVE,
  NOMINATE,
  preparatoryDecision,
  prepareGroup,
  seat,
  type GroupUnderTest,
} from './group.js';
import { layArea } from './busy-area.js';
import { layPlan } from './busy-plan.js';
import { convenedMeeting, soon } from './group-meeting.js';
import { openMeasuresCase, signedConsent, type JointCase } from './joint.js';
import type { World } from './world.js';

export interface BusyGroups {
  /** Anna, an officer and a teacher; a consent, a plan and a meeting. */
  readonly activeId: string;
  readonly activeCaseId: string;
  /** The active group's meetings: one held and minuted, one with an agenda. */
  readonly heldId: string;
  readonly comingId: string;
  /** Taken up, with a consent, and without members. */
  readonly preparedId: string;
  /** Joint work that the hub follows, with a yes to a SIG too. */
  readonly jointWorkId: string;
  readonly placeId: string;
  /** The managers behind the agreement, with a meeting ahead. */
  readonly steeringId: string;
  /** Waits for Anna's answer. */
  readonly waitingNominationId: string;
}

const child = (givenName: string, familyName: string) => ({ givenName, familyName });

export async function layGroups(world: World, api: Pick<Api, 'as'>): Promise<BusyGroups> {
  const as = clientsOf(world, api);
  const anna = await as('anna');
  const toAnna = world.caller('anna').staffId;
  const open = (name: string) => openMeasuresCase(world, child(name, 'Provgren'));
  const active = await formedGroup(world, api, { file: await open('Elsa') });
  await active.step('plan', { words: 'Elsa vill bli elektriker. Först: tillbaka till matten på tisdagar.' });
  await active.step('meet', {
    reason: 'done-elsewhere',
    words: 'Alla var med. Kvällarna är lugnare, och Elsa har varit på tre träningar.',
  });
  const { heldId, comingId } = await layMeetings(world, active);
  await layPlan(active);
  const prepared = await prepareGroup(world, api, { file: await open('Adrian') });
  await prepared.step('consent');
  const paused = await formedGroup(world, api, { file: await open('Hugo') });
  const { version } = await paused.seenBy('anna');
  await anna.query(MOVE, { i: { groupId: paused.id, version, move: 'place', reason: 'placed-in-care' } });
  const jointWorkId = await layJointWork(world, api, await open('Tindra'));
  const { nominate: queued } = await (await as('lena')).query(NOMINATE, { i: { kind: 'sig', toStaffId: toAnna } });
  await anna.query(ANSWER, {
    i: {
      nominationId: queued,
      caseId: (await open('Selma')).caseId,
      knownBy: 'family-yes',
      decision: 'queue',
      reason: 'no-room',
      words: 'Behöver en grupp. Vi har inte plats före jul.',
      preparatory: await preparatoryDecision(world, api),
    },
  });
  await (await as('marcus')).query(NOMINATE, { i: { kind: 'sig', toStaffId: toAnna } });
  const waiting = await open('Vidar');
  const { nominate } = await (
    await as('elin')
  ).query(NOMINATE, {
    i: {
      kind: 'sig',
      toStaffId: toAnna,
      caseId: waiting.caseId,
      why: 'Vidar och mamma vill ha alla runt samma bord. Skolan och polisen gör i dag olika saker.',
    },
  });
  const { startGroup } = await anna.query(`mutation($i: StartGroupInput!) { startGroup(input: $i) }`, {
    i: { kind: 'est', area: 'Stationen och torget' },
  });
  await anna.query(FORM, {
    i: {
      groupId: startGroup,
      version: 1,
      contactStaffId: world.caller('hassan').staffId,
      members: ['anna', 'marcus', 'hassan'].map((key) => seat(world, key)),
    },
  });
  await layArea(world, as, startGroup);
  // Next year's agreement waits for its names.
  const tove = await as('tove');
  const { keptAgreements } = await tove.query(`{ keptAgreements { id form parties { branchId } } }`);
  const est = keptAgreements.find(({ form }: { form: string }) => form === 'est');
  const { renewAgreement } = await tove.query(`mutation($id: ID!) { renewAgreement(id: $id) }`, { id: est.id });
  await tove.query(`mutation($i: SignAgreementInput!) { signAgreement(input: $i) }`, {
    i: {
      agreementId: renewAgreement,
      branchId: est.parties[0].branchId,
      name: 'Lovisa Provberg',
      title: 'Kommundirektör',
      signedOn: '2026-11-20',
    },
  });
  return {
    activeId: active.id,
    activeCaseId: active.file.caseId,
    heldId,
    comingId,
    preparedId: prepared.id,
    jointWorkId,
    placeId: startGroup,
    steeringId: await laySteering(world, api),
    waitingNominationId: nominate,
  };
}

async function laySteering(world: World, api: Pick<Api, 'as'>): Promise<string> {
  const anna = await clientsOf(world, api)('anna');
  const { startGroup } = await anna.query(`mutation($i: StartGroupInput!) { startGroup(input: $i) }`, {
    i: { kind: 'steering', area: 'Styrgrupp för SIG' },
  });
  const members = ['anna', 'marcus', 'lena'].map((key) => seat(world, key));
  await anna.query(FORM, {
    i: { groupId: startGroup, version: 1, contactStaffId: world.caller('anna').staffId, members },
  });
  await anna.query(`mutation($i: ConveneAreaMeetingInput!) { conveneAreaMeeting(input: $i) { groupId } }`, {
    i: { groupId: startGroup, startsAt: await soon(world, 21 * 24 * 60) },
  });
  return startGroup;
}

/** The family has said yes to joint work and then to a SIG; the hub has looked once. */
async function layJointWork(world: World, api: Pick<Api, 'as'>, file: JointCase): Promise<string> {
  const consent = await signedConsent(world, file, { form: 'mash' });
  const group = await formedGroup(world, api, { file, kind: 'mash-4', consent });
  await signedConsent(world, file, { form: 'sig' });
  const { version } = await group.seenBy('anna');
  await (
    await group.as('anna')
  ).query(`mutation($i: LookAtGroupInput!) { lookAtGroup(input: $i) { version } }`, {
    i: { groupId: group.id, version, found: 'needs-other-form', words: 'En SIG med fast mötestid passar bättre.' },
  });
  return group.id;
}

/** One meeting held, minuted by three houses and decided on; the next one with news and a point of its own. */
async function layMeetings(world: World, group: GroupUnderTest): Promise<Pick<BusyGroups, 'heldId' | 'comingId'>> {
  const held = await convenedMeeting(world, group);
  await held.act('anna', 'moveMeeting', 'MoveMeetingInput', { step: 'start' });
  const PAGE = `query($id: ID!) { groupMeeting(hubId: $id) { points { id } seats { memberId houseKind } } }`;
  const { groupMeeting: page } = await (await group.as('anna')).query(PAGE, { id: held.hubId });
  const [, second, third] = page.points as { id: string }[];
  const say = async (key: string, pointId: string | undefined, category: string, text: string) =>
    (await group.as(key)).query(`mutation($i: WriteMinutesInput!) { writeMinutes(input: $i) }`, {
      i: { hubId: held.hubId, lines: [{ pointId, category, text }] },
    });
  await say('anna', second?.id, 'home-and-family', 'Elsa äter middag hemma de flesta kvällar, och det är lugnt.');
  await say('lena', second?.id, 'school-attendance-and-results', 'Närvaron är 92 procent sedan höstlovet.');
  await say('marcus', third?.id, 'crime-and-suspicion', 'Elsa har inte setts vid torget på tre veckor.');
  for (const { memberId } of page.seats)
    await (
      await group.as('anna')
    ).query(`mutation($i: NoteAttendanceInput!) { noteAttendance(input: $i) }`, {
      i: { hubId: held.hubId, memberId, state: 'present' },
    });
  const teacher = page.seats.find(({ houseKind }: { houseKind: string }) => houseKind === 'school');
  await (
    await group.as('anna')
  ).query(`mutation($i: MakeMeetingDecisionInput!) { makeMeetingDecision(input: $i) }`, {
    i: {
      hubId: held.hubId,
      text: 'Matten flyttas till tisdagar på förmiddagen.',
      aim: 'Elsa klarar betyget före jul.',
      ownerMemberId: teacher?.memberId,
      dueOn: '2099-12-08',
    },
  });
  for (const step of ['begin-closing', 'close']) await held.act('anna', 'moveMeeting', 'MoveMeetingInput', { step });
  const coming = await convenedMeeting(world, group, { startsAt: await soon(world, 14 * 24 * 60) });
  const bring = async (key: string, i: object) =>
    (await group.as(key)).query(`mutation($i: AddMeetingPointInput!) { addMeetingPoint(input: $i) }`, {
      i: { hubId: coming.hubId, ...i },
    });
  await bring('lena', {
    kind: 'good-news',
    text: 'Elsa blev godkänd på provet i matte.',
    category: 'school-attendance-and-results',
  });
  await bring('anna', { kind: 'own', text: 'Sommarjobb: vad vill Elsa?', minutes: 10 });
  const { rows } = await coming.seenBy('lena');
  const question = rows.find(({ unitId }: { unitId: string }) => unitId === world.caller('lena').unitId);
  await (
    await group.as('lena')
  ).query(`mutation($i: AnswerHubQuestionInput!) { answerHubQuestion(input: $i) { late } }`, {
    i: { questionId: question.questionId, version: 1, knowledge: 'does-not-know', parts: [] },
  });
  return { heldId: held.hubId, comingId: coming.hubId };
}
