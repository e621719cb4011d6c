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
const FIND = `query($groupId: ID!, $from: String, $to: String) { findMeetingSlots(groupId: $groupId, from: $from, to: $to) {
  slots { startsAt reasons { code } } hindrances { what kinds } } }`;

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
        const clear = await apart.findToKeepClearOf(one.file.caseId, new Date(at(0)), new Date(at(23)));
        return [(await apart.findOfPerson(one.file.personId)).length, clear.length];
      });
    expect(await asked('anna')).toEqual([1, 1]);
    // Who works on the case may convene: they get the times, and not the pair.
    expect(await asked('elin')).toEqual([0, 1]);
    for (const key of ['marcus', 'lena', 'olof', 'sven']) expect([key, await asked(key)]).toEqual([key, [0, 0]]);
  });

  it('may meet again when it has ended', async () => {
    const [pair] = await pairs(one);
    expect((await (await one.as('marcus')).refusal(END, { id: pair.id })).code).toBe('NOT_ALLOWED');
    await (await anna()).query(END, { id: pair.id });
    expect(await pairs(one)).toEqual([]);
    expect((await (await anna()).refusal(END, { id: pair.id })).code).toBe('NOT_FOUND');
  });
});
