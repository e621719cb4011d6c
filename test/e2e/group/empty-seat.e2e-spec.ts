/** A seat that its holder has left is told of to whoever leads the group: that minute, and when an end that was set ahead comes ([S1]). */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Api, startApi } from '../../support/api.js';
import { until } from '../../support/deadlines.js';
import { formedGroup, type GroupUnderTest } from '../../support/group.js';
import { hostWorker, type HostedWorker } from '../../support/hosted.js';
import { buildWorld, type World } from '../../support/world.js';

const END =
  'mutation ($id: ID!, $staffId: ID!, $endsAt: String) { endPost(id: $id, staffId: $staffId, endsAt: $endsAt) { posts { id } } }';
const NOTICES = `{ myNotices(first: 50) { edges { node { kind caseId hubId groupId } } } }`;

let world: World;
let api: Api;
let worker: HostedWorker | undefined;
let group: GroupUnderTest;
beforeAll(async () => {
  world = await buildWorld();
  api = await startApi(world.database);
  group = await formedGroup(world, api, { givenName: 'Sally' });
}, 120_000);
afterAll(async () => {
  await worker?.stop();
  await api?.close();
  await world?.close();
});

/** In a session of its own, since the clock is moved. */
const told = async (key: string): Promise<object[]> =>
  (await (await api.as({ id: world.town.staff.get(key) ?? '' })).query(NOTICES)).myNotices.edges
    .map((edge: any) => edge.node)
    .filter(({ kind }: any) => kind === 'seat-empty');
/** `at` on the clock in Sweden; null ends it now. */
const endPost = async (key: string, at: string | null): Promise<void> => {
  const { staffId } = world.caller(key);
  const [post] = await world.behindTheLocks<{ id: string }>(
    `select id from membership where staff_id = $1 and (ends_at is null or ends_at > clock.now()) limit 1`,
    [staffId],
  );
  await (await group.as('tove')).query(END, { id: post?.id, staffId, endsAt: at });
};
const EMPTY = { kind: 'seat-empty', caseId: null, hubId: null, groupId: null };

it('is told of as the post ends, to whoever leads the group alone and without a word of whom it is about', async () => {
  await endPost('lena', null);
  expect(await told('anna')).toEqual([EMPTY]);
  for (const key of ['marcus', 'elin', 'birgitta']) expect([key, await told(key)]).toEqual([key, []]);
}, 30_000);

it('is told of once when the time comes that was set ahead, and not before', async () => {
  const [row] = await world.behindTheLocks<{ at: string }>(
    `select to_char((clock.now() + interval '1 hour') at time zone 'Europe/Stockholm', 'YYYY-MM-DD"T"HH24:MI') as at`,
  );
  await endPost('marcus', row!.at);
  expect(await told('anna')).toHaveLength(1);
  await world.database.moveClock('2 hours');
  worker = await hostWorker(world.database);
  await until(
    () => told('anna'),
    (all) => all.length > 2,
    15_000,
  );
  await worker.stop();
  worker = await hostWorker(world.database);
  // He sat in the preparatory group that she leads as well.
  expect(await told('anna')).toEqual([EMPTY, EMPTY, EMPTY]);
}, 60_000);
