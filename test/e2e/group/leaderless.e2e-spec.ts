/** A group that nobody leads is seen by the managers of its house, also where they do not work on it, and nothing of whom it is about ([S1]). */
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type Api, startApi } from '../../support/api.js';
import { formedGroup, GROUP, type GroupUnderTest } from '../../support/group.js';
import { convenedMeeting, soon, type MeetingUnderTest } from '../../support/group-meeting.js';
import { buildWorld, type World } from '../../support/world.js';

jest.setTimeout(60_000);

const LEADERLESS = `{ leaderlessGroups { groups { id version formName { sv } standing formedAt leaderName } possible { staffId name } } }`;
const NAME = `mutation($i: HandLeadInput!) { nameGroupLeader(input: $i) }`;

let world: World;
let api: Api;
let group: GroupUnderTest;
let meeting: MeetingUnderTest;
const id = (key: string): string => world.caller(key).staffId;
const leaderless = async (key: string) => (await (await group.as(key)).query(LEADERLESS)).leaderlessGroups;

beforeAll(async () => {
  world = await buildWorld();
  api = await startApi(world.database);
  group = await formedGroup(world, api, { givenName: 'Love' });
  await group.step('plan', { words: 'Skola varje dag.' });
  meeting = await convenedMeeting(world, group, { startsAt: await soon(world, 600) });
  // Ali takes up a post as coordinator beside his own; the manager works on another case.
  await world.behindTheLocks(
    `insert into membership (id, municipality_id, staff_id, unit_id, role, starts_at)
     select gen_random_uuid(), municipality_id, staff_id, unit_id, 'coordinator', clock.now() - interval '1 day' from membership
     where staff_id = $1 limit 1`,
    [id('ali')],
  );
  await world.behindTheLocks(
    `update assignment set ends_at = clock.now() where case_id = $1 and (staff_id in ($2, $3) or unit_id in ($4, $5))`,
    [group.file.caseId, id('birgitta'), id('ali'), world.caller('birgitta').unitId, world.caller('ali').unitId],
  );
}, 120_000);
afterAll(async () => {
  await api?.close();
  await world?.close();
});

describe('a group whose coordinator has left', () => {
  it('is nobody’s news while it is led', async () => {
    expect((await leaderless('birgitta')).groups).toEqual([]);
  });

  it('is seen by the managers of its house as a group without a coordinator, and as nothing more', async () => {
    await world.behindTheLocks(`update membership set ends_at = clock.now() where staff_id = $1 and ends_at is null`, [
      id('anna'),
    ]);
    const seen = await leaderless('birgitta');
    expect(seen.groups.map((one: { id: string }) => one.id)).toContain(group.id);
    expect(seen.groups.find((one: { id: string }) => one.id === group.id)).toEqual({
      id: group.id,
      version: expect.any(Number),
      formName: { sv: 'Social insatsgrupp' },
      standing: 'active',
      formedAt: expect.any(String),
      leaderName: 'Anna Wikmark',
    });
    expect(JSON.stringify(seen)).not.toContain('Love');
    const birgitta = await group.as('birgitta');
    expect((await birgitta.refusal(GROUP, { id: group.id })).code).toBe('NOT_FOUND');
    // Neither another house's manager nor whoever only coordinates here.
    for (const key of ['marcus', 'hassan', 'lena']) {
      const asked = await group.as(key);
      const answer = await asked.query(LEADERLESS).catch((refused: { code: string }) => refused.code);
      expect([key, JSON.stringify(answer)]).not.toContain(group.id);
    }
  });

  it('gets another leader by them, with what was owed, the seat and the meetings, and opens nothing to who names', async () => {
    const birgitta = await group.as('birgitta');
    const seen = await leaderless('birgitta');
    const { version } = seen.groups.find((one: { id: string }) => one.id === group.id);
    const name = (toStaffId: string, at = version) => ({ i: { groupId: group.id, version: at, toStaffId } });
    expect(await birgitta.refusal(NAME, name(id('marcus')))).toMatchObject({ code: 'CHOOSE_ONE', field: 'toStaffId' });
    expect((await birgitta.refusal(NAME, name(id('ali'), version + 1))).code).toBe('CONFLICT');
    await birgitta.query(NAME, name(id('ali')));
    expect((await leaderless('birgitta')).groups.map((one: { id: string }) => one.id)).not.toContain(group.id);
    expect((await birgitta.refusal(GROUP, { id: group.id })).code).toBe('NOT_FOUND');
    expect((await birgitta.refusal(NAME, name(id('ali')))).code).toBe('NOT_FOUND');
    const led = await group.seenBy('ali');
    expect(led['members']).toContainEqual(
      expect.objectContaining({ staffId: id('ali'), isContact: true, endsAt: null, mandate: 'decides' }),
    );
    expect(led['members']).toContainEqual(expect.objectContaining({ staffId: id('anna'), endReason: 'post-ended' }));
    expect(led['acts'].at(-1)).toMatchObject({ word: 'handed' });
    expect(
      await world.behindTheLocks(`select leader_staff_id as leader from hub where id = $1`, [meeting.hubId]),
    ).toEqual([{ leader: id('ali') }]);
    const owed = await world.behindTheLocks<{ owner: string }>(
      `select owner_staff_id as owner from deadline where about_id = $1 and state = 'open'`,
      [group.id],
    );
    expect(new Set(owed.map(({ owner }) => owner))).toEqual(new Set([id('ali')]));
    expect(
      await world.behindTheLocks(`select kind from notice where staff_id = $1 and kind = 'group-led'`, [id('ali')]),
    ).toEqual([{ kind: 'group-led' }]);
    const [line] = await world.behindTheLocks<{ by: string; detail: object }>(
      `select actor_staff as by, detail from ledger_entry where detail ->> 'lead' = 'named'`,
    );
    expect(line).toMatchObject({ by: id('birgitta'), detail: { groupId: group.id, from: id('anna'), to: id('ali') } });
  });
});
