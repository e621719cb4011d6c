/**
 * What is written in a group's meeting comes onto the screens of those who may have it: a house with no ground for a thing gets no
 * frame when it is written, changed or taken away, wherever it listens, for when somebody writes tells too (OSL 26:1).
 */
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type Api, startApi } from '../../support/api.js';
import { ACT_ON_ENTRY, WRITE_ENTRY } from '../../support/busy-plan.js';
import { formedGroup, type GroupUnderTest } from '../../support/group.js';
import { convenedMeeting, type MeetingUnderTest } from '../../support/group-meeting.js';
import { buildWorld, type World } from '../../support/world.js';

const ACTS = {
  addMeetingPoint: 'AddMeetingPointInput',
  orderMeetingPoints: 'OrderMeetingPointsInput',
  removeMeetingPoint: 'RemoveMeetingPointInput',
  writeMinutes: 'WriteMinutesInput',
  noteAttendance: 'NoteAttendanceInput',
  makeMeetingDecision: 'MakeMeetingDecisionInput',
  settleMeetingDecision: 'SettleMeetingDecisionInput',
  admitParty: 'AdmitPartyInput',
  showMinutesPen: 'ShowMinutesPenInput',
} as const;
const PAGE = `query($id: ID!) { groupMeeting(hubId: $id) { points { id kind said { text } } seats { memberId houseKind }
  lines { id itemVersion said { text } } decisions { id version said { text } } } }`;
const BOARD = `query($id: ID!) { hubBoard(id: $id, afterSeq: 0) { events { kind points { id minutes } } } }`;

jest.setTimeout(60_000);

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

/** Anna leads; Elin works beside her, Marcus sits there for the police and Lena for the school. */
const LISTENING = ['anna', 'elin', 'marcus', 'lena'] as const;
type Listening = (typeof LISTENING)[number];

interface Table {
  readonly group: GroupUnderTest;
  readonly meeting: MeetingUnderTest;
  readonly does: (key: string, name: keyof typeof ACTS, input: object) => Promise<any>;
  readonly page: (key: string) => Promise<Record<string, any>>;
  /** The addresses at which each heard something of an act; all of it, for a later word has come after it. */
  readonly heardOf: (act: () => Promise<unknown>) => Promise<Record<Listening, readonly string[]>>;
  readonly leave: () => void;
}

async function table(givenName: string, state: 'planned' | 'started'): Promise<Table> {
  const group = await formedGroup(world, api, { givenName });
  await group.step('plan', { words: 'Skola varje dag.' });
  const meeting = await convenedMeeting(world, group);
  if (state === 'started') await meeting.act('anna', 'moveMeeting', 'MoveMeetingInput', { step: 'start' });
  const heard: Record<string, string[]> = {};
  const sockets = await Promise.all(
    LISTENING.map(async (key) => {
      const { branchId } = world.caller(key);
      const socket = await (await group.as(key)).socket();
      heard[key] = [];
      socket.on('change', ({ address }: { address: string }) => heard[key]!.push(address.split(':')[0]!));
      for (const address of [
        ...[`hubs:${branchId}`, `sight:${branchId}`, `hub:${meeting.hubId}`, `board:${meeting.hubId}`],
        ...[`minutes:${meeting.hubId}`, `meetings:${group.id}`, `plan:${group.id}`, `news:${group.id}`],
      ])
        expect([key, address, await socket.emitWithAck('watch', address)]).toMatchObject([key, address, { ok: true }]);
      return socket;
    }),
  );
  const does: Table['does'] = async (key, name, i) =>
    (await (await group.as(key)).query(`mutation($i: ${ACTS[name]}!) { ${name}(input: $i) }`, { i }))[name];
  const quiet = () => new Promise((wait) => setTimeout(wait, 400));
  return {
    group,
    meeting,
    does: (key, name, i) => does(key, name, name === 'settleMeetingDecision' ? i : { hubId: meeting.hubId, ...i }),
    page: async (key) => (await (await group.as(key)).query(PAGE, { id: meeting.hubId })).groupMeeting,
    heardOf: async (act) => {
      // What was done before has all come.
      await quiet();
      for (const key of LISTENING) heard[key]!.length = 0;
      await act();
      await quiet();
      return Object.fromEntries(LISTENING.map((key) => [key, [...new Set(heard[key])].sort()])) as any;
    },
    leave: () => sockets.forEach((socket) => socket.disconnect()),
  };
}

/** Boards, lobbies and plans of a case that lose something for somebody are read anew by all who have them open. */
const AROUND = ['board', 'hub', 'plan'];
const NOTHING = { marcus: [], lena: [] };
const TOLD = expect.arrayContaining(['meetings']);

describe('on the agenda', () => {
  it('what stays in a house is told in that house alone, and what is for all is told to all', async () => {
    const { does, heardOf, page, leave } = await table('Alva', 'planned');
    const own = { kind: 'own', text: 'Röker hasch', minutes: 10, category: 'addiction' };
    let secret = '';
    expect(await heardOf(async () => (secret = await does('anna', 'addMeetingPoint', own)))).toEqual({
      anna: TOLD,
      elin: TOLD,
      ...NOTHING,
    });
    const steps = async () =>
      (await page('anna'))['points'].filter(({ kind }: any) => ['form', 'own'].includes(kind)).map(({ id }: any) => id);
    const first = [secret, ...(await steps()).filter((id: string) => id !== secret)];
    expect(await heardOf(() => does('anna', 'orderMeetingPoints', { pointIds: first }))).toEqual({
      ...{ anna: TOLD, elin: TOLD },
      ...NOTHING,
    });
    expect(await heardOf(() => does('anna', 'removeMeetingPoint', { pointId: secret }))).toEqual({
      ...{ anna: TOLD, elin: TOLD },
      ...NOTHING,
    });
    let health = '';
    const news = { kind: 'news', text: 'Samtal hos kurator.', category: 'student-health' };
    expect(await heardOf(async () => (health = await does('lena', 'addMeetingPoint', news)))).toEqual({
      ...{ anna: [], elin: [], marcus: [] },
      lena: TOLD,
    });
    expect(await heardOf(() => does('lena', 'removeMeetingPoint', { pointId: health }))).toEqual({
      ...{ anna: [], elin: [], marcus: [] },
      lena: TOLD,
    });
    const all = await heardOf(() =>
      does('lena', 'addMeetingPoint', { kind: 'good-news', text: 'Godkänd.', category: 'measures-and-plan' }),
    );
    expect(all).toEqual({ anna: TOLD, elin: TOLD, marcus: TOLD, lena: TOLD });
    leave();
  });

  it('a point that a house may not have comes onto its board when the meeting starts, and says nothing', async () => {
    const { does, meeting, group, leave } = await table('Bea', 'planned');
    await does('anna', 'addMeetingPoint', { kind: 'own', text: 'Röker hasch', minutes: 10, category: 'addiction' });
    const sets = async (key: string) =>
      (await (await group.as(key)).query(BOARD, { id: meeting.hubId })).hubBoard.events.filter(
        ({ kind }: { kind: string }) => kind === 'AgendaSet',
      );
    expect(await sets('marcus')).toHaveLength(1);
    await meeting.act('anna', 'moveMeeting', 'MoveMeetingInput', { step: 'start' });
    const [before, after] = await sets('marcus');
    expect(after.points).toHaveLength(before.points.length + 1);
    expect(JSON.stringify(after)).not.toMatch(/hasch/);
    leave();
  });
});

describe('in the minutes', () => {
  it('a line is told when it is written, changed and taken away to those who have it, and to nobody else', async () => {
    const { does, heardOf, page, leave } = await table('Cleo', 'started');
    const [{ id: pointId }] = (await page('anna'))['points'];
    const line = { pointId, category: 'addiction', text: 'Röker hasch.', about: [] };
    const lines = (...some: object[]) => does('anna', 'writeMinutes', { lines: some });
    const inside = { anna: TOLD, elin: TOLD, ...NOTHING };
    const pen = { pointId, category: 'addiction', about: [], revealsPlace: false };
    expect(await heardOf(() => does('anna', 'showMinutesPen', pen))).toEqual({
      anna: [],
      elin: ['minutes'],
      ...NOTHING,
    });
    expect(await heardOf(() => lines(line))).toEqual(inside);
    const [{ id: lineId }] = (await page('anna'))['lines'];
    expect(await heardOf(() => lines({ ...line, lineId, expectedVersion: 1, text: 'Röker hasch varje dag.' }))).toEqual(
      inside,
    );
    expect(await heardOf(() => lines({ ...line, lineId, expectedVersion: 2, remove: true }))).toEqual(inside);
    // Lena's line about the school is for the others too; of another kind it is no more.
    const school = { pointId, category: 'school-attendance-and-results', text: 'Är där varje dag.', about: [] };
    const everyone = { anna: TOLD, elin: TOLD, marcus: TOLD, lena: TOLD };
    expect(await heardOf(() => does('lena', 'writeMinutes', { lines: [school] }))).toEqual(everyone);
    const [{ id: known }] = (await page('lena'))['lines'];
    const closed = { ...school, lineId: known, expectedVersion: 1, category: 'student-health', text: 'Mår bättre.' };
    const left = await heardOf(() => does('lena', 'writeMinutes', { lines: [closed] }));
    // It leaves those who had it.
    for (const key of ['anna', 'elin', 'marcus'] as const) {
      expect([key, left[key]]).toEqual([key, expect.arrayContaining(['sight'])]);
      expect([key, (await page(key))['lines']]).toEqual([key, []]);
    }
    const after = (await page('lena'))['lines'][0];
    const again = { ...closed, lineId: after.id, expectedVersion: 1, text: 'Mår mycket bättre.' };
    expect(await heardOf(() => does('lena', 'writeMinutes', { lines: [again] }))).toEqual({
      ...{ anna: [], elin: [], marcus: [] },
      lena: TOLD,
    });
    leave();
  });

  it('under points that a house is not there for nothing is told to it, nor that it is taken away', async () => {
    const { does, heardOf, page, meeting, leave } = await table('Disa', 'planned');
    const [first, second] = (await page('anna'))['points'].map(({ id }: { id: string }) => id);
    await does('anna', 'admitParty', { unitId: world.caller('lena').unitId, pointIds: [second] });
    await meeting.act('anna', 'moveMeeting', 'MoveMeetingInput', { step: 'start' });
    const line = { pointId: first, category: 'measures-and-plan', text: 'Utan skolan.', about: [] };
    expect(await heardOf(() => does('anna', 'writeMinutes', { lines: [line] }))).toEqual({
      ...{ anna: TOLD, elin: TOLD, marcus: TOLD },
      lena: [],
    });
    const [{ id: lineId }] = (await page('marcus'))['lines'];
    const gone = await heardOf(() =>
      does('anna', 'writeMinutes', { lines: [{ ...line, lineId, expectedVersion: 1, remove: true }] }),
    );
    expect(gone).toMatchObject({ anna: TOLD, elin: TOLD });
    expect(gone.lena.filter((address) => !AROUND.includes(address))).toEqual([]);
    expect(gone.marcus).toContain('sight');
    expect((await page('marcus'))['lines']).toEqual([]);
    const pen = { pointId: first, category: 'measures-and-plan', about: [], revealsPlace: false };
    expect(await heardOf(() => does('anna', 'showMinutesPen', pen))).toEqual({
      ...{ anna: [], elin: ['minutes'], marcus: ['minutes'] },
      lena: [],
    });
    leave();
  });
});

describe('a decision', () => {
  it('is told to those who have it, also when it is done, and when its measure is taken out of the plan', async () => {
    const { does, heardOf, page, group, meeting, leave } = await table('Ebba', 'planned');
    const all = (await page('anna'))['points'].map(({ id }: { id: string }) => id);
    await does('anna', 'admitParty', { unitId: world.caller('lena').unitId, pointIds: [all[1]] });
    await (
      await group.as('anna')
    ).query(WRITE_ENTRY, { i: { groupId: group.id, kind: 'goal', words: 'Komma in på fordon.' } });
    await meeting.act('anna', 'moveMeeting', 'MoveMeetingInput', { step: 'start' });
    const seats = (await page('anna'))['seats'] as { memberId: string; houseKind: string }[];
    const ownerMemberId = seats.find(({ houseKind }) => houseKind === 'police')!.memberId;
    const wanted = { pointId: all[0], text: 'Möta upp vid torget.', aim: 'Trygg väg hem.', ownerMemberId };
    const toPolice = { anna: TOLD, elin: TOLD, marcus: TOLD, lena: [] };
    let decisionId = '';
    const make = (more: object) => async () =>
      (decisionId = await does('anna', 'makeMeetingDecision', { ...wanted, dueOn: '2099-01-01', ...more }));
    expect(await heardOf(make({}))).toEqual(toPolice);
    const done = { decisionId, version: 1, state: 'done' };
    expect(await heardOf(() => does('marcus', 'settleMeetingDecision', done))).toEqual(toPolice);
    expect(await heardOf(make({ needArea: 'relations' }))).toEqual(toPolice);
    const { plan } = await (
      await group.as('anna')
    ).query(`query($id: ID!) { plan(groupId: $id) { entries { id kind version } } }`, { id: group.id });
    const { id: entryId, version } = plan.entries.find(({ kind }: { kind: string }) => kind === 'measure');
    const out = { entryId, version, act: 'remove', words: 'Fel barn.' };
    const gone = await heardOf(async () => (await group.as('anna')).query(ACT_ON_ENTRY, { i: out }));
    expect(gone).toMatchObject({ anna: TOLD, elin: TOLD });
    expect(gone.lena.filter((address) => !AROUND.includes(address))).toEqual([]);
    expect(gone.marcus).toContain('sight');
    leave();
  });
});
