/** A group’s leader leaves: it is shown, and another takes over what they owed, in one act. */
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type Api, startApi } from '../../support/api.js';
import { formedGroup, type GroupUnderTest } from '../../support/group.js';
import { convenedMeeting, soon } from '../../support/group-meeting.js';
import { buildWorld, type World } from '../../support/world.js';

jest.setTimeout(60_000);

const HAND = `mutation($i: HandLeadInput!) { handGroupLead(input: $i) }`;
const POSSIBLE = `query($id: ID!) { possibleLeaders(groupId: $id) { staffId name } }`;
const SEEN = `query($id: ID!) { group(id: $id) { version coordinatorName leaderLeft members { staffId mandate isContact endsAt endReason }
  acts { act word } } groups { lines { id leaderLeft } } }`;

let world: World;
let api: Api;
let group: GroupUnderTest;
const id = (key: string): string => world.caller(key).staffId;
const seen = async (key: string) => (await group.as(key)).query(SEEN, { id: group.id });

beforeAll(async () => {
  world = await buildWorld();
  api = await startApi(world.database);
  group = await formedGroup(world, api, { givenName: 'Love' });
  await group.step('plan', { words: 'Skola varje dag.' });
  // The manager works on the case, as whoever follows it does.
  await world.behindTheLocks(
    `insert into assignment (id, case_id, branch_id, staff_id, reason, assigned_by) values (gen_random_uuid(), $1, $2, $3, 'lead', $3)`,
    [group.file.caseId, world.caller('birgitta').branchId, id('birgitta')],
  );
}, 120_000);
afterAll(async () => {
  await api?.close();
  await world?.close();
});

describe('a group’s lead', () => {
  it('is nobody else’s to give while its leader is there, and never another house’s', async () => {
    const { version } = (await seen('anna')).group;
    const i = { groupId: group.id, version, toStaffId: id('lena') };
    expect(await (await group.as('anna')).refusal(HAND, { i })).toMatchObject({
      code: 'CHOOSE_ONE',
      field: 'toStaffId',
    });
    expect((await (await group.as('marcus')).refusal(HAND, { i })).code).toBe('NOT_ALLOWED');
    expect((await seen('anna')).group.leaderLeft).toBe(false);
  });

  it('is missed when its leader has left, and goes to another with deadlines, meetings, seat and contact', async () => {
    const meeting = await convenedMeeting(world, group, { startsAt: await soon(world, 600) });
    const anna = id('anna');
    await world.behindTheLocks(`update membership set ends_at = clock.now() where staff_id = $1 and ends_at is null`, [
      anna,
    ]);
    const before = await seen('birgitta');
    expect(before.group.leaderLeft).toBe(true);
    expect(before.groups.lines.find((one: { id: string }) => one.id === group.id).leaderLeft).toBe(true);
    const birgitta = await group.as('birgitta');
    const { possibleLeaders } = await birgitta.query(POSSIBLE, { id: group.id });
    expect(possibleLeaders.map(({ staffId }: { staffId: string }) => staffId)).toContain(id('birgitta'));
    expect(possibleLeaders.map(({ staffId }: { staffId: string }) => staffId)).not.toContain(anna);
    await birgitta.query(HAND, { i: { groupId: group.id, version: before.group.version, toStaffId: id('birgitta') } });

    const after = (await seen('birgitta')).group;
    expect(after).toMatchObject({ leaderLeft: false, acts: expect.arrayContaining([{ act: 'lead', word: 'handed' }]) });
    expect(after.members.find((one: { staffId: string }) => one.staffId === anna).endReason).toBe('post-ended');
    expect(after.members.find((one: { staffId: string }) => one.staffId === id('birgitta'))).toMatchObject({
      mandate: 'decides',
      isContact: true,
      endsAt: null,
    });
    const owed = await world.behindTheLocks<{ owner: string }>(
      `select owner_staff_id as owner from deadline where about_id = $1 and state = 'open'`,
      [group.id],
    );
    expect(owed.length).toBeGreaterThan(0);
    expect(new Set(owed.map(({ owner }) => owner))).toEqual(new Set([id('birgitta')]));
    expect(
      await world.behindTheLocks(`select leader_staff_id as leader from hub where id = $1`, [meeting.hubId]),
    ).toEqual([{ leader: id('birgitta') }]);
    const [line] = await world.behindTheLocks<{ detail: object }>(
      `select detail from ledger_entry where detail->>'lead' = 'handed'`,
    );
    expect(line?.detail).toMatchObject({ groupId: group.id, from: anna, to: id('birgitta') });
  });

  it('is told to whoever loses it and to whoever gets it', async () => {
    await world.behindTheLocks(`update membership set ends_at = null where staff_id = $1`, [id('anna')]);
    const { version } = (await seen('birgitta')).group;
    const birgitta = await group.as('birgitta');
    await birgitta.query(HAND, { i: { groupId: group.id, version, toStaffId: id('anna') } });
    expect((await seen('birgitta')).group.leaderLeft).toBe(false);
    expect(
      await world.behindTheLocks(`select kind from notice where staff_id = $1 and kind = 'group-led'`, [id('anna')]),
    ).toEqual([{ kind: 'group-led' }, { kind: 'group-led' }]);
  });
});
