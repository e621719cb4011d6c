/** Six people on one live board: late joiners, lost lines, two pens, doubles, a leader who drops, and who loses the right to it. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Api, startApi } from '../../support/api.js';
import { type GradedCase, openGradedCase } from '../../support/case.js';
import { conveneHub, type HubUnderTest, REPRESENTATIVES, Screen, until, watch } from '../../support/hub.js';
import { buildWorld, type World } from '../../support/world.js';

let world: World;
let api: Api;
let red: GradedCase;
let hub: HubUnderTest;
const screens = new Map<string, Screen>();

const id = (key: string) => world.town.staff.get(key)!;
const lastSeq = async () => (await hub.board('maria')).events.at(-1)?.seq ?? 0;
const put = (key: string, entryId: string, text: string, more: object = {}) =>
  hub.act(key, 'putMapEntry', 'PutMapEntryInput', { entryId, kind: 'risk', text, ...more });

beforeAll(async () => {
  world = await buildWorld();
  red = await openGradedCase(world, { grade: 'red' });
  api = await startApi(world.database);
  hub = await conveneHub(world, api, red);
  for (const key of ['maria', 'birgitta', ...REPRESENTATIVES.slice(0, 4)]) screens.set(key, await watch(hub, key));
}, 120_000);
afterAll(async () => {
  await api?.close();
  await world?.close();
});

describe('the room', () => {
  it('shows who is there, and opens its lobby with the first', async () => {
    const here = ['maria', 'birgitta', ...REPRESENTATIVES.slice(0, 4)].map(id).sort();
    await until(() => [...screens.values()].every((s) => Object.keys(s.board.present).length === 6));
    expect(Object.keys(screens.get('ali')!.board.present).sort()).toEqual(here);
    expect(screens.get('ali')!.board.state).toBe('lobby');
  });

  it('is closed to the police who reported, to another unit’s colleague and to who keeps the system', async () => {
    for (const key of ['marcus', 'sven', 'tove']) {
      const socket = await (await hub.as(key)).socket();
      expect(await socket.timeout(4_000).emitWithAck('watch', `board:${hub.hubId}`)).toMatchObject({ ok: false });
    }
    await expect(hub.board('marcus')).rejects.toThrow('NOT_FOUND');
    await expect(hub.board('tove')).rejects.toThrow('NOT_ALLOWED');
  });
});

describe('the meeting', () => {
  it('starts by whoever may lead, and by nobody else', async () => {
    expect((await hub.refusal('sara', 'moveMeeting', 'MoveMeetingInput', { step: 'start' })).code).toBe('NOT_ALLOWED');
    await hub.act('maria', 'moveMeeting', 'MoveMeetingInput', { step: 'start' });
    await until(() => [...screens.values()].every((s) => s.board.state === 'running'));
    expect(screens.get('sara')!.board.leader).toBe(id('maria'));
    expect(screens.get('sara')!.board.timing.point).toBe('purpose');
  });

  it('shows a unit’s picture when the unit gives it, and not before', async () => {
    const before = JSON.stringify([...screens.get('ali')!.items]);
    expect(before).not.toContain('Bild från sara');
    expect(JSON.stringify(await hub.board('maria'))).not.toContain('Bild från');
    const refused = await hub.refusal('ali', 'givePicture', 'GivePictureInput', { questionId: hub.questions['sara'] });
    expect(refused.code).toBe('NOT_YOUR_QUESTION');
    await hub.act('sara', 'givePicture', 'GivePictureInput', { questionId: hub.questions['sara'] });
    await until(() => JSON.stringify([...screens.get('ali')!.items]).includes('Bild från sara'));
    expect(Object.keys(screens.get('ali')!.board.pictures)).toHaveLength(1);
  });

  it('gives the floor in turn', async () => {
    await hub.act('ali', 'moveInLine', 'MoveInLineInput', { act: 'ask' });
    await hub.act('karin', 'moveInLine', 'MoveInLineInput', { act: 'ask' });
    await hub.act('maria', 'giveFloor', 'GiveFloorInput', {});
    await until(() => screens.get('per')!.board.order.floor === id('ali'));
    expect(screens.get('per')!.board.order.waiting).toEqual([id('karin')]);
  });

  it('maps together and shows where units differ; a unit’s line is its own', async () => {
    const [mine, theirs] = [randomUUID(), randomUUID()];
    await put('sara', mine, 'Äldre bekanta', { topic: 'irk-relations', stance: 'present' });
    await put('ali', theirs, 'Inga sådana kontakter', { topic: 'irk-relations', stance: 'absent' });
    const rewrite = { entryId: mine, kind: 'risk', text: 'Omskrivet' };
    expect((await hub.refusal('ali', 'putMapEntry', 'PutMapEntryInput', rewrite)).code).toBe('NOT_YOUR_ENTRY');
    await put('sara', mine, 'Äldre bekanta i centrum', { topic: 'irk-relations', stance: 'present' });
    await until(() => screens.get('karin')!.board.map.find((e) => e.id === mine)?.version === 2);
    await until(() => screens.get('karin')!.items.get(screens.get('karin')!.board.map[0]!.item)?.version === 2);
    const said = screens.get('karin')!.board.map.map((e) => screens.get('karin')!.items.get(e.item)?.text);
    expect(said).toEqual(['Äldre bekanta i centrum', 'Inga sådana kontakter']);
    const extra = randomUUID();
    await put('per', extra, 'Fel rad');
    await hub.act('per', 'withdrawMapEntry', 'WithdrawMapEntryInput', { entryId: extra });
    await until(async () => screens.get('karin')!.board.seq === (await lastSeq()));
    expect(screens.get('karin')!.board.map).toHaveLength(2);
  });

  it('takes the same act twice as once', async () => {
    const entryId = randomUUID();
    const clientKey = randomUUID();
    const input = { entryId, kind: 'fact', text: 'En gång' };
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => hub.act('sara', 'putMapEntry', 'PutMapEntryInput', input, clientKey)),
    );
    expect(new Set(answers.map(({ seq }) => seq)).size).toBe(1);
    expect(answers.filter(({ repeated }) => !repeated)).toHaveLength(1);
    const [{ count }] = (await world.behindTheLocks<{ count: string }>(
      `select count(*) from board_event where hub_id = $1 and payload->'entry'->>'id' = $2`,
      [hub.hubId, entryId],
    )) as [{ count: string }];
    expect(Number(count)).toBe(1);
    // The same key in another's hand is another act.
    const theirs = { entryId: randomUUID(), kind: 'fact', text: 'En annans' };
    expect(await hub.act('ali', 'putMapEntry', 'PutMapEntryInput', theirs, clientKey)).toMatchObject({
      repeated: false,
    });
  });

  it('numbers thirty acts at once without gaps, and every screen ends with the same board', async () => {
    await Promise.all(
      Array.from({ length: 30 }, (_, n) => put(REPRESENTATIVES[n % 4]!, randomUUID(), `Rad ${n}`, { kind: 'fact' })),
    );
    const { events } = await hub.board('maria');
    expect(events.map((e) => e.seq)).toEqual(events.map((_, n) => n + 1));
    await until(() => [...screens.values()].every((s) => s.board.seq === events.length), 15_000);
    const boards = [...screens.values()].map((s) => JSON.stringify(s.board));
    expect(new Set(boards).size).toBe(1);
  });
});

describe('late and lost lines', () => {
  it('a late joiner sees exactly what the others see', async () => {
    const fatima = await watch(hub, 'fatima');
    screens.set('fatima', fatima);
    await until(() => fatima.board.present[id('fatima')] !== undefined);
    await until(() => screens.get('maria')!.board.seq === fatima.board.seq);
    expect(fatima.board).toEqual(screens.get('maria')!.board);
    for (const entry of fatima.board.map)
      expect(fatima.items.get(entry.item)).toEqual(screens.get('maria')!.items.get(entry.item));
  });

  it('who was away asks for what came after the last they saw, and has it all', async () => {
    const per = screens.get('per')!;
    const away = new Screen(null);
    away.take(await hub.board('per'));
    per.socket!.close();
    await until(() => screens.get('maria')!.board.present[id('per')] === undefined);
    await put('ali', randomUUID(), 'Sagt medan per var borta', { kind: 'contact' });
    await hub.act('maria', 'enterPoint', 'EnterPointInput', { point: 'joint-map' });
    expect(away.board.timing.point).not.toBe('joint-map');
    const missed = await hub.board('per', away.board.seq);
    away.take(missed);
    expect(missed.events[0].seq).toBe((await lastSeq()) - missed.events.length + 1);
    await until(async () => screens.get('maria')!.board.seq === (await lastSeq()));
    expect(away.board).toEqual(screens.get('maria')!.board);
    screens.set('per', await watch(hub, 'per'));
  });

  it('goes on under another when the leader’s line drops', async () => {
    screens.get('maria')!.socket!.close();
    const ali = screens.get('ali')!;
    await until(() => ali.board.present[id('maria')] === undefined);
    expect(ali.board.state).toBe('running');
    expect((await hub.refusal('ali', 'takeLead', 'ActOnBoardInput')).code).toBe('NOT_ALLOWED');
    await hub.act('birgitta', 'takeLead', 'ActOnBoardInput');
    await hub.act('birgitta', 'enterPoint', 'EnterPointInput', { point: 'joint-assessment' });
    await until(() => ali.board.timing.point === 'joint-assessment');
    expect(ali.board.leader).toBe(id('birgitta'));
    screens.set('maria', await watch(hub, 'maria'));
  });
});

describe('two pens on one text', () => {
  const save = (key: string, value: string, baseVersion: number | null, clientKey?: string) =>
    hub.act(key, 'saveBoardText', 'SaveBoardTextInput', { text: 'joint-assessment', value, baseVersion }, clientKey);

  it('weaves what was written apart, loses no word, and keeps every version', async () => {
    const first = await save('sara', 'Vi ser ett mönster.\n\nSkolan räcker inte till.', null);
    expect(first).toMatchObject({ version: 1, conflict: null });
    const [a, b] = await Promise.all([
      save('sara', 'Sammantaget: Vi ser ett mönster.\n\nSkolan räcker inte till.', 1),
      save('ali', 'Vi ser ett mönster.\n\nSkolan räcker inte till. Fritiden saknas.', 1),
    ]);
    expect([a.version, b.version].sort()).toEqual([2, 3]);
    const both = 'Sammantaget: Vi ser ett mönster.\n\nSkolan räcker inte till. Fritiden saknas.';
    expect((a.version === 3 ? a : b).value).toBe(both);
    const kept = await world.behindTheLocks(
      `select version from item_version where item_id = (select item_id from board_event where hub_id = $1 and kind = 'TextSaved' limit 1)`,
      [hub.hubId],
    );
    expect(kept).toHaveLength(2);
  });

  it('shows both where two changed the same words, and the chosen text stands', async () => {
    await save('sara', 'Risken är hög.', 3);
    const clash = await save('ali', 'Risken är måttlig.', 3);
    expect(clash.conflict).toEqual({ mine: 'Risken är måttlig.', theirs: 'Risken är hög.', theirsVersion: 4 });
    const settled = await save('ali', 'Risken är hög, enligt ungdomsenheten måttlig.', clash.conflict.theirsVersion);
    expect(settled).toMatchObject({ version: 5, conflict: null });
  });

  it('resent, is what it became the first time, with the others’ words in it', async () => {
    const key = randomUUID();
    await save('karin', 'Risken är hög, enligt ungdomsenheten måttlig. Vi följer.', 5);
    const once = await save('sara', 'Samlat: Risken är hög, enligt ungdomsenheten måttlig.', 5, key);
    await save('karin', `${once.value} Mer.`, once.version);
    const twice = await save('sara', 'Samlat: Risken är hög, enligt ungdomsenheten måttlig.', 5, key);
    expect(once.value).toBe('Samlat: Risken är hög, enligt ungdomsenheten måttlig. Vi följer.');
    expect(twice).toEqual(once);
  });

  it('shows the others who writes, and not the writer', async () => {
    const [sara, ali] = [screens.get('sara')!, screens.get('ali')!];
    await (
      await hub.as('sara')
    ).query(`mutation($h: ID!) { showPen(hubId: $h, text: "joint-assessment") }`, {
      h: hub.hubId,
    });
    await until(() => ali.heard.some((c) => c.kind === 'pen' && c.member === id('sara')));
    expect(sara.heard.some((c) => c.kind === 'pen' && c.member === id('sara'))).toBe(false);
  });

  it('keeps no text in the events', async () => {
    const rows = await world.behindTheLocks<{ payload: object }>(`select payload from board_event where hub_id = $1`, [
      hub.hubId,
    ]);
    expect(JSON.stringify(rows)).not.toMatch(/Risken|bekanta|Rad 1|Bild från/);
  });
});

describe('who loses the right', () => {
  it('hears nothing more when the assignment ends, but that it ended', async () => {
    const nils = await watch(hub, 'nils');
    await world.behindTheLocks(`update assignment set ends_at = now() where case_id = $1 and staff_id = $2`, [
      red.caseId,
      id('nils'),
    ]);
    const before = nils.heard.length;
    await put('sara', randomUUID(), 'Efter att nils lämnat', { kind: 'fact' });
    await until(() => nils.heard.slice(before).some((c) => c.kind === 'revoked'));
    expect(JSON.stringify(nils.heard.slice(before))).not.toContain('Efter att nils');
    await expect(hub.board('nils')).rejects.toThrow('NOT_FOUND');
    expect((await hub.refusal('nils', 'moveInLine', 'MoveInLineInput', { act: 'ask' })).code).toBe('NOT_FOUND');
  });

  it('is cut off when the session ends', async () => {
    const karin = screens.get('karin')!;
    const { sessionId } = await hub.as('karin');
    await world.behindTheLocks(`update session set revoked_at = now() where id = $1`, [sessionId]);
    const before = karin.heard.length;
    const gone = new Promise((resolve) => karin.socket!.once('disconnect', resolve));
    await put('sara', randomUUID(), 'Efter att karins session tog slut', { kind: 'fact' });
    await gone;
    expect(JSON.stringify(karin.heard.slice(before))).not.toContain('karins session');
  });
});
