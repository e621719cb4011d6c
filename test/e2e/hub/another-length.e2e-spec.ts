/** A hub that is given another length goes through the same points in proportion, and everyone's board shows it. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { MINUTE } from '#domain/kernel/instant.js';
import { type Api, startApi } from '../../support/api.js';
import { openGradedCase } from '../../support/case.js';
import { conveneHub, type HubUnderTest, type Screen, until, watch } from '../../support/hub.js';
import { buildWorld, type World } from '../../support/world.js';

const HUB = `query($id: ID!) { hub(id: $id) { startsAt } proposeMove(hubId: $id) { version } }`;
const MOVE = `mutation($i: MoveMeetingTimeInput!) { moveMeetingTime(input: $i) { version } }`;

let world: World;
let api: Api;
let hub: HubUnderTest;
let screen: Screen;

beforeAll(async () => {
  world = await buildWorld();
  api = await startApi(world.database);
  hub = await conveneHub(world, api, await openGradedCase(world, { grade: 'orange' }));
}, 120_000);
afterAll(async () => {
  await api?.close();
  await world?.close();
});

async function move(minutes: number, meanwhile: () => Promise<void> = async () => {}): Promise<void> {
  const maria = await hub.as('maria');
  const now = await maria.query(HUB, { id: hub.hubId });
  const startsAt = new Date(Math.max(Date.parse(now.hub.startsAt), Date.now() + 10 * MINUTE));
  await meanwhile();
  await maria.query(MOVE, { i: { hubId: hub.hubId, version: now.proposeMove.version, startsAt, minutes } });
}

const minutes = (): number[] => screen.board.agenda.map((point) => point.minutes);

it('of an hour takes twice the time for each point, though somebody came to the lobby meanwhile', async () => {
  await move(60, async () => {
    screen = await watch(hub, 'sara');
    await until(() => screen.board.state === 'lobby');
  });
  await until(() => minutes().reduce((sum, one) => sum + one, 0) === 60);
  expect(minutes()).toEqual([4, 24, 12, 10, 8, 2]);
});

it('of a quarter keeps every point, the decision too', async () => {
  await move(15);
  await until(() => minutes().reduce((sum, one) => sum + one, 0) === 15);
  expect(screen.board.agenda.map(({ id }) => id)).toContain('decision');
  const whole = (await hub.board('maria')).events.filter(({ kind }: { kind: string }) => kind === 'AgendaSet');
  expect(whole.at(-1).points).toEqual(screen.board.agenda);
});

it('moved at the same length says nothing new of its agenda', async () => {
  const sets = async () => (await hub.board('maria')).events.filter(({ kind }: any) => kind === 'AgendaSet').length;
  const before = await sets();
  await move(15);
  expect(await sets()).toBe(before);
});
