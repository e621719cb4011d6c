/** Whoever has taken over a group’s lead closes it and follows it up half a year later, though every seat has ended ([S1]). */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Api, startApi } from '../../support/api.js';
import { formedGroup, GROUP, STEP, type GroupUnderTest } from '../../support/group.js';
import { secondCoordinator, type SecondCoordinator } from '../../support/second-coordinator.js';
import { buildWorld, type World } from '../../support/world.js';

const HAND = `mutation($i: HandLeadInput!) { handGroupLead(input: $i) }`;

let world: World;
let api: Api;
let ali: SecondCoordinator['client'];
beforeAll(async () => {
  world = await buildWorld();
  api = await startApi(world.database);
  ali = (await secondCoordinator(world, api)).client;
}, 120_000);
afterAll(async () => {
  await api?.close();
  await world?.close();
});

const id = (key: string): string => world.caller(key).staffId;
const handTo = async (group: GroupUnderTest, key: string, by = 'anna'): Promise<void> => {
  const client = by === 'ali' ? ali : await group.as(by);
  const { version } = (await client.query(GROUP, { id: group.id })).group;
  await client.query(HAND, { i: { groupId: group.id, version, toStaffId: id(key) } });
};
const work = (group: GroupUnderTest, key: string): Promise<{ reason: string; hours: number | null }[]> =>
  world.behindTheLocks(
    `select reason, round(extract(epoch from ends_at - clock.now()) / 3600)::int as hours from assignment
     where case_id = $1 and staff_id = $2 and (ends_at is null or ends_at > clock.now()) order by reason`,
    [group.file.caseId, id(key)],
  );

it('is theirs to close and to follow up, and the case no longer after that', async () => {
  const group = await formedGroup(world, api, { givenName: 'Love' });
  await handTo(group, 'ali');
  expect(await work(group, 'ali')).toEqual([
    { reason: 'group', hours: null },
    { reason: 'leads', hours: null },
  ]);
  const take = async (step: string, more: object) => {
    const { version } = (await ali.query(GROUP, { id: group.id })).group;
    return (await ali.query(STEP, { i: { groupId: group.id, version, step, ...more } })).takeGroupStep;
  };
  const steps: { step: { step: string } }[] = (await ali.query(GROUP, { id: group.id })).group.steps;
  const [close, followUp] = steps.slice(-2).map(({ step }) => step.step);
  expect(await take(close ?? '', { reason: 'goals-met', words: 'Det går bra.' })).toMatchObject({ standing: 'closed' });
  expect(await work(group, 'ali')).toEqual([{ reason: 'leads', hours: null }]);
  expect(await take(followUp ?? '', { words: 'Det går fortfarande bra.' })).toMatchObject({ standing: 'followed-up' });
  // A day, so that what was written last can be read through.
  expect(await work(group, 'ali')).toEqual([{ reason: 'leads', hours: 24 }]);
});

it('goes on to the next with the lead, and ends with the post', async () => {
  const group = await formedGroup(world, api, { givenName: 'Nour' });
  await handTo(group, 'ali');
  await handTo(group, 'anna', 'ali');
  expect(await work(group, 'ali')).toEqual([]);
  await handTo(group, 'ali');
  await world.behindTheLocks(
    `update membership set ends_at = clock.now() where staff_id = $1 and role = 'coordinator' and ends_at is null`,
    [id('ali')],
  );
  expect((await work(group, 'ali')).filter(({ reason }) => reason === 'leads')).toEqual([]);
});
