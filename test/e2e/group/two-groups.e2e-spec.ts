/** One case, two groups, and the same officer in both: leaving one takes nothing of the other (OSL 26:1, [S1]). */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Api, startApi } from '../../support/api.js';
import { FORM, formedGroup, GROUP, prepareGroup, seat, type GroupUnderTest } from '../../support/group.js';
import { signedConsent } from '../../support/joint.js';
import { buildWorld, type World } from '../../support/world.js';

const END = `mutation($i: EndMemberInput!) { endGroupMember(input: $i) { id } }`;

let world: World;
let api: Api;
let sig: GroupUnderTest;
let joint: GroupUnderTest;
beforeAll(async () => {
  world = await buildWorld();
  api = await startApi(world.database);
  await world.behindTheLocks(
    `with g as (insert into agreement (id, municipality_id, form, starts_on, ends_on, signed_by) values (gen_random_uuid(), $1, 'mash', '2026-01-01', '2027-12-31', 'Kommundirektören') returning id)
     insert into agreement_party (agreement_id, branch_id) select g.id, b.id from g, branch b where b.municipality_id = $1`,
    [world.caller('anna').municipalityId],
  );
  sig = await formedGroup(world, api, { givenName: 'Tindra' });
  const consent = await signedConsent(world, sig.file, { form: 'mash' });
  joint = await prepareGroup(world, api, { kind: 'mash-4', file: sig.file, consent });
  await joint.step('consent');
  const { version } = await joint.seenBy('anna');
  const members = [seat(world, 'anna', { mandate: 'decides' }), seat(world, 'marcus'), seat(world, 'lena')];
  const i = { groupId: joint.id, version, contactStaffId: world.caller('anna').staffId, members };
  await (await joint.as('anna')).query(FORM, { i });
}, 120_000);
afterAll(async () => {
  await api?.close();
  await world?.close();
});

const id = (key: string): string => world.caller(key).staffId;
const leave = async (group: GroupUnderTest, key: string): Promise<void> => {
  const seen = await group.seenBy('anna');
  const member = seen['members'].find((one: any) => one.staffId === id(key) && one.endsAt === null);
  const i = { groupId: group.id, version: seen['version'], memberId: member.id, reason: 'not-needed' };
  await (await group.as('anna')).query(END, { i });
};
const sees = async (group: GroupUnderTest, key: string): Promise<string> => {
  const client = await api.as({ id: world.town.staff.get(key) ?? '' });
  return client.query(GROUP, { id: group.id }).then(
    () => 'sees it',
    (refused: { refusal: { code: string } }) => refused.refusal.code,
  );
};
const works = (key: string): Promise<{ until: Date | null }[]> =>
  world.behindTheLocks(
    `select ends_at as until from assignment where case_id = $1 and staff_id = $2 and reason = 'group' and (ends_at is null or ends_at > clock.now())`,
    [sig.file.caseId, id(key)],
  );
const epoch = async (): Promise<number> =>
  Number(
    (
      await world.behindTheLocks<{ epoch: string }>(`select epoch from sight_epoch where about = $1`, [sig.file.caseId])
    )[0]?.epoch ?? 0,
  );

it('keeps the other group for whoever leaves one, and takes what was seen of the one they left', async () => {
  expect([await sees(sig, 'marcus'), await sees(joint, 'marcus')]).toEqual(['sees it', 'sees it']);
  const before = await epoch();
  await leave(sig, 'marcus');
  expect([await sees(sig, 'marcus'), await sees(joint, 'marcus')]).toEqual(['NOT_FOUND', 'sees it']);
  // What was decided on before is decided anew, though he works on the case still.
  expect(await epoch()).toBeGreaterThan(before);
  await leave(joint, 'marcus');
  expect(await sees(joint, 'marcus')).toBe('NOT_FOUND');
  expect(await works('marcus')).toEqual([]);
});

it('lasts as long as the post that is left when another ends', async () => {
  const lena = id('lena');
  const [second] = await world.behindTheLocks<{ id: string; ends: Date }>(
    `insert into membership (id, municipality_id, staff_id, unit_id, role, starts_at, ends_at)
     select gen_random_uuid(), municipality_id, staff_id, unit_id, role, clock.now() - interval '1 day', clock.now() + interval '30 days' from membership
     where staff_id = $1 limit 1 returning id, ends_at as ends`,
    [lena],
  );
  await world.behindTheLocks(`update group_member set membership_id = $2 where group_id = $1 and staff_id = $3`, [
    joint.id,
    second!.id,
    lena,
  ]);
  await world.behindTheLocks(
    `update membership set ends_at = clock.now() where staff_id = $1 and id <> $2 and ends_at is null`,
    [lena, second!.id],
  );
  expect(await works('lena')).toEqual([{ until: second!.ends }]);
  await world.behindTheLocks(`update membership set ends_at = clock.now() where id = $1`, [second!.id]);
  expect(await works('lena')).toEqual([]);
});

it('is put to work for as long as the later of two posts', async () => {
  const [row] = await world.behindTheLocks<{ count: number }>(
    `select count(*)::int from assignment where case_id = $1 and staff_id = $2 and reason = 'group'`,
    [sig.file.caseId, id('anna')],
  );
  expect(row?.count).toBe(1);
});
