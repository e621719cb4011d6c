/** A group's meeting: called by seats that the ground reaches, held, and thereby the group's own step ([S1]; OSL 10:1, 26:1). */
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { GroupStore } from '#use-cases/group/group.port.js';
import { type Api, startApi } from '../../support/api.js';
import { formedGroup, type GroupUnderTest } from '../../support/group.js';
import { CONVENE, convenedMeeting, MEETINGS, PROPOSE, soon, WEIGH } from '../../support/group-meeting.js';
import { buildWorld, type World } from '../../support/world.js';

jest.setTimeout(60_000);

let world: World;
let api: Api;
beforeAll(async () => {
  world = await buildWorld();
  api = await startApi(world.database);
}, 120_000);
// There is room for six groups at once.
afterEach(() =>
  world.behindTheLocks(
    `update collaboration_group set standing = 'closed', closed_at = clock.now() where closed_at is null`,
  ),
);
afterAll(async () => {
  await api?.close();
  await world?.close();
});

const meetingsOf = async (group: GroupUnderTest, key: string) =>
  (await (await group.as(key)).query(MEETINGS, { id: group.id })).group;

describe('a group’s meeting', () => {
  it('is called with the agenda and times of its form: professionals first, then the family', async () => {
    const group = await formedGroup(world, api, { givenName: 'Ester' });
    await group.step('plan', { words: 'Skola varje dag.' });
    const anna = await group.as('anna');
    const { proposeGroupMeeting: proposed } = await anna.query(PROPOSE, { id: group.id });
    expect(proposed).toMatchObject({ hindrance: null, passed: [] });
    expect(proposed.kinds[0]).toMatchObject({ meeting: 'operative', familyAfter: 30, minutes: 75 });
    expect(
      proposed.called.map((one: { houseKind: string; isCalled: boolean }) => [one.houseKind, one.isCalled]),
    ).toEqual(
      expect.arrayContaining([
        ['social-services', true],
        ['police', true],
        ['school', true],
      ]),
    );
    const meeting = await convenedMeeting(world, group);
    for (const key of ['anna', 'marcus', 'lena']) {
      expect((await meetingsOf(group, key)).meetings).toMatchObject([{ hubId: meeting.hubId, state: 'planned' }]);
      const seen = await meeting.seenBy(key);
      expect(seen).toMatchObject({ kind: 'joint', groupId: group.id, minutes: 75 });
      expect(seen.points.map((point: { audience: string }) => point.audience)).toEqual([
        'professionals',
        ...Array.from({ length: 4 }, () => 'everyone'),
      ]);
    }
    await expect(meeting.seenBy('hassan')).rejects.toThrow('NOT_FOUND');
  }, 20_000);

  it('keeps the group’s cadence only where it is the form’s own kind: another beside it hides no broken limit', async () => {
    const group = await formedGroup(world, api, { givenName: 'Vidar' });
    await group.step('plan', { words: 'Skola varje dag.' });
    const clock = () =>
      world.behindTheLocks<{ state: string; due: Date }>(
        `select state, due_at as due from deadline where about_id = $1 and kind = 'sig-meeting' order by starts_at, settled_at nulls last`,
        [group.id],
      );
    const before = await clock();
    expect(before.map(({ state }) => state)).toEqual(['open']);
    const beside = await convenedMeeting(world, group);
    await world.behindTheLocks(`update hub set meeting_kind = 'beside' where id = $1`, [beside.hubId]);
    await beside.hold();
    expect(await clock()).toEqual(before);
    expect(await meetingsOf(group, 'anna')).toMatchObject({ lastMetAt: null });
    const [line] = await world.behindTheLocks<{ detail: object }>(
      `select detail from ledger_entry where case_id = $1 and detail ->> 'hub' = 'held-without-step'`,
      [group.file.caseId],
    );
    expect(line?.detail).toMatchObject({ hubId: beside.hubId, code: 'other-kind' });
    const own = await convenedMeeting(world, group, { startsAt: await soon(world, 200) });
    await own.hold();
    expect((await clock()).map(({ state }) => state)).toEqual(['met', 'open']);
  }, 30_000);

  it('is not moved onto another of the group’s, and what its new time breaks is told before it is moved', async () => {
    const group = await formedGroup(world, api, { givenName: 'Ines' });
    await group.step('plan', { words: 'Skola varje dag.' });
    const anna = await group.as('anna');
    const first = await convenedMeeting(world, group, { startsAt: await soon(world, 600) });
    const second = await convenedMeeting(world, group, { startsAt: await soon(world, 60 * 24 * 14) });
    const { hub } = await anna.query(`query($id: ID!) { hub(id: $id) { startsAt minutes } }`, { id: first.hubId });
    const consequences = async (startsAt: string) => {
      const { proposeMove } = await anna.query(
        `query($id: ID!, $at: DateTime) { proposeMove(hubId: $id, startsAt: $at) { version consequences { code limit } } }`,
        { id: second.hubId, at: startsAt },
      );
      return proposeMove as { version: number; consequences: { code: string; limit: string | null }[] };
    };
    const onto = new Date(Date.parse(hub.startsAt) + 10 * 60_000).toISOString();
    const then = await consequences(onto);
    expect(then.consequences[0]).toEqual({ code: 'group-meets-then', limit: null });
    const move = (startsAt: string) =>
      anna.refusal(`mutation($i: MoveMeetingTimeInput!) { moveMeetingTime(input: $i) { version } }`, {
        i: { hubId: second.hubId, startsAt, version: then.version, minutes: hub.minutes },
      });
    expect((await move(onto)).faults).toMatchObject([{ field: 'startsAt', code: 'TIME_NOT_POSSIBLE' }]);
    // Six weeks after the first one: no deadline runs for that yet.
    const far = await consequences(new Date(Date.parse(hub.startsAt) + 42 * 86_400_000).toISOString());
    expect(far.consequences).toContainEqual({ code: 'limit-broken', limit: 'sig-meeting' });
    const { hub: stands } = await anna.query(`query($id: ID!) { hub(id: $id) { startsAt } }`, { id: second.hubId });
    expect(Date.parse(stands.startsAt)).toBeGreaterThan(Date.parse(hub.startsAt) + 86_400_000);
  }, 30_000);

  it('is weighed before anyone is called: whose party would be missing, and the standing day that has them all', async () => {
    const group = await formedGroup(world, api, { givenName: 'Alma' });
    await group.step('plan', { words: 'Skola varje dag.' });
    const anna = await group.as('anna');
    const { proposeGroupMeeting: free } = await anna.query(PROPOSE, { id: group.id });
    expect(free.skipped).toEqual([]);
    const busy = new Date(free.proposed);
    const { staffId, municipalityId } = world.caller('marcus');
    await world.behindTheLocks(
      `insert into busy_source (id, municipality_id, staff_id, kind, busy, read_at)
       values (gen_random_uuid(), $1, $2, 'file', tstzmultirange(tstzrange($3::timestamptz, $3::timestamptz + interval '1 hour')), now())`,
      [municipalityId, staffId, busy],
    );
    const { proposeGroupMeeting: moved } = await anna.query(PROPOSE, { id: group.id });
    expect(Date.parse(moved.proposed)).toBeGreaterThan(busy.getTime());
    expect(moved.skipped).toMatchObject([
      { startsAt: free.proposed, hindrances: [{ what: 'party-busy', kinds: ['police'] }] },
    ]);
    const weighed = async (startsAt: string) =>
      (await anna.query(WEIGH, { groupId: group.id, startsAt })).weighGroupMeetingTime;
    const then = await weighed(free.proposed);
    expect(then.hindrances).toEqual([{ what: 'party-busy', kinds: ['police'] }]);
    const without = then.reasons.find(({ code }: { code: string }) => code === 'without');
    expect(without.members).toEqual([{ name: expect.any(String), houseKind: 'police' }]);
    expect((await weighed(moved.proposed)).hindrances).toEqual([]);
    for (const key of ['marcus', 'lena', 'elin'])
      expect((await (await group.as(key)).refusal(WEIGH, { groupId: group.id, startsAt: free.proposed })).code).toBe(
        'NOT_ALLOWED',
      );
    await world.behindTheLocks(`delete from busy_source where staff_id = $1`, [staffId]);
  }, 20_000);

  it('given another length keeps its points and their order, in proportion, and the family comes as much later', async () => {
    const group = await formedGroup(world, api, { givenName: 'Signe' });
    await group.step('plan', { words: 'Skola varje dag.' });
    const meeting = await convenedMeeting(world, group, { startsAt: await soon(world, 120) });
    const before = (await meeting.seenBy('anna')).points;
    const anna = await group.as('anna');
    const { hub, proposeMove } = await anna.query(
      `query($id: ID!) { hub(id: $id) { startsAt } proposeMove(hubId: $id) { version } }`,
      { id: meeting.hubId },
    );
    await anna.query(`mutation($i: MoveMeetingTimeInput!) { moveMeetingTime(input: $i) { version } }`, {
      i: { hubId: meeting.hubId, startsAt: hub.startsAt, version: proposeMove.version, minutes: 150 },
    });
    const after = (await meeting.seenBy('marcus')).points;
    expect(after.map((point: { id: string }) => point.id)).toEqual(before.map((point: { id: string }) => point.id));
    expect(after.map((point: { minutes: number }) => point.minutes)).toEqual(
      before.map((point: { minutes: number }) => point.minutes * 2),
    );
    const [agenda] = await world.behindTheLocks<{ points: { minutes: number }[] }>(
      `select payload->'points' as points from board_event where hub_id = $1 and kind = 'AgendaSet' order by seq desc limit 1`,
      [meeting.hubId],
    );
    expect(agenda?.points.map((point) => point.minutes)).toEqual(
      after.map((point: { minutes: number }) => point.minutes),
    );
  }, 20_000);

  it('is the group’s step when it has been held, and sets the clock of the next one', async () => {
    const group = await formedGroup(world, api, { givenName: 'Vide' });
    await group.step('plan', { words: 'Skola varje dag.' });
    await (await convenedMeeting(world, group)).hold();
    const seen = await meetingsOf(group, 'anna');
    expect(seen.meetings).toMatchObject([{ state: 'closed' }]);
    expect(seen.acts.at(-1)).toMatchObject({ word: 'meet', reason: null });
    expect(seen.lastMetAt).not.toBeNull();
    const clocks = await world.behindTheLocks<{ state: string }>(
      `select state from deadline where about_id = $1 and kind = 'sig-meeting' order by starts_at`,
      [group.id],
    );
    expect(clocks.map(({ state }) => state)).toEqual(['met', 'open']);
  });

  it('sets the clock from when it was held, also when it is closed days later', async () => {
    const group = await formedGroup(world, api, { givenName: 'Vilgot' });
    await group.step('plan', { words: 'Skola varje dag.' });
    const meeting = await convenedMeeting(world, group);
    await world.behindTheLocks(
      `update collaboration_group set formed_at = formed_at - interval '20 days' where id = $1`,
      [group.id],
    );
    await world.behindTheLocks(`update hub set starts_at = clock.now() - interval '4 days' where id = $1`, [
      meeting.hubId,
    ]);
    await meeting.hold();
    const [clock] = await world.behindTheLocks<object>(
      `select g.last_met_at = date_trunc('milliseconds', h.starts_at) + make_interval(mins => h.minutes) as "isItsEnd",
         d.starts_at = g.last_met_at as "countsFromIt"
       from hub h join collaboration_group g on g.id = h.group_id
       join deadline d on d.about_id = g.id and d.kind = 'sig-meeting' and d.state = 'open' where h.id = $1`,
      [meeting.hubId],
    );
    expect(clock).toEqual({ isItsEnd: true, countsFromIt: true });
  });

  it('is called before an earlier step only with a reason, which stands by the step', async () => {
    const group = await formedGroup(world, api, { givenName: 'Tyra' });
    const anna = await group.as('anna');
    const { version } = await group.seenBy('anna');
    const i = { groupId: group.id, version, startsAt: await soon(world) };
    expect(await anna.refusal(CONVENE, { i })).toMatchObject({ code: 'STEP_OUT_OF_ORDER', field: 'reason' });
    await (await convenedMeeting(world, group, { reason: 'urgent' })).hold();
    const act = (await meetingsOf(group, 'anna')).acts.at(-1);
    expect(act).toMatchObject({ word: 'meet', reason: 'urgent' });
    expect(act.passed.map(({ sv }: { sv: string }) => sv)).toContain('Planen antas');
  });

  it('is not called into the past, on top of another, or by whoever does not lead', async () => {
    const group = await formedGroup(world, api, { givenName: 'Jack' });
    await group.step('plan', { words: 'Skola varje dag.' });
    const anna = await group.as('anna');
    const { version } = await group.seenBy('anna');
    const wanted = async (minutes: number, more: object = {}) => ({
      i: { groupId: group.id, version, startsAt: await soon(world, minutes), ...more },
    });
    expect((await anna.refusal(CONVENE, await wanted(-60))).faults).toMatchObject([{ code: 'STARTS_IN_PAST' }]);
    expect((await anna.refusal(CONVENE, await wanted(20, { videoUrl: 'http://x.example' }))).faults).toMatchObject([
      { field: 'videoUrl', code: 'LINK_NEEDS_HTTPS' },
    ]);
    await convenedMeeting(world, group);
    expect((await anna.refusal(CONVENE, await wanted(60))).faults).toMatchObject([{ code: 'TIME_NOT_POSSIBLE' }]);
    expect((await (await group.as('marcus')).refusal(CONVENE, await wanted(300))).code).toBe('NOT_ALLOWED');
  });

  it('loses those whom the family’s consent no longer reaches, and their seats with it, in that instant', async () => {
    const group = await formedGroup(world, api, { givenName: 'Saga' });
    await group.step('plan', { words: 'Skola varje dag.' });
    const meeting = await convenedMeeting(world, group);
    expect((await meeting.seenBy('marcus')).groupId).toBe(group.id);
    await group.consent.narrow(group.file.guardianId, { houses: ['polisen/lpo-ekvalla'] });
    await expect(meeting.seenBy('marcus')).rejects.toThrow('NOT_FOUND');
    const seen = await meetingsOf(group, 'anna');
    expect(seen.members.filter((one: { endReason: string | null }) => one.endReason === 'consent-gone')).toMatchObject([
      { staffId: world.caller('marcus').staffId, endsAt: expect.any(String) },
    ]);
    const work = await world.behindTheLocks(
      `select 1 from assignment where case_id = $1 and staff_id = $2 and (ends_at is null or ends_at > clock.now())`,
      [group.file.caseId, world.caller('marcus').staffId],
    );
    expect(work).toEqual([]);
    expect((await meeting.seenBy('lena')).groupId).toBe(group.id);
    // The teacher sees who sits there, and nothing of whom the family took out, or when.
    const others = (await group.seenBy('lena')).members;
    expect(others.map((one: { staffId: string }) => one.staffId).sort()).toEqual(
      ['anna', 'lena'].map((key) => world.caller(key).staffId).sort(),
    );
    expect(others).toEqual(others.map((one: object) => ({ ...one, endsAt: null, endReason: null })));
    // Nor does the database hand it out, whatever a program asks for.
    const rows = (key: string) =>
      world.asCaller.run(world.caller(key), (tx) => tx.of(GroupStore).findMembers([group.id]));
    const endings = async (key: string) => (await rows(key)).map(({ endReason }) => endReason);
    expect(await endings('anna')).toEqual([null, null, 'consent-gone']);
    expect(await endings('lena')).toEqual([null, null]);
    expect(await endings('marcus')).toEqual([]);
  }, 20_000);
});
