/**
 * What comes of a group's meeting: agenda, attendance with mandate, minutes, decisions with owner and day, and each agency's
 * own record, which holds just what the gate lets that agency have ([S1]; OSL 5:1-2, 10:1, 26:1).
 */
import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { ItemStore } from '#use-cases/gate/items.port.js';
import { type Api, startApi } from '../../support/api.js';
import { formedGroup, seat, type GroupUnderTest } from '../../support/group.js';
import { convenedMeeting, type MeetingUnderTest } from '../../support/group-meeting.js';
import { poppler, readPaper } from '../../support/paper.js';
import { buildWorld, type World } from '../../support/world.js';

const PAGE = `query($id: ID!, $version: Int) { groupMeeting(hubId: $id, version: $version) { state own mayLead about minutesState fixesAt version newest
  points { id kind name { sv } said { text } minutes audience own } seats { memberId name mandate state deputyFor deputyMemberId houseKind }
  guests { guestId kind state } missing { kinds } versions { version reason }
  lines { id pointId own itemVersion byName said { itemId text category giverKind ground } }
  decisions { id said { text } aim ownerName dueOn state version maySettle } unfinished { id said { text } state version maySettle }
  due { kind } consents { consentId } record { diaryNumber keepYears version } } }`;
const ACTS = {
  addMeetingPoint: 'AddMeetingPointInput',
  orderMeetingPoints: 'OrderMeetingPointsInput',
  removeMeetingPoint: 'RemoveMeetingPointInput',
  noteAttendance: 'NoteAttendanceInput',
  writeMinutes: 'WriteMinutesInput',
  makeMeetingDecision: 'MakeMeetingDecisionInput',
  settleMeetingDecision: 'SettleMeetingDecisionInput',
  keepMeetingRecord: 'KeepMeetingRecordInput',
} as const;
const act = (name: keyof typeof ACTS) => `mutation($i: ${ACTS[name]}!) { ${name}(input: $i) }`;

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
    const done = { hubId: undefined, decisionId, version: 1, state: 'done' };
    expect((await held.refused('lena', 'settleMeetingDecision', done)).code).toBe('NOT_YOUR_ENTRY');
    await held.does('marcus', 'settleMeetingDecision', done);
    expect(await deadline()).toMatchObject([{ state: 'met' }]);
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
    await held.group.consent.withdraw(held.group.file.guardianId);
    const [row] = await world.behindTheLocks<{ state: string; deadline: string }>(
      `select d.state, (select l.state from deadline l where l.about_id = d.id) as deadline from meeting_decision d where d.id = $1`,
      [decisionId],
    );
    expect(row).toEqual({ state: 'withdrawn', deadline: 'void' });
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
    await (
      await held.group.as('anna')
    ).query(`mutation($id: ID!) { fixMinutes(hubId: $id) }`, {
      id: held.meeting.hubId,
    });
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
    ).toEqual([guardianId, secondGuardianId].map((one) => ['guardian', one]).sort());
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
    expect((await out('anna', 'json')).status).toBeGreaterThanOrEqual(400);
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
    for (const [at, key] of ['anna', 'marcus', 'lena'].entries()) {
      await held.does(key, 'keepMeetingRecord', { ...number, diaryNumber: `${key} 2026-${at}`, keepYears: 5 + at });
      const json = JSON.parse(await (await out(key, 'json')).text());
      expect([key, schema(json) ? [] : schema.errors]).toEqual([key, []]);
      const texts = json.points
        .flatMap((point: { lines: { text: string }[] }) => point.lines.map(({ text }) => text))
        .sort();
      expect([key, texts]).toEqual([key, await released(key)]);
      expect(json.register).toMatchObject({ diary_number: `${key} 2026-${at}`, keep_years: 5 + at });
      expect(json.decisions).toMatchObject([{ text: 'Skolan ringer mamma.' }]);
      copies.set(key, texts);
      const pdf = await out(key, 'pdf');
      expect(pdf.headers.get('content-type')).toBe('application/pdf');
      if (!poppler) continue;
      const paper = await readPaper(Buffer.from(await pdf.arrayBuffer()));
      const words = paper.tree.replace(/\s+/g, ' ');
      expect(paper.info).toMatch(/Tagged:\s+yes/);
      for (const { said } of (await held.page(key))['lines']) expect(words).toContain(said.text);
      for (const other of ['Bara socialtjänsten', 'Bara skolan', 'Bara polisen'])
        expect([key, other, words.includes(other)]).toEqual([
          key,
          other,
          texts.some((one: string) => one.startsWith(other)),
        ]);
    }
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
