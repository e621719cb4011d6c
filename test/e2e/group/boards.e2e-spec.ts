/**
 * Steering and preparatory groups, each from being appointed to its end: their own meetings in their own time, and nothing
 * about anybody reaches those who sit there by sitting there ([S0], [S1]; OSL 26:1).
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Api, startApi } from '../../support/api.js';
import { clientsOf, FORM, formedGroup, GROUP, NOMINATE, seat, STEP, type GroupUnderTest } from '../../support/group.js';
import { buildWorld, type World } from '../../support/world.js';

const CONVENE = `mutation($i: ConveneAreaMeetingInput!) { conveneAreaMeeting(input: $i) { meetings { id } } }`;
const HOLD = `mutation($i: HoldAreaMeetingInput!) { holdAreaMeeting(input: $i) { meetings { id state } } }`;
const READ = `query($id: ID!) { areaMeetings(groupId: $id) { minutes points { name { sv } } agenda { places rising late carried silent }
  meetings { id startsAt state seats { wasThere } } } }`;
const START = `mutation($i: StartGroupInput!) { startGroup(input: $i) }`;

let world: World;
let api: Api;
let as: ReturnType<typeof clientsOf>;
let operative: GroupUnderTest;
beforeAll(async () => {
  world = await buildWorld();
  api = await startApi(world.database);
  as = clientsOf(world, api);
  operative = await formedGroup(world, api, { givenName: 'Hedda' });
}, 120_000);
afterAll(async () => {
  await api?.close();
  await world?.close();
});

const seenBy = async (key: string, id: string) => (await (await as(key)).query(GROUP, { id })).group;
const meetingClock = (id: string) =>
  world.behindTheLocks<{ state: string; days: number }>(
    `select state, round(extract(epoch from due_at - starts_at) / 86400)::int as days from deadline
     where about_id = $1 and kind = 'sig-meeting' order by starts_at, settled_at nulls last`,
    [id],
  );

describe.each([
  { kind: 'steering', name: 'Styrgrupp för SIG', days: [119, 124] },
  { kind: 'preparatory', name: 'Beredning för SIG', days: [42, 44] },
])('a $kind group', ({ kind, name, days }) => {
  let id: string;

  it('is appointed without an agreement, since it is what keeps them, and names nobody', async () => {
    const anna = await as('anna');
    const told = await anna.refusal(START, { i: { kind, area: 'Hedda Provberg' } });
    expect(told.faults).toMatchObject([{ field: 'area', code: 'POINTS_AT_A_PERSON' }]);
    id = (await anna.query(START, { i: { kind, area: name } })).startGroup;
    expect((await anna.refusal(NOMINATE, { i: { kind, toStaffId: world.caller('anna').staffId } })).code).toBe(
      'NOBODY_IS_NOMINATED_HERE',
    );
  });

  it('is formed with the managers of the parties, who see each other and no case', async () => {
    const anna = await as('anna');
    const form = async (members: object[]) => ({
      i: {
        groupId: id,
        version: (await seenBy('anna', id)).version,
        contactStaffId: world.caller('anna').staffId,
        members,
      },
    });
    expect((await anna.refusal(FORM, await form([seat(world, 'anna')]))).code).toBe('PARTIES_MISSING');
    await anna.query(FORM, await form(['anna', 'hassan', 'marcus', 'lena'].map((key) => seat(world, key))));
    for (const key of ['marcus', 'lena', 'hassan']) {
      const seen = await seenBy(key, id);
      expect([key, seen.standing, seen.caseId, seen.about]).toEqual([
        key,
        'active',
        null,
        { person: null, told: null, caseNumber: null, area: name },
      ]);
    }
    // Sitting above a group opens nothing of it: whoever sits here does not see the group of the young person.
    expect((await (await as('hassan')).refusal(GROUP, { id: operative.id })).code).toBe('NOT_FOUND');
    const { groups } = await (await as('hassan')).query(`{ groups { lines { id about { person { name } told } } } }`);
    expect(JSON.stringify(groups)).not.toContain('Hedda');
    const work = await world.behindTheLocks<{ n: number }>(
      `select count(*)::int as n from assignment where staff_id = $1 and reason = 'group'`,
      [world.caller('hassan').staffId],
    );
    expect(work[0]?.n).toBe(0);
  });

  it('meets in its own time, writes no words, and is warned before it stops meeting', async () => {
    const anna = await as('anna');
    const step = async (more: object) => ({
      i: { groupId: id, version: (await seenBy('anna', id)).version, step: 'meet', ...more },
    });
    const [first] = await meetingClock(id);
    expect(first?.state).toBe('open');
    expect(first!.days).toBeGreaterThanOrEqual(days[0]!);
    expect(first!.days).toBeLessThanOrEqual(days[1]!);
    expect((await anna.refusal(STEP, await step({ words: 'Vi talade om Hedda.' }))).code).toBe(
      'NO_WORDS_WITHOUT_PERSONS',
    );
    await anna.query(STEP, await step({}));
    await anna.query(STEP, await step({}));
    expect((await meetingClock(id)).map(({ state }) => state)).toEqual(['met', 'met', 'open']);
    const seen = await seenBy('marcus', id);
    expect(seen.acts.map(({ word }: any) => word)).toEqual(['nominate', 'form', 'meet', 'meet']);
    expect((await (await as('marcus')).refusal(STEP, await step({}))).code).toBe('NOT_ALLOWED');
    const [items] = await world.behindTheLocks<{ n: number }>(
      `select count(*)::int as n from group_act where group_id = $1 and item_id is not null`,
      [id],
    );
    expect(items?.n).toBe(0);
  });

  it('is called to meetings of its own, with its form’s agenda and no picture of any place', async () => {
    const anna = await as('anna');
    const ahead = new Date(Date.now() + 3 * 86_400_000).toISOString();
    await anna.query(CONVENE, { i: { groupId: id, startsAt: ahead } });
    const read = async (key: string) => (await (await as(key)).query(READ, { id })).areaMeetings;
    const [meeting] = (await read('marcus')).meetings;
    expect(meeting).toMatchObject({ state: 'planned', startsAt: ahead });
    const { agenda, points, minutes } = await read('lena');
    expect(agenda).toEqual({ places: [], rising: [], late: 0, carried: 0, silent: [] });
    expect([points.map(({ name }: any) => name.sv), minutes]).toEqual([
      ['Läget i siffror, utan personer', 'Överenskommelsen och resurserna', 'Det som har stannat, och varför'],
      60,
    ]);
    const week = `query($id: ID!) { areaWeek(groupId: $id) { monday } }`;
    expect((await anna.refusal(week, { id })).code).toBe('NOT_ABOUT_A_PLACE');
    const { myCalendar } = await (
      await as('hassan')
    ).query(
      `query($from: String!) { myCalendar(from: $from, days: 7) { meetings { hubId areaGroupId kind caseNumber } } }`,
      { from: new Date().toISOString().slice(0, 10) },
    );
    expect(myCalendar.meetings.filter((one: any) => one.areaGroupId === id)).toEqual([
      { hubId: meeting.id, areaGroupId: id, kind: 'board', caseNumber: null },
    ]);
    expect((await (await as('karin')).refusal(READ, { id })).code).toBe('NOT_FOUND');
    expect((await (await as('marcus')).refusal(CONVENE, { i: { groupId: id, startsAt: ahead } })).code).toBe(
      'NOT_ALLOWED',
    );
    await world.behindTheLocks(`update area_meeting set starts_at = clock.now() - interval '1 hour' where id = $1`, [
      meeting.id,
    ]);
    const present = (await seenBy('anna', id)).members.slice(0, 2).map((one: { id: string }) => one.id);
    await anna.query(HOLD, { i: { id: meeting.id, version: 1, present } });
    const { seats } = (await read('anna')).meetings[0];
    expect(seats.filter(({ wasThere }: any) => wasThere)).toHaveLength(2);
    expect((await seenBy('marcus', id)).acts.at(-1)).toMatchObject({ word: 'meet', words: null });
  });

  it('ends with a closed word, and everyone leaves it', async () => {
    const anna = await as('anna');
    const { version } = await seenBy('anna', id);
    const i = { groupId: id, version, step: 'close', reason: 'goals-met' };
    expect((await anna.query(STEP, { i })).takeGroupStep.standing).toBe('closed');
    expect((await (await as('marcus')).refusal(GROUP, { id })).code).toBe('NOT_FOUND');
    expect((await meetingClock(id)).at(-1)?.state).toBe('void');
  });
});
