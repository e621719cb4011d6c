/** A family that was to move stays, or nobody takes over: the group goes on where it was, and nothing is offered any longer ([S1]). */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openAnotherTown } from '../../support/another-town.js';
import { type Api, startApi } from '../../support/api.js';
import { formedGroup, MOVE, prepareGroup, type GroupUnderTest } from '../../support/group.js';
import { buildWorld, type World } from '../../support/world.js';

const PAGE = `query($id: ID!) { relocationOfGroup(groupId: $id) { version things { itemId category } offers { withdrawnAt } } }`;
const OFFER = `mutation($i: OfferRelocationInput!) { offerRelocation(input: $i) { offers { id } } }`;
const LOOK = `mutation($i: LookAtGroupInput!) { lookAtGroup(input: $i) { id } }`;

let world: World;
let api: Api;
let branchId: string;
beforeAll(async () => {
  world = await buildWorld();
  ({ branchId } = await openAnotherTown(world));
  api = await startApi(world.database);
}, 120_000);
afterAll(async () => {
  await api?.close();
  await world?.close();
});

const move = async (group: GroupUnderTest, to: string, reason: string): Promise<Record<string, any>> => {
  const { version } = await group.seenBy('anna');
  const anna = await group.as('anna');
  return (await anna.query(MOVE, { i: { groupId: group.id, version, move: to, reason } })).moveGroup;
};
const refused = async (group: GroupUnderTest, to: string, reason: string): Promise<string> => {
  const { version } = await group.seenBy('anna');
  const anna = await group.as('anna');
  return (await anna.refusal(MOVE, { i: { groupId: group.id, version, move: to, reason } })).code;
};
const clocks = async (aboutId: string, kind: string): Promise<string[]> =>
  (
    await world.behindTheLocks<{ state: string }>(
      `select state from deadline where about_id = $1 and kind = $2 order by starts_at, settled_at nulls last`,
      [aboutId, kind],
    )
  ).map(({ state }) => state);

it('takes back what was offered and lets a formed group go on, with its clock begun anew', async () => {
  const group = await formedGroup(world, api, { givenName: 'Disa' });
  await group.step('plan', { words: 'Skola varje dag.' });
  await move(group, 'move', 'other-municipality');
  // Nobody is forgotten while it is not known what comes of it.
  expect(await clocks(group.id, 'waiting-look')).toEqual(['open']);
  const { version: looked } = await group.seenBy('anna');
  await (await group.as('anna')).query(LOOK, { i: { groupId: group.id, version: looked, found: 'still-waits' } });
  const elin = await group.as('elin');
  const { version, things } = (await elin.query(PAGE, { id: group.id })).relocationOfGroup;
  const itemIds = [things.find(({ category }: { category: string }) => category === 'measures-and-plan').itemId];
  await elin.query(OFFER, {
    i: {
      groupId: group.id,
      version,
      toBranchId: branchId,
      itemIds,
      neededForCare: true,
      reasons: 'Stödet fortsätter.',
    },
  });
  expect((await group.seenBy('anna'))['moves']).toEqual(['resume', 'close']);
  expect(await refused(group, 'queue', 'no-room')).toBe('STEP_NOT_FROM_HERE');
  expect(await move(group, 'resume', 'stays')).toMatchObject({ standing: 'active' });
  const [offer] = (await elin.query(PAGE, { id: group.id })).relocationOfGroup.offers;
  expect(offer.withdrawnAt).not.toBeNull();
  expect((await clocks(group.id, 'waiting-look')).at(-1)).toBe('met');
  expect((await clocks(group.id, 'sig-meeting')).at(-1)).toBe('open');
  expect((await group.seenBy('marcus'))['standing']).toBe('active');
});

it('lets one that was not formed wait again, and takes the words for it from nowhere else', async () => {
  const group = await prepareGroup(world, api, { givenName: 'Milo' });
  await move(group, 'move', 'other-municipality');
  expect((await group.seenBy('anna'))['moves']).toEqual(['queue', 'motivate', 'close']);
  expect(await refused(group, 'resume', 'stays')).toBe('STEP_NOT_FROM_HERE');
  expect(await move(group, 'queue', 'waits-for-party')).toMatchObject({ standing: 'queued' });
  const running = await formedGroup(world, api, { givenName: 'Ture' });
  await move(running, 'pause', 'health');
  expect(await refused(running, 'resume', 'stays')).toBe('CHOOSE_ONE');
});
