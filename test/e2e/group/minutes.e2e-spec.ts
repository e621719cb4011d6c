/**
 * What comes of a group's meeting: agenda, attendance with mandate, minutes, decisions with owner and day, and each agency's
 * own record, which holds just what the gate lets that agency have ([S1]; OSL 5:1-2, 10:1, 26:1).
 */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { ItemStore } from '#use-cases/gate/items.port.js';
import { CarryOutWake } from '#use-cases/deadline/carry-out-wake.js';
import { DeadlineActs } from '#use-cases/deadline/deadline-acts.js';
import { MinutesStore } from '#use-cases/minutes/minutes.port.js';
import { MinutesModule } from '../../../apps/worker/minutes/minutes.module.js';
import { type Api, startApi } from '../../support/api.js';
import { formedGroup, seat, type GroupUnderTest } from '../../support/group.js';
import { convenedMeeting, type MeetingUnderTest } from '../../support/group-meeting.js';
import { SCHOOL } from '../../support/joint.js';
import { poppler, readPaper } from '../../support/paper.js';
import { buildWorld, type World } from '../../support/world.js';

const PAGE = `query($id: ID!, $version: Int) { groupMeeting(hubId: $id, version: $version) { state startsAt own mayLead about minutesState fixesAt version newest
  points { id kind name { sv } said { text } minutes audience own } seats { memberId name mandate state deputyFor deputyMemberId houseKind branchName }
  guests { guestId kind state } missing { kinds } versions { version reason }
  lines { id pointId own itemVersion byName wordsByName wordsAt said { itemId text category giverKind ground } }
  decisions { id said { text } aim ownerName dueOn state version maySettle } unfinished { id said { text } state version maySettle }
  due { kind } consents { consentId } record { diaryNumber keepYears version }
  parties { unitId pointIds } admitted { minutes } } }`;
const ACTS = {
  addMeetingPoint: 'AddMeetingPointInput',
  orderMeetingPoints: 'OrderMeetingPointsInput',
  removeMeetingPoint: 'RemoveMeetingPointInput',
  noteAttendance: 'NoteAttendanceInput',
  writeMinutes: 'WriteMinutesInput',
  makeMeetingDecision: 'MakeMeetingDecisionInput',
  settleMeetingDecision: 'SettleMeetingDecisionInput',
  keepMeetingRecord: 'KeepMeetingRecordInput',
  admitParty: 'AdmitPartyInput',
} as const;
const act = (name: keyof typeof ACTS) => `mutation($i: ${ACTS[name]}!) { ${name}(input: $i) }`;

jest.setTimeout(60_000);

const NOTICES = `{ myNotices(first: 50) { edges { node { kind hubId groupId caseId } } } }`;

let world: World;
let api: Api;
beforeAll(async () => {
  world = await buildWorld();
  api = await startApi(world.database);
}, 120_000);
// There is room for six groups at once.
afterEach(() =>
  world.behindTheLocks(
    `update collaboration_group set standing = 'closed', closed_at = clock.now() where closed_at is null`,
  ),
);
afterAll(async () => {
  await api?.close();
  await world?.close();
});

interface Held {
  readonly group: GroupUnderTest;
  readonly meeting: MeetingUnderTest;
  page(key: string, version?: number): Promise<Record<string, any>>;
  does(key: string, name: keyof typeof ACTS, input: object): Promise<any>;
  refused(key: string, name: keyof typeof ACTS, input: object): Promise<any>;
  point(at: number): Promise<string>;
}

async function begun(givenName: string, step: 'planned' | 'start' = 'start'): Promise<Held> {
  const group = await formedGroup(world, api, { givenName });
  await group.step('plan', { words: 'Skola varje dag.' });
  const meeting = await convenedMeeting(world, group);
  if (step === 'start') await meeting.act('anna', 'moveMeeting', 'MoveMeetingInput', { step: 'start' });
  const page: Held['page'] = async (key, version) =>
    (await (await group.as(key)).query(PAGE, { id: meeting.hubId, version: version ?? null })).groupMeeting;
  return {
    group,
    meeting,
    page,
    does: async (key, name, i) =>
      (await (await group.as(key)).query(act(name), { i: { hubId: meeting.hubId, ...i } }))[name],
    refused: async (key, name, i) => (await group.as(key)).refusal(act(name), { i: { hubId: meeting.hubId, ...i } }),
    point: async (at) => (await page('anna'))['points'][at].id as string,
  };
}

const close = async ({ meeting }: Held): Promise<void> => {
  await meeting.act('anna', 'moveMeeting', 'MoveMeetingInput', { step: 'begin-closing' });
  await meeting.act('anna', 'moveMeeting', 'MoveMeetingInput', { step: 'close' });
};

const textsOf = (page: Record<string, any>): string[] =>
  page['lines'].map(({ said }: { said: { text: string } }) => said.text).sort();

describe('the agenda', () => {
  it('takes news from everyone and points from who leads, and each sees what the gate gives them', async () => {
    const held = await begun('Alva', 'planned');
    await held.does('lena', 'addMeetingPoint', {
      kind: 'good-news',
      text: 'Godkänd i matte.',
      category: 'school-attendance-and-results',
    });
    await held.does('lena', 'addMeetingPoint', {
      kind: 'news',
      text: 'Samtal hos kurator.',
      category: 'student-health',
    });
    const own = await held.does('anna', 'addMeetingPoint', { kind: 'own', text: 'Sommarjobb', minutes: 10 });
    expect(await held.refused('lena', 'addMeetingPoint', { kind: 'own', text: 'Annat', minutes: 5 })).toMatchObject({
      code: 'OTHER_HOUSE_LEADS',
    });
    expect(
      (await held.refused('anna', 'addMeetingPoint', { kind: 'own', text: ' ', minutes: 0 })).faults,
    ).toMatchObject([
      { field: 'text', code: 'REQUIRED' },
      { field: 'minutes', code: 'NOT_WHOLE_MINUTES' },
    ]);
    const said = async (key: string) =>
      (await held.page(key))['points'].flatMap((point: { said: { text: string } | null }) => point.said?.text ?? []);
    expect(await said('lena')).toEqual(['Godkänd i matte.', 'Samtal hos kurator.', 'Sommarjobb']);
    expect(await said('anna')).toEqual(['Godkänd i matte.', 'Sommarjobb']);
    expect(await said('marcus')).toEqual(['Godkänd i matte.', 'Sommarjobb']);
    const steps = (await held.page('anna'))['points'].filter(({ kind }: { kind: string }) =>
      ['form', 'own'].includes(kind),
    );
    const ids = steps.map(({ id }: { id: string }) => id);
    const wanted = [ids[0], own, ...ids.slice(1).filter((id: string) => id !== own)];
    await held.does('anna', 'orderMeetingPoints', { pointIds: wanted });
    const after = (await held.page('anna'))['points'].filter(({ kind }: { kind: string }) =>
      ['form', 'own'].includes(kind),
    );
    expect(after.map(({ id }: { id: string }) => id)).toEqual(wanted);
    expect((await held.refused('anna', 'orderMeetingPoints', { pointIds: ids.slice(1) })).code).toBe('CONFLICT');
    await held.does('anna', 'removeMeetingPoint', { pointId: own });
    expect((await held.refused('anna', 'removeMeetingPoint', { pointId: ids[0] })).code).toBe('NOT_FOUND');
    await held.meeting.act('anna', 'moveMeeting', 'MoveMeetingInput', { step: 'start' });
    expect((await held.refused('anna', 'addMeetingPoint', { kind: 'news', text: 'Sent', minutes: 0 })).code).toBe(
      'AGENDA_STANDS',
    );
  });

  it('takes up what the last meeting decided and nobody has done', async () => {
    const held = await begun('Ella');
    const [mine] = (await held.page('anna'))['seats'];
    const decisionId = await held.does('anna', 'makeMeetingDecision', {
      text: 'Ringa mamma.',
      aim: 'Hon vet vad som händer.',
      ownerMemberId: mine.memberId,
      dueOn: '2099-01-01',
    });
    await close(held);
    const next = await convenedMeeting(world, held.group, { startsAt: new Date(Date.now() + 30 * 86_400_000) });
    const page = async () => (await (await held.group.as('anna')).query(PAGE, { id: next.hubId })).groupMeeting;
    expect((await page()).unfinished).toMatchObject([
      { id: decisionId, state: 'open', said: { text: 'Ringa mamma.' } },
    ]);
    await held.does('anna', 'settleMeetingDecision', { hubId: undefined, decisionId, version: 1, state: 'done' });
    expect((await page()).unfinished).toEqual([]);
  });
});

describe('attendance', () => {
  it('is noted seat by seat, a deputy with a seat of their own, and tells whose mandate was missing', async () => {
    const held = await begun('Tuva');
    const anna = await held.group.as('anna');
    const { version } = await held.group.seenBy('anna');
    const ADD = `mutation($i: AddMemberInput!) { addGroupMember(input: $i) { version } }`;
    const deputy = seat(world, 'ali', { deputyForStaffId: world.caller('anna').staffId });
    await anna.query(ADD, { i: { groupId: held.group.id, version, seat: { mandate: 'speaks', ...deputy } } });
    const seats = (await held.page('anna'))['seats'] as {
      memberId: string;
      houseKind: string;
      deputyFor: string | null;
    }[];
    const of = (kind: string) => seats.find(({ houseKind, deputyFor }) => houseKind === kind && deputyFor === null)!;
    const standIn = seats.find(({ deputyFor }) => deputyFor !== null)!;
    const soc = of('social-services').memberId;
    await held.does('anna', 'noteAttendance', { memberId: of('police').memberId, state: 'absent' });
    await held.does('anna', 'noteAttendance', { memberId: of('school').memberId, state: 'present' });
    expect((await held.refused('anna', 'noteAttendance', { memberId: soc, state: 'deputy' })).code).toBe(
      'DEPUTY_MISSING',
    );
    expect(
      (
        await held.refused('anna', 'noteAttendance', {
          memberId: of('police').memberId,
          state: 'deputy',
          deputyMemberId: standIn.memberId,
        })
      ).code,
    ).toBe('NOT_THEIR_DEPUTY');
    await held.does('anna', 'noteAttendance', { memberId: soc, state: 'deputy', deputyMemberId: standIn.memberId });
    const page = await held.page('anna');
    expect(page['missing']).toEqual([{ kinds: ['police'] }]);
    expect(page['seats'].find(({ memberId }: { memberId: string }) => memberId === soc)).toMatchObject({
      state: 'deputy',
      deputyMemberId: standIn.memberId,
    });
    expect((await held.refused('marcus', 'noteAttendance', { memberId: soc, state: 'absent' })).code).toBe(
      'NOT_ALLOWED',
    );
  });
});

const DUE = `{ myDeadlines(first: 50) { edges { node { kind aboutId mine caseId caseNumber initials hubId groupId } } } }`;
const owed = async (key: string, decisionId: string): Promise<object[]> =>
  (await (await api.as({ id: world.town.staff.get(key) ?? '' })).query(DUE)).myDeadlines.edges
    .map((edge: any) => edge.node)
    .filter(({ aboutId }: any) => aboutId === decisionId);

describe('a party that is admitted to some points', () => {
  it('is called to their time, sees them and what is written under them, and nothing under the others', async () => {
    const held = await begun('Pia', 'planned');
    const all = (await held.page('anna'))['points'] as { id: string; minutes: number }[];
    const [first, second] = all;
    const { unitId } = world.caller('lena');
    const admit = (pointIds: unknown) => ({ unitId, pointIds });
    expect((await held.refused('anna', 'admitParty', admit([held.meeting.hubId]))).code).toBe('CHOOSE_ONE');
    expect((await held.refused('lena', 'admitParty', admit([second?.id]))).code).toMatch(/NOT_ALLOWED|OTHER_HOUSE/);
    await held.does('anna', 'admitParty', admit([second?.id]));
    const start = Date.parse((await held.page('anna'))['startsAt']);
    const mine = async () =>
      (
        await (
          await api.as({ id: world.town.staff.get('lena') ?? '' })
        ).query(`{ myInvitations { hubId startsAt minutes answer } }`)
      ).myInvitations.find(({ hubId }: any) => hubId === held.meeting.hubId);
    expect(await mine()).toMatchObject({
      startsAt: new Date(start + (first?.minutes ?? 0) * 60_000).toISOString(),
      minutes: second?.minutes,
      answer: 'none',
    });
    const seen = async (key: string) => ((await held.page(key))['points'] as { id: string }[]).map(({ id }) => id);
    expect(await seen('lena')).toEqual([second?.id]);
    expect(await seen('marcus')).toEqual(all.map(({ id }) => id));
    expect((await held.page('lena'))['admitted']).toMatchObject({ minutes: second?.minutes });
    expect((await held.page('anna'))['parties']).toContainEqual({ unitId, pointIds: [second?.id] });
    // The agenda is put in another order: the time is another one, the point is the same.
    await held.does('anna', 'orderMeetingPoints', {
      pointIds: [second?.id, ...all.flatMap(({ id }) => (id === second?.id ? [] : [id]))],
    });
    expect(await mine()).toMatchObject({ startsAt: new Date(start).toISOString(), minutes: second?.minutes });
    await held.meeting.act('anna', 'moveMeeting', 'MoveMeetingInput', { step: 'start' });
    for (const [at, text] of [first, second].entries())
      await held.does('anna', 'writeMinutes', {
        lines: [{ pointId: text?.id, category: 'measures-and-plan', text: `Under punkt ${at + 1}.`, about: [] }],
      });
    expect(textsOf(await held.page('marcus'))).toEqual(['Under punkt 1.', 'Under punkt 2.']);
    expect(textsOf(await held.page('lena'))).toEqual(['Under punkt 2.']);
    expect((await held.refused('anna', 'admitParty', admit(null))).code).toBe('AGENDA_STANDS');
  });

  it('is given nothing of what is said under the others or to the whole, also not beside the meeting', async () => {
    const held = await begun('Rut', 'planned');
    const all = (await held.page('anna'))['points'] as { id: string }[];
    const [first, second] = all.map(({ id }) => id);
    const { unitId, branchId } = world.caller('lena');
    const admit = (...pointIds: unknown[]) => held.does('anna', 'admitParty', { unitId, pointIds });
    await admit(second);
    const SHARED = `query($id: ID!) { sharedCase(caseId: $id) { things { part { text } } } }`;
    const shared = async (key: string): Promise<string[]> => {
      const { sharedCase } = await (await held.group.as(key)).query(SHARED, { id: held.group.file.caseId });
      return sharedCase.things
        .map(({ part }: { part: { text: string } }) => part.text)
        .filter((text: string) => text.startsWith('Om '))
        .sort();
    };
    const own = await held.does('anna', 'addMeetingPoint', { kind: 'own', text: 'Om sommarjobb', minutes: 10 });
    await held.does('marcus', 'addMeetingPoint', { kind: 'news', text: 'Om torget', category: 'measures-and-plan' });
    expect(await shared('lena')).toEqual([]);
    // Admitted to it, they are told what it is; and it is not taken away from under them.
    await admit(own);
    expect(await shared('lena')).toEqual(['Om sommarjobb']);
    expect((await held.page('lena'))['points'].map(({ id }: { id: string }) => id)).toEqual([own]);
    expect(await held.refused('anna', 'removeMeetingPoint', { pointId: own })).toMatchObject({
      code: 'ONLY_POINT_OF_PARTY',
      field: 'pointId',
    });
    await admit(second);
    await held.meeting.act('anna', 'moveMeeting', 'MoveMeetingInput', { step: 'start' });
    const anna = await held.group.as('anna');
    const READERS = `query($id: ID!, $p: ID, $o: ID) { boardReaders(hubId: $id, category: "measures-and-plan", pointId: $p, ownerMemberId: $o) {
      houses { kind sees ground } } }`;
    const reads = async (more: object): Promise<string[]> =>
      (await anna.query(READERS, { id: held.meeting.hubId, ...more })).boardReaders.houses
        .filter(({ sees }: { sees: boolean }) => sees)
        .map(({ kind }: { kind: string }) => kind)
        .sort();
    const seats = (await held.page('anna'))['seats'] as { memberId: string; houseKind: string }[];
    const [school, police] = ['school', 'police'].map((kind) => seats.find((one) => one.houseKind === kind)!.memberId);
    expect(await reads({ p: first })).toEqual(['police']);
    expect(await reads({ p: second })).toEqual(['police', 'school']);
    expect(await reads({})).toEqual(['police']);
    expect(await reads({ o: school })).toEqual(['police', 'school']);
    const write = (pointId: unknown, text: string) =>
      held.does('anna', 'writeMinutes', { lines: [{ pointId, category: 'measures-and-plan', text, about: [] }] });
    await write(first, 'Om punkt ett');
    await write(second, 'Om punkt två');
    await held.meeting.act('anna', 'putMapEntry', 'PutMapEntryInput', {
      ...{ entryId: randomUUID(), kind: 'risk', text: 'Om risken' },
    });
    await held.meeting.act('anna', 'saveBoardText', 'SaveBoardTextInput', {
      ...{ text: 'next-steps', value: 'Om nästa steg', baseVersion: null },
    });
    const decide = (text: string, ownerMemberId: unknown) =>
      held.does('anna', 'makeMeetingDecision', { text, ownerMemberId, dueOn: '2099-01-01' });
    await decide('Om polisens uppgift', police);
    await decide('Om skolans uppgift', school);
    const told = ['Om punkt två', 'Om skolans uppgift'];
    expect(await shared('lena')).toEqual(['Om sommarjobb', ...told].sort());
    const whole = ['Om sommarjobb', 'Om punkt ett', 'Om risken', 'Om nästa steg', 'Om polisens uppgift'];
    expect(await shared('marcus')).toEqual([...whole, ...told].sort());
    // As a measure in the plan it is told to no house more than as a decision, and not by way of the plan.
    const measure = (text: string, pointId: unknown, ownerMemberId: unknown) =>
      held.does('anna', 'makeMeetingDecision', {
        ...{ text, pointId, ownerMemberId, dueOn: '2099-01-01', needArea: 'leisure', aim: 'Lugn', seen: [] },
      });
    await measure('Om åtgärd ett', first, police);
    await measure('Om åtgärd två', second, police);
    expect((await shared('lena')).filter((text) => text.startsWith('Om åtgärd'))).toEqual(
      Array(2).fill('Om åtgärd två'),
    );
    expect((await shared('marcus')).filter((text) => text.startsWith('Om åtgärd'))).toHaveLength(4);
    // No row says otherwise: what is not shared with the house is nowhere to be found for it.
    const rows = await world.behindTheLocks<{ n: number }>(
      `select count(*)::int as n from share h join minute_line l on l.item_id = h.item_id
       where h.to_branch_id = $1 and l.hub_id = $2 and l.point_id = $3`,
      [branchId, held.meeting.hubId, first],
    );
    expect(rows).toEqual([{ n: 0 }]);
  });
});

describe('a pen', () => {
  const PEN = `mutation($i: ShowMinutesPenInput!) { showMinutesPen(input: $i) }`;

  it('is seen under its point by those who will be given what is written, and by nobody else', async () => {
    const held = await begun('Penny');
    const [point] = (await held.page('anna'))['points'] as { id: string }[];
    const heard: Record<string, any[]> = { marcus: [], anna: [] };
    const sockets = await Promise.all(
      Object.keys(heard).map(async (key) => {
        const socket = await (await api.as({ id: world.town.staff.get(key) ?? '' })).socket();
        socket.on('change', (event: any) => heard[key]!.push(event.change));
        expect(await socket.emitWithAck('watch', `minutes:${held.meeting.hubId}`)).toMatchObject({ ok: true });
        return socket;
      }),
    );
    const outside = await (await api.as({ id: world.town.staff.get('hassan') ?? '' })).socket();
    expect(await outside.emitWithAck('watch', `minutes:${held.meeting.hubId}`)).toMatchObject({ ok: false });
    const anna = await api.as({ id: world.town.staff.get('anna') ?? '' });
    const pen = { hubId: held.meeting.hubId, pointId: point?.id, category: 'measures-and-plan' };
    // Of what the consent does not reach nobody at the police sees a pen either.
    await anna.query(PEN, { i: { ...pen, category: 'addiction' } });
    await anna.query(PEN, { i: pen });
    await anna.query(PEN, { i: { ...pen, isDown: true } });
    const pens = () => heard['marcus']!.filter((change) => change?.kind === 'pen');
    for (let tries = 0; pens().length < 2 && tries < 100; tries++) await new Promise((wait) => setTimeout(wait, 50));
    const member = world.caller('anna').staffId;
    expect(pens()).toEqual([
      { kind: 'pen', member, point: point?.id },
      { kind: 'pen', member, point: null },
    ]);
    expect(heard['anna']!.filter((change) => change?.kind === 'pen')).toEqual([]);
    expect((await anna.refusal(PEN, { i: { ...pen, pointId: held.meeting.hubId } })).code).toBe('NO_SUCH_POINT');
    expect((await anna.refusal(PEN, { i: { ...pen, category: 'x' } })).code).toBe('CHOOSE_ONE');
    const hassan = await api.as({ id: world.town.staff.get('hassan') ?? '' });
    expect((await hassan.refusal(PEN, { i: pen })).code).toBe('NOT_FOUND');
    for (const socket of [...sockets, outside]) socket.disconnect();
  });
});

describe('a decision', () => {
  it('has an owner and a day, and is a deadline until it is done', async () => {
    const held = await begun('Freja');
    const seats = (await held.page('anna'))['seats'] as { memberId: string; houseKind: string }[];
    const officer = seats.find(({ houseKind }) => houseKind === 'police')!.memberId;
    const wanted = { text: 'Möta upp vid torget.', aim: 'Trygg väg hem.', ownerMemberId: officer, dueOn: '2099-01-01' };
    expect(
      (await held.refused('anna', 'makeMeetingDecision', { ...wanted, text: '', dueOn: '2001-01-01' })).faults,
    ).toMatchObject([
      { field: 'text', code: 'REQUIRED' },
      { field: 'dueOn', code: 'STARTS_IN_PAST' },
    ]);
    const decisionId = await held.does('anna', 'makeMeetingDecision', wanted);
    const deadline = () =>
      world.behindTheLocks<{ state: string; owner_staff_id: string; due: string }>(
        `select state, owner_staff_id, (due_at at time zone 'Europe/Stockholm')::text as due from deadline where about_id = $1 and kind = 'meeting-decision'`,
        [decisionId],
      );
    expect(await deadline()).toMatchObject([
      { state: 'open', owner_staff_id: world.caller('marcus').staffId, due: '2099-01-02 00:00:00' },
    ]);
    expect((await held.page('marcus'))['decisions']).toMatchObject([
      { id: decisionId, aim: 'Trygg väg hem.', maySettle: true },
    ]);
    expect((await held.page('lena'))['decisions']).toMatchObject([{ id: decisionId, maySettle: false }]);
    // In the list of whoever is to do it, in their own house and without the case; in nobody else's.
    expect(await owed('marcus', decisionId)).toMatchObject([
      { mine: true, caseId: null, caseNumber: null, initials: null, hubId: held.meeting.hubId, groupId: held.group.id },
    ]);
    for (const key of ['lena', 'hassan']) expect([key, await owed(key, decisionId)]).toEqual([key, []]);
    const done = { hubId: undefined, decisionId, version: 1, state: 'done' };
    expect((await held.refused('lena', 'settleMeetingDecision', done)).code).toBe('NOT_YOUR_ENTRY');
    await held.does('marcus', 'settleMeetingDecision', done);
    expect(await deadline()).toMatchObject([{ state: 'met' }]);
    expect(await owed('marcus', decisionId)).toEqual([]);
    expect((await held.refused('marcus', 'settleMeetingDecision', done)).code).toBe('CHOOSE_ONE');
  });

  it('is not given to whom the consent does not let be told, and is withdrawn when it no longer does', async () => {
    const held = await begun('Majken');
    const seats = (await held.page('anna'))['seats'] as { memberId: string; houseKind: string }[];
    const officer = seats.find(({ houseKind }) => houseKind === 'police')!.memberId;
    const wanted = { text: 'Möta upp vid torget.', ownerMemberId: officer, dueOn: '2099-01-01' };
    const decisionId = await held.does('anna', 'makeMeetingDecision', wanted);
    await held.group.consent.narrow(held.group.file.guardianId, { categories: ['measures-and-plan'] });
    expect(await held.refused('anna', 'makeMeetingDecision', wanted)).toMatchObject({
      code: 'OWNER_MAY_NOT_BE_TOLD',
      field: 'ownerMemberId',
    });
    expect((await held.page('marcus'))['decisions']).toEqual([]);
    expect(await owed('marcus', decisionId)).toEqual([]);
    await held.group.consent.withdraw(held.group.file.guardianId);
    const [row] = await world.behindTheLocks<{ state: string; deadline: string }>(
      `select d.state, (select l.state from deadline l where l.about_id = d.id) as deadline from meeting_decision d where d.id = $1`,
      [decisionId],
    );
    expect(row).toEqual({ state: 'withdrawn', deadline: 'void' });
  });

  it('may be a measure in the plan, which is followed there and nowhere else', async () => {
    const held = await begun('Nike');
    const anna = await held.group.as('anna');
    const plan = async (key: string): Promise<any[]> =>
      (
        await (
          await held.group.as(key)
        ).query(
          `query($id: ID!) { plan(groupId: $id) { entries { id kind said { text } aim needArea ownerName followUpOn state version } } }`,
          { id: held.group.id },
        )
      ).plan.entries;
    const seats = (await held.page('anna'))['seats'] as { memberId: string; houseKind: string }[];
    const teacher = seats.find(({ houseKind }) => houseKind === 'school')!.memberId;
    const wanted = {
      ...{ text: 'Mattestuga på tisdagar.', aim: '', ownerMemberId: teacher, dueOn: '2099-01-01' },
      needArea: 'school-or-work',
    };
    expect((await held.refused('anna', 'makeMeetingDecision', { ...wanted, needArea: 'sport' })).faults).toMatchObject([
      { field: 'aim', code: 'REQUIRED' },
      { field: 'needArea', code: 'CHOOSE_ONE' },
    ]);
    expect(await plan('anna')).toEqual([]);
    const decisionId = await held.does('anna', 'makeMeetingDecision', { ...wanted, aim: 'Betyget före jul.' });
    for (const key of ['anna', 'lena'])
      expect((await held.page(key))['decisions']).toMatchObject([
        { id: decisionId, said: { text: 'Mattestuga på tisdagar.' }, state: 'in-plan' },
      ]);
    const [entry] = await plan('lena');
    expect(entry).toMatchObject({
      ...{ kind: 'measure', said: { text: 'Mattestuga på tisdagar.' }, aim: 'Betyget före jul.', state: 'planned' },
      ...{ needArea: 'school-or-work', ownerName: 'Lena Åsbrink', followUpOn: '2099-01-01' },
    });
    // Owed once, as the measure that it is.
    expect(await owed('lena', decisionId)).toEqual([]);
    expect(await owed('lena', entry.id)).toMatchObject([{ mine: true, groupId: held.group.id }]);
    expect(
      await held.refused('anna', 'settleMeetingDecision', {
        ...{ hubId: undefined, decisionId, version: 1, state: 'done' },
      }),
    ).toMatchObject({ code: 'CHOOSE_ONE' });
    // What came of it stands before whoever decides the like again, in a meeting as in the plan.
    await anna.query(`mutation($i: ActOnPlanEntryInput!) { actOnPlanEntry(input: $i) }`, {
      i: { entryId: entry.id, version: entry.version, act: 'end', result: 'not-reached', words: 'Hon kom inte dit.' },
    });
    const again = { ...wanted, aim: 'Betyget till sommaren.' };
    expect(await held.refused('anna', 'makeMeetingDecision', again)).toMatchObject({
      ...{ code: 'EARLIER_RESULT_UNSEEN', field: 'needArea' },
    });
    await held.does('anna', 'makeMeetingDecision', { ...again, seen: [entry.id] });
    expect((await plan('anna')).map(({ state }) => state)).toEqual(['ended', 'planned']);
  });

  it('points at a measure of its own group alone, whoever writes it past the act', async () => {
    const decided = async (name: string) => {
      const held = await begun(name);
      const seats = (await held.page('anna'))['seats'] as { memberId: string; houseKind: string }[];
      const decisionId = await held.does('anna', 'makeMeetingDecision', {
        ...{ text: 'Möta upp.', aim: 'Trygg väg hem.', dueOn: '2099-01-01', needArea: 'relations' },
        ownerMemberId: seats.find(({ houseKind }) => houseKind === 'police')!.memberId,
      });
      const [row] = await world.behindTheLocks<Parameters<MinutesStore['addDecision']>[0]>(
        `select id, hub_id as "hubId", group_id as "groupId", point_id as "pointId", item_id as "itemId", owner_branch_id as "ownerBranchId",
           owner_unit_id as "ownerUnitId", owner_staff_id as "ownerStaffId", due_on::text as "dueOn", entry_id as "entryId"
         from meeting_decision where id = $1`,
        [decisionId],
      );
      return row!;
    };
    const [own, other] = [await decided('Olga'), await decided('Oda')];
    const add = (entryId: string | null) =>
      world.asCaller.run(world.caller('anna'), (tx) =>
        tx.of(MinutesStore).addDecision({ ...own, id: tx.newId(), entryId }),
      );
    await expect(add(other.entryId)).rejects.toThrow('row-level security');
    await add(own.entryId);
    await add(null);
  });

  it('is not made a measure of whom the consent does not let be told, and nothing of it stands then', async () => {
    const held = await begun('Ofelia');
    const seats = (await held.page('anna'))['seats'] as { memberId: string; houseKind: string }[];
    const officer = seats.find(({ houseKind }) => houseKind === 'police')!.memberId;
    await held.group.consent.narrow(held.group.file.guardianId, { categories: ['measures-and-plan'] });
    expect(
      await held.refused('anna', 'makeMeetingDecision', {
        ...{ text: 'Möta upp vid torget.', aim: 'Trygg väg hem.', ownerMemberId: officer, dueOn: '2099-01-01' },
        needArea: 'relations',
      }),
    ).toMatchObject({ code: 'OWNER_MAY_NOT_BE_TOLD', field: 'ownerMemberId' });
    const rows = await world.behindTheLocks(`select 1 from plan_entry where group_id = $1`, [held.group.id]);
    expect(rows).toEqual([]);
  });
});

describe('minutes', () => {
  it('are adjusted for a time, never written over by one who has not read, then fixed and amended with a reason', async () => {
    const held = await begun('Nils');
    const pointId = await held.point(1);
    const line = { pointId, category: 'home-and-family', text: 'Lugnare hemma.' };
    expect((await held.refused('anna', 'writeMinutes', { lines: [{ ...line, text: ' ' }] })).faults).toMatchObject([
      { field: 'lines.0.text', code: 'REQUIRED' },
    ]);
    await held.does('anna', 'writeMinutes', { lines: [line] });
    const first = (await held.page('anna'))['lines'][0];
    const again = { ...line, lineId: first.id, expectedVersion: 1, text: 'Mycket lugnare hemma.' };
    await held.does('anna', 'writeMinutes', { lines: [again] });
    expect((await held.refused('anna', 'writeMinutes', { lines: [again] })).code).toBe('CONFLICT');
    // Whoever was too late is shown when the words that stand were written, not when the line was made.
    const second = (await held.page('anna'))['lines'][0];
    expect(second.wordsByName).toBe(first.byName);
    expect(Date.parse(second.wordsAt)).toBeGreaterThan(Date.parse(first.wordsAt));
    expect((await held.refused('marcus', 'writeMinutes', { lines: [{ ...again, expectedVersion: 2 }] })).code).toBe(
      'NOT_YOUR_ENTRY',
    );
    await held.meeting.act('anna', 'saveBoardText', 'SaveBoardTextInput', {
      text: 'next-steps',
      value: 'Ses igen.',
      baseVersion: null,
    });
    await close(held);
    expect(await held.page('anna')).toMatchObject({ minutesState: 'adjustable', fixesAt: expect.any(String) });
    // The deadline leads to the minutes themselves.
    expect(await owed('anna', held.meeting.hubId)).toMatchObject([
      { kind: 'minutes-adjusted', hubId: held.meeting.hubId, groupId: held.group.id },
    ]);
    await (
      await held.group.as('anna')
    ).query(`mutation($id: ID!) { fixMinutes(hubId: $id) }`, {
      id: held.meeting.hubId,
    });
    // Those who may read their copy are told that it is there, and nothing of it.
    const told = async (key: string) =>
      (await (await held.group.as(key)).query(NOTICES)).myNotices.edges
        .map(({ node }: any) => node)
        .filter(({ kind }: any) => kind === 'minutes-fixed');
    const place = { hubId: held.meeting.hubId, groupId: held.group.id };
    for (const key of ['marcus', 'lena']) expect([key, await told(key)]).toMatchObject([key, [place]]);
    for (const key of ['anna', 'hassan', 'birgitta']) expect([key, await told(key)]).toEqual([key, []]);
    const amended = { ...again, expectedVersion: 2, text: 'Lugnare, men inte på helgerna.' };
    expect(await held.refused('anna', 'writeMinutes', { lines: [amended] })).toMatchObject({
      code: 'AMENDMENT_NEEDS_REASON',
      field: 'reason',
    });
    expect(await held.does('anna', 'writeMinutes', { lines: [amended], reason: 'Helgerna föll bort.' })).toBe(2);
    const now = await held.page('anna');
    expect(now).toMatchObject({
      minutesState: 'fixed',
      version: 2,
      versions: [{ version: 2, reason: 'Helgerna föll bort.' }],
    });
    expect(textsOf(now)).toEqual(['Lugnare, men inte på helgerna.']);
    expect(textsOf(await held.page('anna', 1))).toEqual(['Mycket lugnare hemma.']);
    // The second lock says so too: nothing of a fixed version is written over.
    await expect(
      world.behindTheLocks(`update minute_line set item_version = 9 where hub_id = $1`, [held.meeting.hubId]),
    ).rejects.toThrow('the minutes are fixed');
  });
});

describe('minutes that nobody approves', () => {
  it('are fixed by the clock, and told to those at the table whom the consent still reaches', async () => {
    const held = await begun('Elof');
    await held.meeting.act('anna', 'saveBoardText', 'SaveBoardTextInput', {
      text: 'next-steps',
      value: 'Ses igen.',
      baseVersion: null,
    });
    await close(held);
    const { hubId } = held.meeting;
    await held.group.consent.narrow(held.group.file.guardianId, { houses: [SCHOOL] });
    const [row] = await world.behindTheLocks<{ id: string }>(
      `update deadline set starts_at = clock.now() - interval '8 days', due_at = clock.now() - interval '1 minute'
       where kind = 'minutes-adjusted' and about_id = $1 returning id`,
      [hubId],
    );
    const acts = new DeadlineActs();
    void new MinutesModule(acts);
    const wake = new CarryOutWake(world.asCaller, acts);
    for (let times = 0; times < 2; times++)
      await wake.run({ kind: 'service', name: 'deadlines', requestId: 'fixed' }, row?.id ?? '');
    const told = await world.behindTheLocks<{ id: string }>(
      `select staff_id as id from notice where kind = 'minutes-fixed' and hub_id = $1`,
      [hubId],
    );
    // Anna owned the time and is told by it; the teacher's place has ended with the consent.
    expect(told.map(({ id }) => id)).toEqual([world.caller('marcus').staffId]);
  });
});

describe('a line about somebody else as well', () => {
  it('names only those close to the young person, and reaches only houses that may be told of each of them', async () => {
    const held = await begun('Svea');
    const CIRCLE = `query($id: ID!) { meetingCircle(hubId: $id) { kind person { personId name } } }`;
    const READERS = `query($id: ID!, $about: [ID!]!) { boardReaders(hubId: $id, category: "home-and-family", about: $about) { houses { kind sees } } }`;
    const id = held.meeting.hubId;
    const anna = await held.group.as('anna');
    const { meetingCircle } = await anna.query(CIRCLE, { id });
    const { guardianId, secondGuardianId } = held.group.file;
    expect(
      meetingCircle
        .map((one: { kind: string; person: { personId: string } }) => [one.kind, one.person.personId])
        .sort(),
    ).toEqual(
      [...[guardianId, secondGuardianId].map((one) => ['guardian', one]), ['person', held.group.file.personId]].sort(),
    );
    const opened = await world.behindTheLocks<{ person_id: string }>(
      `select distinct person_id from ledger_entry where actor_staff = $1 and action = 'read' and person_id = any($2)`,
      [world.caller('anna').staffId, [guardianId, secondGuardianId]],
    );
    expect(opened).toHaveLength(2);
    const readers = async (about: string[]) =>
      (await anna.query(READERS, { id, about })).boardReaders.houses
        .filter(({ sees }: { sees: boolean }) => sees)
        .map(({ kind }: { kind: string }) => kind)
        .sort();
    expect(await readers([])).toEqual(['police', 'school']);
    // The consent is about the young person; nobody has said yes for the mother.
    expect(await readers([guardianId])).toEqual([]);
    const stranger = world.caller('anna').staffId;
    expect(await anna.refusal(READERS, { id, about: [stranger] })).toMatchObject({ code: 'NOT_FOUND' });
    const line = { pointId: await held.point(1), category: 'home-and-family', text: 'Mamma söker nytt jobb.' };
    expect(
      (await held.refused('anna', 'writeMinutes', { lines: [{ ...line, about: [stranger] }] })).faults,
    ).toMatchObject([{ field: 'lines.0.about', code: 'NOT_FOUND' }]);
    await held.does('anna', 'writeMinutes', { lines: [{ ...line, about: [guardianId] }] });
    expect(textsOf(await held.page('anna'))).toEqual(['Mamma söker nytt jobb.']);
    expect(textsOf(await held.page('lena'))).toEqual([]);
    await expect((await held.group.as('hassan')).query(CIRCLE, { id })).rejects.toThrow('NOT_FOUND');
  });
});

const ajv = new Ajv({ allErrors: true, strict: false });
addFormats.default(ajv);
const schema = ajv.compile(
  JSON.parse(readFileSync('config/schemas/meeting-record.schema.json', 'utf8')) as Record<string, unknown>,
);

describe('each agency’s own record', () => {
  it('holds just what the gate gives its reader: the police’s and the school’s differ exactly by it', async () => {
    const held = await begun('Iris');
    const pointId = await held.point(2);
    const write = (key: string, category: string, text: string) =>
      held.does(key, 'writeMinutes', { lines: [{ pointId, category, text }] });
    await write('anna', 'measures-and-plan', 'Gemensamt: studiestöd två dagar i veckan.');
    await write('anna', 'housing-and-economy', 'Bara socialtjänsten: hyran är betald.');
    await write('lena', 'school-attendance-and-results', 'Skolan berättar: närvaro 92 procent.');
    await write('lena', 'student-health', 'Bara skolan: samtal hos kurator.');
    await write('marcus', 'crime-and-suspicion', 'Polisen berättar: inte sedd i ärenden.');
    await write('marcus', 'preliminary-investigation', 'Bara polisen: förundersökning pågår.');
    const seats = (await held.page('anna'))['seats'] as { memberId: string; houseKind: string }[];
    await held.does('anna', 'makeMeetingDecision', {
      text: 'Skolan ringer mamma.',
      ownerMemberId: seats.find(({ houseKind }) => houseKind === 'school')!.memberId,
      dueOn: '2099-01-01',
    });
    const number = { diaryNumber: 'A 2026-17', registeredOn: '2026-01-15', keepYears: 5, version: 0 };
    expect((await held.refused('anna', 'keepMeetingRecord', number)).code).toBe('MEETING_NOT_HELD');
    await close(held);
    const out = async (key: string, form: 'pdf' | 'json') =>
      (await held.group.as(key)).fetch(`/documents/meeting/${held.meeting.hubId}/${form}`);
    const left = () =>
      world.behindTheLocks<{ ground: string; whole: boolean }>(
        `select ground, case_id is not null and person_id is not null as whole from ledger_entry
          where action = 'export' and outcome = 'release' and (item_id is not null or detail ->> 'hubId' = $1)`,
        [held.meeting.hubId],
      );
    expect((await out('anna', 'json')).status).toBeGreaterThanOrEqual(400);
    expect(await left()).toEqual([]);
    const items = await world.behindTheLocks<{ item_id: string }>(`select item_id from minute_line where hub_id = $1`, [
      held.meeting.hubId,
    ]);
    const released = async (key: string): Promise<string[]> => {
      const caller = world.caller(key);
      const found = await world.asCaller.run(caller, async (tx) => ({
        sealed: await tx.of(ItemStore).findSealed(items.map(({ item_id }) => item_id)),
        asOf: tx.now,
      }));
      const opened = await world.gate.openItems({ caller, asOf: found.asOf, purpose: 'support' }, found.sealed);
      return opened.released.map(({ content }) => content.text).sort();
    };
    const copies = new Map<string, string[]>();
    const soc = 'Socialtjänsten, Individ och familj';
    const others = (await held.page('anna'))['seats'] as { branchName: string; houseKind: string }[];
    const houses = others.filter(({ houseKind }) => houseKind !== 'social-services').map((one) => one.branchName);
    for (const [at, key] of ['anna', 'marcus', 'lena'].entries()) {
      await held.does(key, 'keepMeetingRecord', { ...number, diaryNumber: `${key} 2026-${at}`, keepYears: 5 + at });
      const json = JSON.parse(await (await out(key, 'json')).text());
      expect([key, schema(json) ? [] : schema.errors]).toEqual([key, []]);
      const texts = json.points
        .flatMap((point: { lines: { text: string }[] }) => point.lines.map(({ text }) => text))
        .sort();
      expect([key, texts]).toEqual([key, await released(key)]);
      expect(json.register).toMatchObject({ diary_number: `${key} 2026-${at}`, keep_years: 5 + at });
      // From whom it came, in the houses that did not draw it up; to whom, in the one that did (OSL 5:2).
      expect([key, json.register.sender, json.register.receivers.toSorted()]).toEqual(
        key === 'anna' ? [key, null, houses.toSorted()] : [key, soc, []],
      );
      expect(json.decisions).toMatchObject([{ text: 'Skolan ringer mamma.' }]);
      copies.set(key, texts);
      const pdf = await out(key, 'pdf');
      expect(pdf.headers.get('content-type')).toBe('application/pdf');
      if (!poppler) continue;
      const paper = await readPaper(Buffer.from(await pdf.arrayBuffer()));
      const words = paper.tree.replace(/\s+/g, ' ');
      expect(paper.info).toMatch(/Tagged:\s+yes/);
      expect(words).toContain(key === 'anna' ? 'Mottagare, var och en av sin del: ' : `Avsändare: ${soc}`);
      for (const { said } of (await held.page(key))['lines']) expect(words).toContain(said.text);
      for (const other of ['Bara socialtjänsten', 'Bara skolan', 'Bara polisen'])
        expect([key, other, words.includes(other)]).toEqual([
          key,
          other,
          texts.some((one: string) => one.startsWith(other)),
        ]);
    }
    expect((await left()).filter(({ whole }) => !whole)).toEqual([]);
    const only = (a: string, b: string) => copies.get(a)!.filter((text) => !copies.get(b)!.includes(text));
    expect(only('marcus', 'lena')).toEqual(['Bara polisen: förundersökning pågår.']);
    expect(only('lena', 'marcus')).toEqual(['Bara skolan: samtal hos kurator.']);
    expect(only('anna', 'marcus')).toEqual(['Bara socialtjänsten: hyran är betald.']);
    const numbers = `query($id: ID!) { groupMeeting(hubId: $id) { record { diaryNumber } } }`;
    const seen = async (key: string) =>
      (await (await held.group.as(key)).query(numbers, { id: held.meeting.hubId })).groupMeeting.record.diaryNumber;
    expect([await seen('anna'), await seen('marcus')]).toEqual(['anna 2026-0', 'marcus 2026-1']);
  });

  it('is looked at before it leaves, stands in the ledger when it has, and is gone with the consent', async () => {
    const held = await begun('Olle');
    const pointId = await held.point(2);
    const lines = [{ pointId, category: 'measures-and-plan', text: 'Studiestöd.' }];
    await held.does('anna', 'writeMinutes', { lines });
    await held.meeting.act('anna', 'saveBoardText', 'SaveBoardTextInput', {
      text: 'next-steps',
      value: 'Ses igen.',
      baseVersion: null,
    });
    await close(held);
    const marcus = await held.group.as('marcus');
    const PREVIEW = `query($id: ID!) { meetingRecordPreview(hubId: $id) { things holds { category ground count } } }`;
    const { meetingRecordPreview } = await marcus.query(PREVIEW, { id: held.meeting.hubId });
    expect(meetingRecordPreview.holds).toContainEqual({ category: 'measures-and-plan', ground: 'consent', count: 1 });
    await held.does('marcus', 'keepMeetingRecord', {
      diaryNumber: 'P 1',
      registeredOn: '2026-01-15',
      keepYears: 3,
      version: 0,
    });
    const address = `/documents/meeting/${held.meeting.hubId}/json`;
    expect((await marcus.fetch(address)).status).toBe(200);
    const lined = await world.behindTheLocks<{ detail: object }>(
      `select detail from ledger_entry where action = 'export' and detail ->> 'hubId' = $1 and detail ? 'form'`,
      [held.meeting.hubId],
    );
    expect(lined).toMatchObject([{ detail: { hubId: held.meeting.hubId, form: 'json', lines: 1 } }]);
    await held.group.consent.withdraw(held.group.file.guardianId);
    expect((await marcus.fetch(address)).status).toBeGreaterThanOrEqual(400);
    await expect(held.page('marcus')).rejects.toThrow('NOT_FOUND');
  });
});

describe('attendance of somebody in nobody’s house', () => {
  it('is noted for a guardian who came for the family’s part, and stands in the record without her name elsewhere', async () => {
    const held = await begun('Tyko');
    const anna = await held.group.as('anna');
    const { version } = await held.group.seenBy('anna');
    await anna.query(`mutation($i: AddGuestInput!) { addGroupGuest(input: $i) { version } }`, {
      i: {
        groupId: held.group.id,
        version,
        kind: 'guardian',
        closeness: null,
        words: 'Mamma, Helena',
        wished: true,
        silenceOn: null,
      },
    });
    const [guest] = (await held.page('anna'))['guests'];
    expect(guest).toMatchObject({ kind: 'guardian', state: null });
    const { guestId } = guest as { guestId: string };
    const seats = (await held.page('anna'))['seats'] as { memberId: string }[];
    const refused = async (key: string, of: object) =>
      (await held.refused(key, 'noteAttendance', { state: 'present', ...of })).code;
    // One of the two, of this group, and nobody stands in for a mother.
    expect(await refused('anna', { guestId, memberId: seats[0]!.memberId })).toBe('NOT_FOUND');
    expect(await refused('anna', { guestId: randomUUID() })).toBe('NOT_FOUND');
    expect(await refused('anna', { guestId, state: 'deputy' })).toBe('NOT_FOUND');
    expect(await refused('marcus', { guestId })).toBe('NOT_ALLOWED');
    await held.does('anna', 'noteAttendance', { guestId, state: 'absent' });
    await held.does('anna', 'noteAttendance', { guestId, state: 'present' });
    for (const key of ['anna', 'marcus'])
      expect([key, (await held.page(key))['guests']]).toEqual([key, [{ guestId, kind: 'guardian', state: 'present' }]]);
    await held.meeting.act('anna', 'saveBoardText', 'SaveBoardTextInput', {
      text: 'next-steps',
      value: 'Ses igen.',
      baseVersion: null,
    });
    await close(held);
    for (const [key, name] of [
      ['anna', 'Mamma, Helena'],
      ['marcus', null],
    ] as const) {
      const number = { diaryNumber: `${key} 1`, registeredOn: '2026-01-15', keepYears: 5, version: 0 };
      await held.does(key, 'keepMeetingRecord', number);
      const out = await (await held.group.as(key)).fetch(`/documents/meeting/${held.meeting.hubId}/json`);
      const { attendance } = JSON.parse(await out.text());
      expect([key, attendance.filter(({ kind }: any) => kind === 'guardian')]).toEqual([
        key,
        [{ name, unit: null, agency: null, kind: 'guardian', mandate: null, state: 'present', deputy: null }],
      ]);
    }
  });
});
