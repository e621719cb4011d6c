/** Two who must never meet: no time near the other's, no word of why, and nobody sees it who does not lead work with one of them. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { formatCivilDay, weekdayIndex } from '#domain/kernel/civil-day.js';
import { isWorkday } from '#domain/kernel/public-holidays.js';
import { civilDayOf, instantAt } from '#domain/kernel/stockholm.js';
import { KeptApartStore } from '#use-cases/calendar/kept-apart.port.js';
import { type Api, startApi } from '../../support/api.js';
import { formedGroup, type GroupUnderTest } from '../../support/group.js';
import { CONVENE } from '../../support/group-meeting.js';
import { buildWorld, type World } from '../../support/world.js';

const ADD = `mutation($i: KeepApartInput!) { keepApart(input: $i) }`;
const END = `mutation($id: ID!) { endKeptApart(id: $id) }`;
const LIST = `query($caseId: ID!) { keptApart(caseId: $caseId) { id person { name } ground } }`;
const TO_MOVE = `query($caseId: ID!) { meetingsToMove(caseId: $caseId) { hubId startsAt } }`;
const FIND = `query($groupId: ID!, $from: String, $to: String) { findMeetingSlots(groupId: $groupId, from: $from, to: $to) {
  slots { startsAt room { slug } reasons { code } } hindrances { what kinds } } }`;

let world: World;
let api: Api;
let one: GroupUnderTest;
let other: GroupUnderTest;
let wednesday: number;
beforeAll(async () => {
  world = await buildWorld();
  api = await startApi(world.database);
  one = await formedGroup(world, api, { givenName: 'Nora' });
  other = await formedGroup(world, api, { givenName: 'Otto' });
  await world.behindTheLocks(`update municipality set settings = settings - 'calendar'`);
  wednesday = civilDayOf(Date.now()) + 8;
  while (weekdayIndex(wednesday) !== 2 || !isWorkday(wednesday)) wednesday += 1;
}, 120_000);
afterAll(async () => {
  await api?.close();
  await world?.close();
});

const at = (hour: number): string => new Date(instantAt(wednesday, hour * 60)).toISOString();
const anna = () => one.as('anna');
const convene = async (group: GroupUnderTest, hour: number) => {
  const { version } = await group.seenBy('anna');
  return { i: { groupId: group.id, version, startsAt: at(hour), reason: 'urgent' } };
};
const times = async (group: GroupUnderTest) => {
  const day = formatCivilDay(wednesday);
  return (await (await anna()).query(FIND, { groupId: group.id, from: day, to: day })).findMeetingSlots;
};
const wanted = (more: object = {}) => ({
  i: {
    caseId: one.file.caseId,
    otherCaseId: other.file.caseId,
    ground: 'threat',
    until: formatCivilDay(wednesday + 30),
    ...more,
  },
});
const pairs = async (group: GroupUnderTest, key = 'anna') =>
  (await (await one.as(key)).query(LIST, { caseId: group.file.caseId })).keptApart;

describe('two who must never meet', () => {
  it('have the meetings that were called already shown to be moved, to whoever leads, and no word of the other', async () => {
    const early = await formedGroup(world, api, { givenName: 'Tuva' });
    const late = await formedGroup(world, api, { givenName: 'Love' });
    const { conveneGroupMeeting: hubId } = await (await anna()).query(CONVENE, await convene(early, 16));
    await (await anna()).query(CONVENE, await convene(late, 17));
    const far = await convene(early, 8);
    await (await anna()).query(CONVENE, far);
    const toMove = async (group: GroupUnderTest, key = 'anna') =>
      (await (await one.as(key)).query(TO_MOVE, { caseId: group.file.caseId })).meetingsToMove;
    expect(await toMove(early)).toEqual([]);
    const { i } = wanted({ caseId: early.file.caseId, otherCaseId: late.file.caseId });
    await (await anna()).query(ADD, { i });
    expect(await toMove(early)).toEqual([{ hubId, startsAt: at(16) }]);
    expect(await toMove(late)).toMatchObject([{ startsAt: at(17) }]);
    // Who works on the case and does not see the pair learns nothing of it.
    expect((await (await one.as('marcus')).refusal(TO_MOVE, { caseId: early.file.caseId })).code).toBe('NOT_ALLOWED');
    const move = `mutation($i: MoveMeetingTimeInput!) { moveMeetingTime(input: $i) { version } }`;
    await (await anna()).query(move, { i: { hubId, version: 1, startsAt: at(12) } });
    expect(await toMove(early)).toEqual([]);
    expect(await toMove(late)).toEqual([]);
    await world.behindTheLocks(`delete from kept_apart`);
    await world.behindTheLocks(`update hub set state = 'called-off' where case_id in ($1, $2)`, [
      early.file.caseId,
      late.file.caseId,
    ]);
  });

  it('are recorded by a ground and an end, or the field says what is wrong', async () => {
    const refused = async (more: object) =>
      (await (await anna()).refusal(ADD, wanted(more))).faults.map(({ field, code }) => [field, code]);
    expect(await refused({ ground: 'gossip', until: '2020-01-01' })).toEqual([
      ['ground', 'CHOOSE_ONE'],
      ['until', 'APART_END_PAST'],
    ]);
    expect(await refused({ until: '2099-01-01' })).toEqual([['until', 'APART_TOO_LONG']]);
    expect(await refused({ otherCaseId: one.file.caseId })).toEqual([['otherCaseId', 'APART_FROM_ONESELF']]);
    await (await anna()).query(ADD, wanted());
    expect((await (await anna()).refusal(ADD, wanted())).code).toBe('APART_ALREADY');
    expect(await pairs(one)).toMatchObject([{ person: { name: 'Otto Provberg' }, ground: 'threat' }]);
    expect(await pairs(other)).toMatchObject([{ person: { name: 'Nora Provberg' }, ground: 'threat' }]);
  });

  it('get no time near each other, and the answer looks like any other', async () => {
    const before = await times(one);
    expect(before.slots[0].startsAt).toBe(at(8));
    // Another coordinator's meeting, so that only the pair can stand in the way.
    await world.behindTheLocks(
      `insert into hub (id, municipality_id, branch_id, case_id, kind, starts_at, minutes, convened_by)
       select gen_random_uuid(), c.municipality_id, c.branch_id, c.id, 'joint', $2, 75, $3 from case_file c where c.id = $1`,
      [other.file.caseId, at(8), world.caller('anna').staffId],
    );
    const { slots, hindrances } = await times(one);
    // From 08:00 to 09:15, and three quarters of an hour to have gone.
    expect(slots[0].startsAt).toBe(at(10));
    expect(slots[0].reasons).toEqual(before.slots[0].reasons);
    expect(hindrances).toEqual([]);
  });

  it('are not called to a time that is near, by words that say nothing of why', async () => {
    const refusal = await (await anna()).refusal(CONVENE, await convene(one, 9));
    expect(refusal.faults).toMatchObject([
      { field: 'startsAt', code: 'TIME_NOT_POSSIBLE', message: 'Den tiden går inte, välj en annan.' },
    ]);
    await (await anna()).query(CONVENE, await convene(one, 10));
  });

  it('stand in the ledger without a name of either', async () => {
    const lines = await world.behindTheLocks<{ person_id: string | null; case_id: string | null }>(
      `select person_id, case_id from ledger_entry where detail->>'deed' = 'kept-apart' or detail->>'list' = 'kept-apart'`,
    );
    expect(lines.length).toBeGreaterThan(2);
    expect(lines.filter((line) => line.person_id !== null || line.case_id !== null)).toEqual([]);
  });

  it('are known to whoever leads work with one of them, and to nobody else', async () => {
    for (const key of ['marcus', 'lena', 'elin', 'olof'])
      expect([key, (await (await one.as(key)).refusal(LIST, { caseId: one.file.caseId })).code]).toEqual([
        key,
        'NOT_ALLOWED',
      ]);
    const asked = (key: string) =>
      world.asCaller.run(world.caller(key), async (tx) => {
        const apart = tx.of(KeptApartStore);
        const clear = await apart.findToKeepClearOf(one.file.caseId, {
          from: new Date(at(0)),
          until: new Date(at(23)),
          beside: null,
        });
        return [(await apart.findOfPerson(one.file.personId)).length, clear.filter(({ own }) => !own).length];
      });
    expect(await asked('anna')).toEqual([1, 1]);
    // Who works on the case may convene: they get the times, and not the pair.
    expect(await asked('elin')).toEqual([0, 1]);
    for (const key of ['marcus', 'lena', 'olof', 'sven']) expect([key, await asked(key)]).toEqual([key, [0, 0]]);
  });

  it('may be in two buildings at the same time, and in no two rooms of one', async () => {
    const rooms = [
      ['eken', 'Familjehuset'],
      ['linden', 'Familjehuset'],
      ['lugnet', 'Fritidsgården'],
    ].map(([slug, site]) => ({ slug, name: slug, site }));
    await world.behindTheLocks(`update municipality set settings = jsonb_set(settings, '{calendar}', $1)`, [
      JSON.stringify({ rooms }),
    ]);
    await world.behindTheLocks(`update hub set room = 'eken' where case_id = $1 and kind = 'joint'`, [
      other.file.caseId,
    ]);
    const { slots } = await times(one);
    expect(slots[0]).toMatchObject({ startsAt: at(8), room: { slug: 'lugnet' } });
    const refused = async (room: string | null) => {
      const wantedHere = await convene(one, 8);
      return (await (await anna()).refusal(CONVENE, { i: { ...wantedHere.i, room } })).faults.map(
        ({ field, code }) => `${field} ${code}`,
      );
    };
    // As any room that is taken: not which building the other one is in.
    expect(await refused('linden')).toEqual(['room ROOM_TAKEN']);
    expect(await refused(null)).toEqual(['startsAt TIME_NOT_POSSIBLE']);
    expect(await refused('eken')).toEqual(['room ROOM_TAKEN']);
    expect(await refused('källaren')).toEqual(['room CHOOSE_ONE']);
    const { i } = await convene(one, 8);
    const { conveneGroupMeeting: hubId } = await (await anna()).query(CONVENE, { i: { ...i, room: 'lugnet' } });
    // Nor is it moved to where the other one waits.
    const move = `mutation($i: MoveMeetingTimeInput!) { moveMeetingTime(input: $i) { version } }`;
    const to = (room: string) => ({ i: { hubId, version: 1, startsAt: at(8.25), room } });
    expect((await (await anna()).refusal(move, to('linden'))).faults).toMatchObject([
      { field: 'room', code: 'ROOM_TAKEN' },
    ]);
    expect((await (await anna()).refusal(move, to(''))).faults).toMatchObject([{ code: 'TIME_NOT_POSSIBLE' }]);
    await (await anna()).query(move, to('lugnet'));
    const free = `query($at: DateTime!) { meetingRooms(startsAt: $at, minutes: 30) { slug isFree } }`;
    expect((await (await anna()).query(free, { at: at(8.5) })).meetingRooms).toEqual([
      { slug: 'eken', isFree: false },
      { slug: 'linden', isFree: true },
      { slug: 'lugnet', isFree: false },
    ]);
    const mine = `query($at: DateTime!, $hub: ID, $group: ID) { meetingRooms(startsAt: $at, minutes: 30, hubId: $hub, groupId: $group) { slug isFree } }`;
    for (const whose of [{ hub: hubId }, { group: one.id }])
      expect((await (await anna()).query(mine, { at: at(8.5), ...whose })).meetingRooms.slice(0, 2)).toEqual([
        { slug: 'eken', isFree: false },
        { slug: 'linden', isFree: false },
      ]);
    await world.behindTheLocks(`update municipality set settings = settings - 'calendar'`);
  });

  it('are found by whoever reviews when somebody has compared what is free for the one and for nobody, and not by one asking', async () => {
    const patterns = async (): Promise<object> => {
      const olof = await api.as({ id: world.caller('olof').staffId });
      const { ledgerPatterns } = await olof.query(`{ ledgerPatterns { pattern entries staff } }`);
      return ledgerPatterns.find(({ pattern }: any) => pattern === 'compared-times');
    };
    const lines = await world.behindTheLocks<{ about: string | null; of: string | null }>(
      `select detail->>'about' as about, coalesce(person_id, case_id)::text as of from ledger_entry where detail->>'deed' = 'ask-rooms' order by id`,
    );
    // For nobody, and twice for Nora; the family's own lines say nothing of it.
    expect(lines.map(({ about }) => about)).toEqual([null, one.file.caseId, one.file.caseId]);
    expect(lines.filter(({ of }) => of !== null)).toEqual([]);
    expect(await patterns()).toEqual({ pattern: 'compared-times', entries: 3, staff: 1 });
    const free = `query($at: DateTime!, $case: ID) { meetingRooms(startsAt: $at, minutes: 30, caseId: $case) { slug } }`;
    await (await one.as('elin')).query(free, { at: at(8.5), case: one.file.caseId });
    // Another time is no comparison.
    await (await one.as('elin')).query(free, { at: at(12), case: null });
    expect(await patterns()).toEqual({ pattern: 'compared-times', entries: 3, staff: 1 });
  });

  it('are not told from a meeting of the same person, which answers by the same word', async () => {
    const others = await formedGroup(world, api, { givenName: 'Petra' });
    // In another case of the same house, which whoever asks here need not see.
    await world.behindTheLocks(
      `with file as (insert into case_file (id, municipality_id, branch_id, person_id)
         select gen_random_uuid(), municipality_id, branch_id, person_id from case_file where id = $1 returning id, municipality_id, branch_id)
       insert into hub (id, municipality_id, branch_id, case_id, kind, starts_at, minutes, convened_by)
       select gen_random_uuid(), f.municipality_id, f.branch_id, f.id, 'joint', $2, 60, $3 from file f`,
      [others.file.caseId, at(14), world.caller('elin').staffId],
    );
    const refusal = await (await anna()).refusal(CONVENE, await convene(others, 14.5));
    expect(refusal.faults).toMatchObject([
      { field: 'startsAt', code: 'TIME_NOT_POSSIBLE', message: 'Den tiden går inte, välj en annan.' },
    ]);
    const joint = `mutation($i: ConveneJointInput!) { conveneJoint(input: $i) { id } }`;
    const called = (hour: number) => ({
      i: { caseId: others.file.caseId, startsAt: at(hour), unitIds: [world.caller('marcus').unitId] },
    });
    expect((await (await one.as('elin')).refusal(joint, called(14.5))).faults).toMatchObject([
      { field: 'startsAt', code: 'TIME_NOT_POSSIBLE' },
    ]);
    await (await one.as('elin')).query(joint, called(15));
  });

  it('are refused with a line each, of nobody, and not called at once by two hands', async () => {
    const lines = await world.behindTheLocks<{ field: string; of: string | null }>(
      `select detail->>'field' as field, coalesce(person_id, case_id)::text as of from ledger_entry where detail->>'deed' = 'try-time'`,
    );
    expect(new Set(lines.map(({ field }) => field))).toEqual(new Set(['startsAt', 'room']));
    expect(lines.filter(({ of }) => of !== null)).toEqual([]);
    const client = await anna();
    const wantedAtOnce = [await convene(one, 15), await convene(other, 15)];
    const outcomes = await Promise.allSettled(wantedAtOnce.map((wantedHere) => client.query(CONVENE, wantedHere)));
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('may meet again when it has ended', async () => {
    const [pair] = await pairs(one);
    expect((await (await one.as('marcus')).refusal(END, { id: pair.id })).code).toBe('NOT_ALLOWED');
    await (await anna()).query(END, { id: pair.id });
    expect(await pairs(one)).toEqual([]);
    expect((await (await anna()).refusal(END, { id: pair.id })).code).toBe('NOT_FOUND');
  });
});
