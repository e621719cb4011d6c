/** What becomes of a hub is told to the queue that its case stands on and to the case's own pages, each by their own right. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Socket } from 'socket.io-client';
import { type Api, startApi } from '../../support/api.js';
import { openGradedCase, type GradedCase } from '../../support/case.js';
import { until } from '../../support/deadlines.js';
import { conveneHub, type HubUnderTest } from '../../support/hub.js';
import { buildWorld, type World } from '../../support/world.js';

let world: World;
let api: Api;
let file: GradedCase;
let hub: HubUnderTest;
const heard: { readonly queue: object[]; readonly page: object[] } = { queue: [], page: [] };

beforeAll(async () => {
  world = await buildWorld();
  api = await startApi(world.database);
  file = await openGradedCase(world, { grade: 'red' });
}, 120_000);
afterAll(async () => {
  await api?.close();
  await world?.close();
}, 30_000);

const watching = async (key: string, address: string): Promise<{ socket: Socket; answer: object }> => {
  const socket = await (await api.as({ id: world.town.staff.get(key)! })).socket();
  return { socket, answer: (await socket.timeout(4_000).emitWithAck('watch', address)) as object };
};
const tells = async (list: object[], change: object, act: () => Promise<unknown>): Promise<void> => {
  list.length = 0;
  await act();
  await until(
    () => Promise.resolve(list),
    (now) => now.length > 0,
  );
  expect(list[0]).toEqual(change);
};
const step = (name: string, over: object = {}) =>
  hub.act('maria', 'moveMeeting', 'MoveMeetingInput', { step: name, ...over });
const refusalsOf = (key: string) =>
  world.behindTheLocks(`select 1 from ledger_entry where action = 'refuse' and actor_staff = $1`, [
    world.caller(key).staffId,
  ]);

it('tells the queue that a hub is convened', async () => {
  const { socket, answer } = await watching('maria', `intake-queue:${world.caller('maria').branchId}`);
  expect(answer).toEqual({ ok: true });
  socket.on('change', ({ change }: { change: object }) => heard.queue.push(change));
  await tells(heard.queue, { caseId: file.caseId }, async () => {
    hub = await conveneHub(world, api, file);
  });
});

it('tells both that it is called off, and whoever leaves with it that the case has left them', async () => {
  const { socket, answer } = await watching('sara', `case:${file.caseId}`);
  expect(answer).toEqual({ ok: true });
  socket.on('change', ({ change }: { change: object }) => heard.page.push(change));
  heard.page.length = 0;
  await tells(heard.queue, { caseId: file.caseId }, () => step('call-off', { reasons: 'Redan omhändertagen.' }));
  await until(
    () => Promise.resolve(heard.page),
    (now) => now.length > 0,
  );
  expect(heard.page).toEqual([{ kind: 'revoked' }]);
});

it('closes the case to whoever has left it without a line against them, and to a stranger with one', async () => {
  const refused = { ok: false, code: 'NOT_ALLOWED' };
  expect((await watching('sara', `case:${file.caseId}`)).answer).toEqual(refused);
  expect(await refusalsOf('sara')).toEqual([]);
  expect((await watching('lena', `case:${file.caseId}`)).answer).toEqual(refused);
  expect(await refusalsOf('lena')).toHaveLength(1);
});

it('tells both what is decided', async () => {
  hub = await conveneHub(world, api, file);
  const { socket } = await watching('ali', `case:${file.caseId}`);
  socket.on('change', ({ change }: { change: object }) => heard.page.push(change));
  await step('start');
  await hub.act('sara', 'givePicture', 'GivePictureInput', { questionId: hub.questions['sara'] });
  await hub.act('birgitta', 'decideHub', 'DecideHubInput', { kind: 'more-now', reasons: 'Skolans bild saknas.' });
  await hub.act('sara', 'saveBoardText', 'SaveBoardTextInput', {
    text: 'joint-assessment',
    value: 'Vi ser ett mönster.',
    baseVersion: null,
  });
  await step('begin-closing');
  heard.page.length = 0;
  await tells(heard.queue, { caseId: file.caseId }, () => step('close'));
  await until(
    () => Promise.resolve(heard.page),
    (now) => now.length > 0,
  );
  expect(heard.page).toEqual([{ caseId: file.caseId }]);
});
