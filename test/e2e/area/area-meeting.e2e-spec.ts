/** A group about a place meets: called into a room, seen in the members' calendars, held with its attendance as the group's step. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import ICAL from 'ical.js';
import { AreaMeetingStore } from '#use-cases/area/area-meeting.port.js';
import { type Api, startApi } from '../../support/api.js';
import { formPlaceGroup } from '../../support/busy-area.js';
import { clientsOf } from '../../support/group.js';
import { buildWorld, type World } from '../../support/world.js';

const READ = `query($g: ID!) { areaMeetings(groupId: $g) { mayLead proposed by minutes points { name { sv } } passed { sv }
  agenda { places rising late carried silent } meetings { id startsAt room roomName videoUrl state hasBegun version seats { memberId name mandate wasThere } } } }`;
const CONVENE = `mutation($i: ConveneAreaMeetingInput!) { conveneAreaMeeting(input: $i) { meetings { id version } } }`;
const MOVE = `mutation($i: MoveAreaMeetingInput!) { moveAreaMeeting(input: $i) { meetings { id state version } } }`;
const PROPOSE = `query($id: ID!, $at: DateTime) { proposeMove(hubId: $id, startsAt: $at) { version people { name } consequences { code names limit } } }`;
const HOLD = `mutation($i: HoldAreaMeetingInput!) { holdAreaMeeting(input: $i) { meetings { id state } } }`;
const TELL = `mutation($i: TellSightingInput!) { tellSighting(input: $i) { groupId } }`;
const NOTICES = `{ myNotices(first: 5) { edges { node { kind caseId } } } }`;

let world: World;
let api: Api;
let groupId: string;
let as: ReturnType<typeof clientsOf>;
const read = async (key: string) => (await (await as(key)).query(READ, { g: groupId })).areaMeetings;
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
const convene = (more: object = {}) => ({ i: { groupId, startsAt: inDays(3), room: 'eken', ...more } });
const notices = async (key: string) =>
  (await (await as(key)).query(NOTICES)).myNotices.edges.map((edge: any) => edge.node);

beforeAll(async () => {
  world = await buildWorld();
  api = await startApi(world.database);
  as = clientsOf(world, api);
  groupId = await formPlaceGroup(world, await as('anna'));
}, 120_000);
afterAll(async () => {
  await api?.close();
  await world?.close();
});

describe('a meeting about a place', () => {
  it('is called by whoever leads the group, or the field says what is wrong', async () => {
    const anna = await as('anna');
    const faults = async (more: object) =>
      (await anna.refusal(CONVENE, convene(more))).faults.map(({ field, code }) => `${field} ${code}`);
    expect(await faults({ startsAt: inDays(-1), videoUrl: 'http://x' })).toEqual([
      'startsAt STARTS_IN_PAST',
      'videoUrl LINK_NEEDS_HTTPS',
    ]);
    expect(await faults({ room: 'källaren' })).toEqual(['room CHOOSE_ONE']);
    for (const key of ['marcus', 'hassan'])
      expect([key, (await (await as(key)).refusal(CONVENE, convene())).code]).toEqual([key, 'NOT_ALLOWED']);
    await anna.query(CONVENE, convene());
    expect(await faults({})).toEqual(['startsAt GROUP_MEETS_THEN']);
    expect((await read('anna')).meetings).toMatchObject([
      { room: 'eken', roomName: 'Rum Eken, Familjehuset, Kvarngatan 4', state: 'planned', hasBegun: false },
    ]);
  });

  it('is told to its members without a case, and stands in their calendars and feeds', async () => {
    const [meeting] = (await read('marcus')).meetings;
    expect((await notices('marcus'))[0]).toEqual({ kind: 'area-convened', caseId: null });
    expect(await notices('lena')).toEqual([]);
    const days = { from: inDays(0).slice(0, 10), days: 7 };
    const mine = async (key: string) =>
      (
        await (
          await as(key)
        ).query(
          `query($from: String!, $days: Int!) { myCalendar(from: $from, days: $days) { meetings { hubId areaGroupId kind caseNumber } } }`,
          days,
        )
      ).myCalendar.meetings;
    expect(await mine('hassan')).toEqual([{ hubId: meeting.id, areaGroupId: groupId, kind: 'area', caseNumber: null }]);
    expect(await mine('lena')).toEqual([]);
    const { makeCalendarFeed: address } = await (await as('marcus')).query('mutation { makeCalendarFeed }');
    const feed = async () =>
      new ICAL.Component(ICAL.parse(await (await api.anonymous.fetch(new URL(address).pathname)).text()))
        .getAllSubcomponents('vevent')
        .map((one) => new ICAL.Event(one));
    const [before] = await feed();
    expect([before?.uid.startsWith(meeting.id), before?.sequence, before?.summary]).toEqual([true, 1, 'Möte i Samnav']);
    const to = inDays(4);
    await (await as('anna')).query(MOVE, { i: { id: meeting.id, version: 1, startsAt: to, room: 'lugnet' } });
    const [after] = await feed();
    expect([after?.uid, after?.sequence, after?.startDate.toJSDate().getTime()]).toEqual([
      before?.uid,
      2,
      Math.floor(Date.parse(to) / 1000) * 1000,
    ]);
  });

  it('keeps its room from others, and its members from being called elsewhere', async () => {
    const rooms = `query($at: DateTime!) { meetingRooms(startsAt: $at, minutes: 30) { slug isFree } }`;
    const [meeting] = (await read('anna')).meetings;
    const free = (await (await as('anna')).query(rooms, { at: meeting.startsAt })).meetingRooms;
    expect(free.filter((one: any) => !one.isFree)).toEqual([{ slug: 'lugnet', isFree: false }]);
    const [busy] = await world.source.transaction(async (manager) => {
      const { staffId, unitId, branchId, municipalityId, role } = world.caller('anna');
      await manager.query(
        `select set_config('samnav.staff', $1, true), set_config('samnav.unit', $2, true), set_config('samnav.branch', $3, true),
          set_config('samnav.municipality', $4, true), set_config('samnav.role', $5, true), set_config('samnav.service', '', true)`,
        [staffId, unitId, branchId, municipalityId, role],
      );
      return manager.query<{ n: number }[]>(
        `select count(distinct staff_id)::int as n from caller.busy_in_group($1, clock.now(), clock.now() + interval '10 days')`,
        [groupId],
      );
    });
    expect(busy?.n).toBe(3);
  });

  it('shows what another time would mean, or none, before anything is done', async () => {
    const anna = await as('anna');
    const [meeting] = (await read('anna')).meetings;
    const [invitation] = (await (await as('marcus')).query(`{ myInvitations { id sequence } }`)).myInvitations;
    await (
      await as('marcus')
    ).query(`mutation($i: AnswerInvitationInput!) { answerInvitation(input: $i) { answer } }`, {
      i: { ...invitation, answer: 'accepted' },
    });
    const propose = async (at: string | null) => {
      const { proposeMove } = await anna.query(PROPOSE, { id: meeting.id, at });
      return proposeMove as { version: number; people: unknown[]; consequences: any[] };
    };
    const workday = (from: number): number =>
      [0, 6].includes(new Date(inDays(from)).getUTCDay()) ? workday(from + 1) : from;
    const at = inDays(workday(5));
    const calm = await propose(at);
    expect(calm).toMatchObject({ version: meeting.version, people: [{}, {}, {}] });
    const asked = { code: 'accepted-asked-again', names: ['Marcus Dahlin'], limit: null };
    expect(calm.consequences).toEqual([asked]);
    // Hassan is busy then, and in three weeks the group would have broken its limit of two.
    const { staffId, municipalityId } = world.caller('hassan');
    await world.behindTheLocks(
      `insert into busy_source (id, municipality_id, staff_id, kind, busy, read_at)
       values (gen_random_uuid(), $1, $2, 'file', tstzmultirange(tstzrange($3::timestamptz, $3::timestamptz + interval '1 hour')), now())`,
      [municipalityId, staffId, at],
    );
    expect((await propose(at)).consequences).toEqual([{ code: 'busy', names: ['Hassan Alibeg'], limit: null }, asked]);
    await world.behindTheLocks(`delete from busy_source where staff_id = $1`, [staffId]);
    const broken = { code: 'limit-broken', names: [], limit: 'sig-meeting' };
    expect((await propose(inDays(workday(21)))).consequences).toEqual([broken, asked]);
    expect((await propose(null)).consequences).toEqual([
      broken,
      { code: 'accepted-let-go', names: ['Anna Wikmark', 'Marcus Dahlin'], limit: null },
    ]);
    // A second meeting keeps the limit as well, and stands in the way of its own time.
    const other = inDays(workday(8));
    await anna.query(CONVENE, convene({ startsAt: other, room: 'eken' }));
    expect((await propose(other)).consequences.map(({ code }) => code)).toEqual([
      'group-meets-then',
      'required-missing',
      'busy',
      asked.code,
    ]);
    expect((await propose(null)).consequences.map(({ code }) => code)).toEqual(['accepted-let-go']);
    const second = (await read('anna')).meetings.find(({ id }: any) => id !== meeting.id);
    await anna.query(MOVE, { i: { id: second.id, version: second.version } });
    expect((await anna.refusal(PROPOSE, { id: second.id, at })).code).toBe('MEETING_BEGUN');
    for (const key of ['marcus', 'hassan', 'gunvor', 'maria'])
      expect([key, (await (await as(key)).refusal(PROPOSE, { id: meeting.id, at })).code]).toEqual([
        key,
        expect.stringMatching(/^NOT_(ALLOWED|FOUND)$/),
      ]);
  });

  it('goes through what the week holds, and nobody has to write an agenda', async () => {
    const told = {
      groupId,
      place: 'stationen',
      band: 'evening',
      phenomenon: 'threat',
      times: 5,
      words: '',
      noPerson: [],
    };
    await (await as('marcus')).query(TELL, { i: told });
    const { agenda, points, minutes } = await read('hassan');
    expect(agenda).toMatchObject({ places: ['stationen'], rising: ['stationen'], late: 0 });
    expect(agenda.silent).toHaveLength(2);
    expect([points.length, minutes]).toEqual([3, 55]);
  });

  it('is held when its time has come: who was there by mandate, and the group’s own step', async () => {
    const anna = await as('anna');
    const { meetings, passed } = await read('anna');
    const [meeting] = meetings;
    const present = meeting.seats.filter(({ name }: any) => !name.startsWith('Hassan')).map((one: any) => one.memberId);
    const i = { id: meeting.id, version: meeting.version, present, reason: 'agreed-by-all' };
    expect((await anna.refusal(HOLD, { i })).code).toBe('MEETING_NOT_BEGUN');
    await world.behindTheLocks(`update area_meeting set starts_at = clock.now() - interval '1 hour' where id = $1`, [
      meeting.id,
    ]);
    expect(passed.map(({ sv }: any) => sv)).toEqual(['Gemensam lägesbild']);
    expect(await anna.refusal(HOLD, { i: { ...i, reason: null } })).toMatchObject({ field: 'reason' });
    expect((await anna.refusal(HOLD, { i: { ...i, present: [randomUUID()] } })).faults).toMatchObject([
      { field: 'present' },
    ]);
    expect((await (await as('marcus')).refusal(HOLD, { i })).code).toBe('NOT_ALLOWED');
    await anna.query(HOLD, { i });
    const [held] = (await read('marcus')).meetings;
    expect(held.state).toBe('held');
    expect(held.seats.filter(({ wasThere }: any) => !wasThere)).toMatchObject([{ name: 'Hassan Alibeg' }]);
    expect((await anna.refusal(HOLD, { i })).code).toBe('CONFLICT');
    const [group] = await world.behindTheLocks<{ met: boolean; acts: number }>(
      `select g.last_met_at is not null as met, (select count(*)::int from group_act a where a.group_id = g.id and a.word = 'meet') as acts
       from collaboration_group g where g.id = $1`,
      [groupId],
    );
    expect(group).toEqual({ met: true, acts: 1 });
  });

  it('is called off, and the members’ calendars say so', async () => {
    const anna = await as('anna');
    await anna.query(CONVENE, convene({ startsAt: inDays(10), room: null }));
    const planned = (await read('anna')).meetings.find(({ state }: any) => state === 'planned');
    await anna.query(MOVE, { i: { id: planned.id, version: planned.version } });
    expect((await notices('hassan'))[0]).toEqual({ kind: 'area-called-off', caseId: null });
    expect((await anna.refusal(MOVE, { i: { id: planned.id, version: planned.version } })).code).toBe('CONFLICT');
  });

  it('is nobody’s outside the group, by the program and by the database', async () => {
    const [meeting] = (await read('anna')).meetings;
    for (const key of ['lena', 'karin', 'maria', 'petra']) {
      expect([key, (await (await as(key)).refusal(READ, { g: groupId })).code]).toEqual([key, 'NOT_FOUND']);
      const rows = await world.asCaller.run(world.caller(key), async (tx) => {
        const store = tx.of(AreaMeetingStore);
        return [await store.find(meeting.id), (await store.findAttendance([meeting.id])).length];
      });
      expect([key, ...rows]).toEqual([key, undefined, 0]);
    }
  });
});
