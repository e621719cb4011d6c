/** The meeting closes into a decision; the investigator gets the record, on screen and as a paper that a screen reader can read. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Api, startApi } from '../../support/api.js';
import { type GradedCase, openGradedCase } from '../../support/case.js';
import { conveneHub, type HubUnderTest, watch } from '../../support/hub.js';
import { poppler, readPaper } from '../../support/paper.js';
import { buildWorld, type World } from '../../support/world.js';

const HAND_OVER = `query($id: ID!) { handOver(caseId: $id) { person { name } mayReceive withheld receiver { toStaffName receivedAt receivedByName }
  gradings { grade reasons { text } } answers { unitName knowledge given items { text } } map { kind unitName differs topicLabel { sv } item { text } }
  differences { topic topicLabel { sv } present absent } assessment { text } decision { kind decidedByName reasons { text } }
  participants { name unitName stays { from until } } } }`;

let world: World;
let api: Api;
let red: GradedCase;
let hub: HubUnderTest;
const id = (key: string) => world.town.staff.get(key)!;
const step = (key: string, name: string) => hub.act(key, 'moveMeeting', 'MoveMeetingInput', { step: name });
const decide = { kind: 'open-investigation', reasons: 'Flera enheter ser samma utveckling.' };
const text = (value: string, baseVersion: number | null) => ({ text: 'joint-assessment', value, baseVersion });

beforeAll(async () => {
  world = await buildWorld();
  red = await openGradedCase(world, { grade: 'red' });
  api = await startApi(world.database);
  hub = await conveneHub(world, api, red);
  await watch(hub, 'maria');
  await watch(hub, 'sara');
  await step('maria', 'start');
  await hub.act('sara', 'givePicture', 'GivePictureInput', { questionId: hub.questions['sara'] });
  await hub.act('ali', 'givePicture', 'GivePictureInput', { questionId: hub.questions['ali'] });
  for (const [key, stance] of [
    ['sara', 'present'],
    ['ali', 'absent'],
  ] as const)
    await hub.act(key, 'putMapEntry', 'PutMapEntryInput', {
      entryId: randomUUID(),
      kind: 'risk',
      text: `Umgänge enligt ${key}`,
      topic: 'irk-relations',
      stance,
    });
}, 120_000);
afterAll(async () => {
  await api?.close();
  await world?.close();
});

const FOLLOWS = `query($id: ID!) { hub(id: $id) { decided next { id } you { mayConvene } } }`;
const follows = async (key: string, hubId: string) => (await (await hub.as(key)).query(FOLLOWS, { id: hubId })).hub;

describe('deciding', () => {
  it('is for the one who has the authority, in their own name', async () => {
    const refused = await hub.refusal('maria', 'decideHub', 'DecideHubInput', { ...decide, handOverTo: id('elin') });
    expect(refused.code).toBe('NOT_ALLOWED');
  });

  it('says at each field what is missing, and closes no case before protection is assessed', async () => {
    const faultsOf = async (input: object) =>
      (await hub.refusal('birgitta', 'decideHub', 'DecideHubInput', input)).faults.map(({ field, code }) => [
        field,
        code,
      ]);
    expect(await faultsOf({ kind: 'open-investigation', reasons: ' ' })).toEqual([
      ['reasons', 'REQUIRED'],
      ['handOverTo', 'REQUIRED'],
    ]);
    expect(await faultsOf({ ...decide, handOverTo: id('sara') })).toEqual([['handOverTo', 'MAY_NOT_RECEIVE']]);
    expect(await faultsOf({ kind: 'no-investigation', reasons: 'Ingen oro kvar' })).toEqual([
      ['kind', 'PROTECTION_FIRST'],
    ]);
  });
});

describe('closing', () => {
  it('names everything that is lacking', async () => {
    const early = await hub.refusal('maria', 'moveMeeting', 'MoveMeetingInput', { step: 'close' });
    expect(early.code).toBe('STEP_NOT_POSSIBLE');
    await step('maria', 'begin-closing');
    const lacking = await hub.refusal('maria', 'moveMeeting', 'MoveMeetingInput', { step: 'close' });
    expect(lacking.faults.map(({ code }) => code)).toEqual(['DECISION_MISSING', 'JOINT_ASSESSMENT_MISSING']);
    expect(await world.behindTheLocks(`select id from hand_over`)).toHaveLength(0);
  });

  it('moves the case, opens four months for the investigator and meets the grade’s deadline, all at once', async () => {
    await hub.act('sara', 'saveBoardText', 'SaveBoardTextInput', text('Vi ser ett mönster.', null));
    await hub.act('birgitta', 'decideHub', 'DecideHubInput', { ...decide, handOverTo: id('elin') });
    await step('maria', 'close');
    const [file] = await world.behindTheLocks<{ state: string; phase: string }>(
      `select state, phase from case_file where id = $1`,
      [red.caseId],
    );
    expect(file).toEqual({ state: 'investigation', phase: 'investigation' });
    const deadlines = await world.behindTheLocks<{
      kind: string;
      state: string;
      months: number;
      owner_staff_id: string;
    }>(
      `select kind, state, owner_staff_id, extract(epoch from due_at - starts_at) / 86400 / 30 as months from deadline
       where case_id = $1 and kind in ('investigation', 'grade-red-assessment') order by kind`,
      [red.caseId],
    );
    expect(deadlines.map(({ kind, state }) => [kind, state])).toEqual([
      ['grade-red-assessment', 'met'],
      ['investigation', 'open'],
    ]);
    expect(deadlines[1]!.owner_staff_id).toBe(id('elin'));
    expect(Math.round(Number(deadlines[1]!.months))).toBe(4);
    const told = await world.behindTheLocks(`select id from notice where kind = 'hand-over' and staff_id = $1`, [
      id('elin'),
    ]);
    expect(told).toHaveLength(1);
  });

  it('refuses new steps, lets a slip be mended for a quarter of an hour, and then nothing', async () => {
    expect((await hub.refusal('ali', 'moveInLine', 'MoveInLineInput', { act: 'ask' })).code).toBe('BOARD_CLOSED');
    const again = { ...decide, handOverTo: id('elin') };
    expect((await hub.refusal('birgitta', 'decideHub', 'DecideHubInput', again)).code).toBe('BOARD_CLOSED');
    const mended = await hub.act('sara', 'saveBoardText', 'SaveBoardTextInput', text('Vi ser ett tydligt mönster.', 1));
    expect(mended.version).toBe(2);
    await world.database.moveClock('16 minutes');
    const late = await hub.refusal('maria', 'saveBoardText', 'SaveBoardTextInput', text('För sent.', 2));
    expect(late.code).toBe('BOARD_CLOSED');
  });

  it('lets those who came only for the hub go, and keeps the rest', async () => {
    await expect(hub.board('sara')).rejects.toThrow('NOT_FOUND');
    expect((await hub.board('maria')).events.length).toBeGreaterThan(5);
  });
});

describe('the hand-over', () => {
  it('is whole for the investigator, and closed to the police who reported', async () => {
    const { handOver } = await (await hub.as('elin')).query(HAND_OVER, { id: red.caseId });
    expect(handOver).toMatchObject({
      person: { name: 'Elliot Provberg' },
      mayReceive: true,
      withheld: 0,
      receiver: { toStaffName: 'Elin Forsbäck', receivedAt: null },
      gradings: [{ grade: 'red', reasons: { text: 'Flera uppgifter pekar åt samma håll på kort tid.' } }],
      differences: [{ topic: 'irk-relations', present: ['Barnenheten'], absent: ['Ungdomsenheten'] }],
      assessment: { text: 'Vi ser ett tydligt mönster.' },
      decision: { kind: 'open-investigation', decidedByName: 'Birgitta Nordling', reasons: { text: decide.reasons } },
    });
    const answers = Object.fromEntries(handOver.answers.map((a: any) => [a.unitName, a]));
    expect(answers['Barnenheten']).toMatchObject({
      knowledge: 'knows',
      given: true,
      items: [{ text: 'Bild från sara' }],
    });
    expect(answers['Vuxenenheten']).toMatchObject({ given: false, items: [] });
    expect(handOver.map.map((e: any) => e.differs)).toEqual([true, true]);
    expect(handOver.participants.map((p: any) => p.name).sort()).toEqual(['Maria Lindgren', 'Sara Holmgren']);
    expect((await (await hub.as('marcus')).refusal(HAND_OVER, { id: red.caseId })).code).toBe('NOTHING_HANDED_OVER');
  });

  it('speaks of factors in the municipality’s own words', async () => {
    const words = (sv: string) => ({ sv, en: sv });
    const own = {
      ...{ id: 'check-irk', version: 2, label: words('Check:IRK i Ekvalla'), source: 'Ekvalla' },
      factors: [{ id: 'irk-relations', kind: 'risk', about: 'child', label: words('Vilka hen är med') }],
    };
    await world.behindTheLocks(
      `update municipality set settings = settings || jsonb_build_object('instruments', $1::jsonb)`,
      [JSON.stringify([own])],
    );
    const { handOver } = await (await hub.as('elin')).query(HAND_OVER, { id: red.caseId });
    expect(handOver.differences).toMatchObject([{ topic: 'irk-relations', topicLabel: { sv: 'Vilka hen är med' } }]);
    expect(handOver.map.map((entry: any) => entry.topicLabel.sv)).toEqual(['Vilka hen är med', 'Vilka hen är med']);
  });

  it('stands in the ledger as taken out', async () => {
    expect((await (await hub.as('elin')).fetch(`/documents/hand-over/${red.caseId}`)).status).toBe(200);
    const lines = await world.behindTheLocks<{ action: string }>(
      `select action from ledger_entry where actor_staff = $1 and case_id = $2 and action = 'export'`,
      [id('elin'), red.caseId],
    );
    expect(lines.length).toBeGreaterThanOrEqual(6);
  });

  it('gives no paper to anyone else', async () => {
    for (const [key, status] of [
      ['marcus', 404],
      ['sara', 404],
      ['tove', 403],
    ] as const)
      expect((await (await hub.as(key)).fetch(`/documents/hand-over/${red.caseId}`)).status).toBe(status);
    expect((await api.anonymous.fetch(`/documents/hand-over/${red.caseId}`)).status).toBe(401);
  });

  it('is received by the investigator, once', async () => {
    const receive = `mutation($id: ID!) { receiveHandOver(caseId: $id) { receivedAt } }`;
    const elin = await hub.as('elin');
    const first = await elin.query(receive, { id: red.caseId });
    expect(await elin.query(receive, { id: red.caseId })).toEqual(first);
    const { handOver } = await elin.query(HAND_OVER, { id: red.caseId });
    expect(handOver).toMatchObject({ mayReceive: false, receiver: { receivedByName: 'Elin Forsbäck' } });
  });
});

(poppler ? describe : describe.skip)('the paper, read by another program', () => {
  it('is a tagged Swedish paper with headings, lists, an embedded font, page numbers and who printed it', async () => {
    const response = await (await hub.as('elin')).fetch(`/documents/hand-over/${red.caseId}`);
    expect([response.status, response.headers.get('content-type'), response.headers.get('cache-control')]).toEqual([
      200,
      'application/pdf',
      'no-store',
    ]);
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.toString('latin1')).toContain('/Lang (sv)');
    const { info, tree, text: paper, fonts } = await readPaper(bytes);
    expect(info).toMatch(/Tagged:\s+yes/);
    expect(tree).toMatch(/^Document/);
    expect(tree.match(/^ {2}H1/gm)).toHaveLength(1);
    for (const heading of ['Beslut', 'Gemensam bedömning', 'Gemensam karta', 'Enheternas bilder', 'Deltagare'])
      expect(tree).toMatch(new RegExp(`H2[^\\n]*\\n\\s+"${heading}"`));
    expect(tree).toContain('Vilka hen är med: finns enligt');
    expect(tree).toMatch(/L \(block\)\s+LI \(block\)\s+Lbl/);
    const order = ['Inled utredning', 'Vi ser ett tydligt mönster.', 'Umgänge enligt sara', 'Bild från sara'];
    const places = order.map((words) => tree.indexOf(words));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places.every((place) => place > 0)).toBe(true);
    // The foot is on the paper and not among what is read aloud.
    expect(paper).toMatch(/Utskriven av Elin Forsbäck, Socialsekreterare, utredare/);
    expect(paper).toMatch(/OSL 26:1/);
    expect(paper).toMatch(/Sida 1 av \d/);
    expect(tree).not.toContain('Sida 1 av');
    expect(fonts).toMatch(/NotoSans-Regular\s+CID TrueType\s+Identity-H\s+yes yes yes/);
  });
});

describe('more is needed now', () => {
  it('lets the hub meet again while the grade’s deadline goes on', async () => {
    const orange = await openGradedCase(world, { grade: 'orange', givenName: 'Omtag' });
    const again = await conveneHub(world, api, orange);
    await again.act('maria', 'moveMeeting', 'MoveMeetingInput', { step: 'start' });
    await again.act('sara', 'givePicture', 'GivePictureInput', { questionId: again.questions['sara'] });
    await again.act('birgitta', 'decideHub', 'DecideHubInput', { kind: 'more-now', reasons: 'Skolans bild saknas.' });
    await again.act('maria', 'moveMeeting', 'MoveMeetingInput', { step: 'begin-closing' });
    await again.act('maria', 'moveMeeting', 'MoveMeetingInput', { step: 'close' });
    const [deadline] = await world.behindTheLocks<{ state: string }>(
      `select state from deadline where case_id = $1 and kind = 'grade-orange-assessment'`,
      [orange.caseId],
    );
    expect(deadline).toEqual({ state: 'open' });
    expect(await follows('maria', again.hubId)).toEqual({ decided: 'more-now', next: null, you: { mayConvene: true } });
    const next = await conveneHub(world, api, orange);
    expect(next.hubId).not.toBe(again.hubId);
    // Whoever opens the lobby of the first is shown to the second.
    expect(await follows('sara', again.hubId)).toMatchObject({ decided: 'more-now', next: { id: next.hubId } });
    expect(await follows('sara', next.hubId)).toMatchObject({ decided: null, next: null });
    await next.act('maria', 'moveMeeting', 'MoveMeetingInput', { step: 'call-off', reasons: 'Fel dag.' });
    const third = await conveneHub(world, api, orange);
    expect(await follows('maria', again.hubId)).toMatchObject({ next: { id: third.hubId } });
  });
});
