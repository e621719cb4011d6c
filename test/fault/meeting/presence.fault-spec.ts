/**
 * Who is in a room when an api process is killed is gone from it within twenty seconds, for those who are left and in the
 * record of the meeting; who has come to another process meanwhile has never been away.
 */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type ApiProcess, startApiProcess } from '../../support/api-process.js';
import type { ApiClient } from '../../support/api.js';
import { openGradedCase, type GradedCase } from '../../support/case.js';
import { conveneHub, type HubUnderTest, until, watch } from '../../support/hub.js';
import { buildWorld, type World } from '../../support/world.js';

/** What is promised, and the time that a busy machine takes to tell of it. */
const PROMISED = 20_000;
const TELLING = 4_000;

let world: World;
let red: GradedCase;
let node: ApiProcess;
let other: ApiProcess;
let hub: HubUnderTest;

const id = (key: string) => world.town.staff.get(key) ?? '';
const at = (process: ApiProcess): Pick<HubUnderTest, 'hubId' | 'as' | 'board'> => {
  const clients = new Map<string, Promise<ApiClient>>();
  return {
    hubId: hub.hubId,
    board: hub.board,
    as: (key) => {
      const client = clients.get(key) ?? process.as({ id: id(key) });
      clients.set(key, client);
      return client;
    },
  };
};
const present = async (): Promise<string[]> => {
  const { hub: lobby } = await (
    await hub.as('maria')
  ).query(`query($id: ID!) { hub(id: $id) { present } }`, {
    id: hub.hubId,
  });
  return lobby.present.sort();
};
const comings = async (key: string): Promise<string[]> =>
  (await hub.board('maria')).events.filter(({ member }) => member === id(key)).map(({ kind }) => kind);

beforeAll(async () => {
  world = await buildWorld();
  red = await openGradedCase(world, { grade: 'red' });
  [node, other] = await Promise.all([startApiProcess(world), startApiProcess(world)]);
  hub = await conveneHub(world, node, red);
}, 120_000);
afterAll(async () => {
  await Promise.all([node?.stop(), other?.stop()]);
  await world?.close();
}, 30_000);

it('keeps who shows the room through another process, whichever line ends first', async () => {
  const [here, there] = [await watch(at(node), 'sara'), await watch(at(other), 'sara')];
  const maria = await watch(at(node), 'maria');
  await until(() => maria.board.present[id('sara')] !== undefined);
  here.socket?.close();
  // Longer than a lease: the other process vouches on.
  await new Promise((resolve) => setTimeout(resolve, PROMISED));
  expect(await present()).toContain(id('sara'));
  expect(await comings('sara')).toEqual(['MemberArrived']);
  there.socket?.close();
  await until(() => maria.board.present[id('sara')] === undefined);
  maria.socket?.close();
}, 60_000);

it('lets those go whom a killed process had, and nobody else', async () => {
  const maria = await watch(at(node), 'maria');
  for (const key of ['ali', 'karin', 'per']) await watch(at(other), key);
  await until(() => ['ali', 'karin', 'per'].every((key) => maria.board.present[id(key)] !== undefined));
  const killedAt = Date.now();
  await other.kill();
  // Per's screen finds the process that is left at once, as a browser does.
  await watch(at(node), 'per');
  expect(await present()).toEqual([id('maria'), id('ali'), id('karin'), id('per')].sort());
  await until(async () => (await present()).length === 2, PROMISED + TELLING);
  expect(Date.now() - killedAt).toBeLessThan(PROMISED + TELLING);
  expect(await present()).toEqual([id('maria'), id('per')].sort());
  // They are told who is left, and do not only find it on asking.
  await until(() => Object.keys(maria.board.present).length === 2);
  expect(await comings('per')).toEqual(['MemberArrived']);
  expect((await comings('ali')).at(-1)).toBe('MemberLeft');
}, 60_000);

it('goes by the machine’s clock, not by the one that is moved', async () => {
  await world.database.moveClock('10 minutes');
  await new Promise((resolve) => setTimeout(resolve, PROMISED / 2));
  expect(await present()).toEqual([id('maria'), id('per')].sort());
}, 60_000);

it('finds at its start whom a process before it had, when none was left to see it', async () => {
  await node.kill();
  node = await startApiProcess(world);
  hub = { ...hub, as: at(node).as };
  await until(async () => (await present()).length === 0, PROMISED + TELLING);
  expect(await present()).toEqual([]);
}, 60_000);
