/** A time for a group of three agencies: from when its members are free, and nobody learns what anybody does instead. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { formatCivilDay, weekdayIndex } from '#domain/kernel/civil-day.js';
import { DAY } from '#domain/kernel/instant.js';
import { isWorkday } from '#domain/kernel/public-holidays.js';
import { civilDayOf, instantAt } from '#domain/kernel/stockholm.js';
import { BusyTimeStore } from '#use-cases/calendar/busy-time.port.js';
import { type Api, startApi } from '../../support/api.js';
import { clientsOf, formedGroup, type GroupUnderTest, prepareGroup } from '../../support/group.js';
import { buildWorld, type World } from '../../support/world.js';

const FIND = `query($groupId: ID!, $from: String, $to: String, $meeting: String) { findMeetingSlots(groupId: $groupId, from: $from, to: $to, meeting: $meeting) {
  kinds { meeting name { sv } } slots { startsAt familyAt endsAt reasons { code members { name houseKind } } } hindrances { what kinds } preMinutes minutes meetBy } }`;

interface Found {
  kinds: { meeting: string; name: { sv: string } }[];
  slots: {
    startsAt: string;
    familyAt: string;
    endsAt: string;
    reasons: { code: string; members: { name: string; houseKind: string }[] }[];
  }[];
  hindrances: { what: string; kinds: string[] }[];
  preMinutes: number;
  minutes: number;
  meetBy: string | null;
}

let world: World;
let api: Api;
let group: GroupUnderTest;
/** A Wednesday on which people work, at least a week ahead. */
let wednesday: number;
beforeAll(async () => {
  world = await buildWorld();
  api = await startApi(world.database);
  group = await formedGroup(world, api);
  await setBreaks();
  wednesday = civilDayOf(Date.now()) + 8;
  while (weekdayIndex(wednesday) !== 2 || !isWorkday(wednesday)) wednesday += 1;
}, 120_000);
afterAll(async () => {
  await api?.close();
  await world?.close();
});

/** The town's own breaks are days of one year; the tests run in any. */
const setBreaks = (...schoolBreaks: object[]): Promise<object[]> =>
  world.behindTheLocks(`update municipality set settings = jsonb_set(settings, '{calendar}', $1)`, [
    JSON.stringify({ schoolBreaks }),
  ]);

const find = async (key: string, more: object = {}): Promise<Found> =>
  (await (await group.as(key)).query(FIND, { groupId: group.id, ...more })).findMeetingSlots;
const that = (): object => ({ from: formatCivilDay(wednesday), to: formatCivilDay(wednesday) });
const at = (hour: number): string => new Date(instantAt(wednesday, hour * 60)).toISOString();
/** As a calendar of theirs says it; the stretches replace what they had. */
async function makeBusy(key: string, ...hours: readonly (readonly [number, number])[]): Promise<void> {
  const { staffId, municipalityId } = world.caller(key);
  await world.behindTheLocks(`delete from busy_source where staff_id = $1`, [staffId]);
  await world.behindTheLocks(
    `insert into busy_source (id, municipality_id, staff_id, kind, busy, read_at) values ($1, $2, $3, 'file', $4, now())`,
    [randomUUID(), municipalityId, staffId, `{${hours.map(([from, to]) => `[${at(from)},${at(to)})`).join(',')}}`],
  );
}

describe('a time for a group', () => {
  it('is one at which every party can, with the professionals’ half hour before the family comes', async () => {
    await makeBusy('marcus', [7, 10]);
    await makeBusy('lena', [11, 17]);
    const { slots, preMinutes, minutes, meetBy } = await find('anna', that());
    expect([preMinutes, minutes]).toEqual([30, 45]);
    expect(slots).toHaveLength(0);
    await makeBusy('lena', [12, 17]);
    const { slots: later } = await find('anna', that());
    expect(later.map(({ startsAt }) => startsAt)).toEqual([at(10)]);
    expect(later[0]).toMatchObject({ familyAt: at(10.5), endsAt: at(11.25) });
    expect(later[0]!.reasons.map(({ code }) => code)).toEqual(['everyone', 'keeps-limit']);
    expect(Date.parse(meetBy ?? '')).toBeGreaterThan(Date.now());
  });

  it('is as long as the kind of meeting that it is for', async () => {
    const part = (minutes: number, audience: string) => ({
      point: { sv: 'Läget', en: 'News' },
      minutes,
      with: audience,
    });
    const named = (sv: string) => ({ sv, en: sv });
    const kinds = [
      {
        meeting: 'own-1',
        name: named('Mötet'),
        online: false,
        agenda: [part(30, 'professionals'), part(45, 'everyone')],
      },
      { meeting: 'own-2', name: named('Avstämning'), online: true, agenda: [part(20, 'professionals')] },
    ];
    const { municipalityId } = world.caller('tove');
    await world.behindTheLocks(
      `insert into form_setting (municipality_id, kind, adjustment, changed_by) select $1, g.kind, $2, $3 from collaboration_group g where g.id = $4`,
      [municipalityId, JSON.stringify({ meetings: { kinds } }), world.caller('tove').staffId, group.id],
    );
    await makeBusy('marcus', [7, 9], [9.5, 18]);
    await makeBusy('lena');
    const long = await find('anna', that());
    expect([long.slots.length, long.preMinutes, long.minutes]).toEqual([0, 30, 45]);
    expect(long.kinds.map(({ meeting, name }) => [meeting, name.sv])).toEqual([
      ['own-1', 'Mötet'],
      ['own-2', 'Avstämning'],
    ]);
    const short = await find('anna', { ...that(), meeting: 'own-2' });
    expect(short.slots.map(({ startsAt, endsAt }) => [startsAt, endsAt])).toEqual([[at(9), at(9 + 1 / 3)]]);
    const refusal = await (await group.as('anna')).refusal(FIND, { groupId: group.id, meeting: 'own-3' });
    expect(refusal).toMatchObject({ code: 'CHOOSE_ONE', field: 'meeting' });
    await makeBusy('marcus');
    await world.behindTheLocks(`delete from form_setting where municipality_id = $1`, [municipalityId]);
  });

  it('says which party cannot, by a word that tells nothing of why', async () => {
    await makeBusy('marcus', [7, 18]);
    expect((await find('anna', that())).hindrances).toEqual([{ what: 'party-busy', kinds: ['police'] }]);
    await makeBusy('marcus');
    await makeBusy('lena');
  });

  it('counts meetings that are held here', async () => {
    const { staffId } = world.caller('anna');
    const free = (await find('anna', that())).slots[0]!.startsAt;
    expect(free).toBe(at(8));
    await world.behindTheLocks(
      `insert into hub (id, municipality_id, branch_id, case_id, starts_at, minutes, leader_staff_id, convened_by)
       select gen_random_uuid(), g.municipality_id, g.branch_id, g.case_id, $2, 120, $3, $3 from collaboration_group g where g.id = $1`,
      [group.id, at(8), staffId],
    );
    expect((await find('anna', that())).slots[0]!.startsAt).toBe(at(10));
  });

  it('is not in the school’s break, when its people are away', async () => {
    await setBreaks({ name: 'Lov', from: formatCivilDay(wednesday), to: formatCivilDay(wednesday) });
    expect((await find('anna', that())).hindrances).toEqual([
      { what: 'party-busy', kinds: ['school', 'independent-school', 'employment-service'] },
    ]);
    await setBreaks();
  });

  it('goes to the group’s standing time before others on which as many can', async () => {
    const { slots } = await find('anna');
    expect(slots[0]!.reasons.map(({ code }) => code)).toContain('fixed-slot');
    expect(slots.length).toBeGreaterThan(5);
  });

  it('is found by whoever leads the group and by nobody else', async () => {
    for (const key of ['marcus', 'lena', 'elin', 'sven', 'olof'])
      expect([key, (await (await group.as(key)).refusal(FIND, { groupId: group.id })).code]).toEqual([
        key,
        'NOT_ALLOWED',
      ]);
    const [line] = await world.behindTheLocks<{ detail: object }>(
      `select detail from ledger_entry where detail->>'list' = 'group-times' and actor_staff = $1 limit 1`,
      [world.caller('anna').staffId],
    );
    expect(line?.detail).toMatchObject({ groupId: group.id });
  });

  it('says by the field which days cannot be searched', async () => {
    const anna = await clientsOf(world, api)('anna');
    const refused = async (days: object) =>
      (await anna.refusal(FIND, { groupId: group.id, ...days })).faults.map(({ field, code }) => [field, code]);
    expect(await refused({ from: '2020-01-01' })).toEqual([['from', 'SEARCH_IN_PAST']]);
    expect(await refused({ from: '2026-02-30' })).toEqual([['from', 'DATE_MISSING']]);
    expect(await refused({ to: '2020-01-01' })).toEqual([['to', 'ENDS_BEFORE_START']]);
    expect(await refused({ to: '2090-01-01' })).toEqual([['to', 'SEARCH_TOO_LONG']]);
  });

  it('is not found before somebody sits for each party', async () => {
    const prepared = await prepareGroup(world, api, { givenName: 'Tuva' });
    const { findMeetingSlots } = await (await group.as('anna')).query(FIND, { groupId: prepared.id });
    expect(findMeetingSlots.slots).toEqual([]);
    expect(findMeetingSlots.hindrances.map(({ what }: { what: string }) => what)).toContain('party-missing');
  });
});

describe('the database', () => {
  it('tells of busy times nobody but whoever leads a group of their own house', async () => {
    await makeBusy('lena', [7, 18]);
    const asked = (key: string) =>
      world.asCaller.run(world.caller(key), async (tx) => [
        ...(await tx.of(BusyTimeStore).findInGroup(group.id, tx.now, new Date(tx.now.getTime() + 60 * DAY))),
      ]);
    expect((await asked('anna')).length).toBeGreaterThan(0);
    for (const key of ['marcus', 'lena', 'elin', 'sven', 'olof']) expect([key, await asked(key)]).toEqual([key, []]);
  });

  it('tells them of no other days than today and half a year ahead, whatever span is asked for', async () => {
    const { staffId, municipalityId } = world.caller('lena');
    await world.behindTheLocks(
      `insert into busy_source (id, municipality_id, staff_id, kind, busy)
       values (gen_random_uuid(), $1, $2, 'file', tstzmultirange(tstzrange(clock.now() - interval '9 years', clock.now() + interval '9 years')))`,
      [municipalityId, staffId],
    );
    const { busy, now } = await world.asCaller.run(world.caller('anna'), async (tx) => ({
      busy: await tx.of(BusyTimeStore).findInGroup(group.id, new Date(0), new Date(tx.now.getTime() + 5_000 * DAY)),
      now: tx.now.getTime(),
    }));
    const hers = busy.get(staffId) ?? [];
    const days = [Math.min(...hers.map(({ from }) => from)), Math.max(...hers.map(({ until }) => until))].map(
      (at) => (at - now) / DAY,
    );
    expect(days[0]).toBeGreaterThan(-1.1);
    expect(days[1]).toBeGreaterThan(170);
    expect(days[1]).toBeLessThan(190);
  });
});
