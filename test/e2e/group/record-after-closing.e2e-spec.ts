/**
 * A group is closed right after its last meeting: every agency that sat there still takes out its own record, for as long as its
 * ground holds and two weeks after the minutes are done, and does nothing else there (OSL 5:1, 10:1).
 */
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type Api, type ApiClient, startApi } from '../../support/api.js';
import { formedGroup, type GroupUnderTest } from '../../support/group.js';
import { convenedMeeting, type MeetingUnderTest } from '../../support/group-meeting.js';
import { buildWorld, type World } from '../../support/world.js';

const PAGE = `query($id: ID!) { groupMeeting(hubId: $id) { seats { name } lines { said { text } } record { diaryNumber } } }`;
const GROUP = `query($id: ID!) { group(id: $id) { standing readUntil members { name } } }`;
const KEEP = `mutation($i: KeepMeetingRecordInput!) { keepMeetingRecord(input: $i) }`;
const WRITE = `mutation($i: WriteMinutesInput!) { writeMinutes(input: $i) }`;
const TELL = `mutation($i: WritePlanNewsInput!) { writePlanNews(input: $i) }`;

jest.setTimeout(60_000);

let world: World;
let api: Api;
beforeAll(async () => {
  world = await buildWorld();
  api = await startApi(world.database);
}, 120_000);
afterAll(async () => {
  await api?.close();
  await world?.close();
});

/** In a session of its own, since the clock is moved. */
const client = (key: string): Promise<ApiClient> => api.as({ id: world.town.staff.get(key) ?? '' });
const outcome = async (key: string, document: string, variables: object): Promise<string> =>
  (await client(key)).query(document, variables).then(
    () => 'done',
    (refused: { refusal: { code: string } }) => refused.refusal.code,
  );

const held = async (givenName: string): Promise<{ group: GroupUnderTest; meeting: MeetingUnderTest }> => {
  const group = await formedGroup(world, api, { givenName });
  await group.step('plan', { words: 'Skola varje dag.' });
  const meeting = await convenedMeeting(world, group);
  await meeting.hold();
  return { group, meeting };
};
const close = async (group: GroupUnderTest, reason: string): Promise<void> => {
  const steps: { step: { step: string } }[] = (await group.seenBy('anna'))['steps'];
  await group.step(steps.at(-2)?.step.step ?? '', { reason, words: 'Det går bra.' });
};
const record = (hubId: string, diaryNumber: string) => ({
  i: { hubId, diaryNumber, registeredOn: '2026-01-15', keepYears: 5, version: 0 },
});

describe('the record of a group’s last meeting', () => {
  it('is registered and taken out after the group was closed, with who was there, and adjusted while it may be', async () => {
    const { group, meeting } = await held('Nour');
    const points = (await meeting.seenBy('lena'))['points'] as { id: string }[];
    await close(group, 'goals-met');
    const lena = await client('lena');
    const { groupMeeting } = await lena.query(PAGE, { id: meeting.hubId });
    expect(groupMeeting.seats).toHaveLength(3);
    const line = { pointId: points[0]?.id, category: 'measures-and-plan', text: 'Skolan ringer.', about: [] };
    await lena.query(WRITE, { i: { hubId: meeting.hubId, lines: [line] } });
    await lena.query(KEEP, record(meeting.hubId, 'SK 2026-1'));
    const file = await lena.fetch(`/documents/meeting/${meeting.hubId}/json`);
    expect([file.status, JSON.parse(await file.text()).register.diary_number]).toEqual([200, 'SK 2026-1']);
    // She reads the group to its day, sits nowhere, and writes in its plan no more.
    const seen = (await lena.query(GROUP, { id: group.id })).group;
    expect(seen).toMatchObject({ standing: 'closed', members: [] });
    const [minutes] = await world.behindTheLocks<{ until: Date }>(
      `select date_trunc('milliseconds', fixes_at) + interval '14 days' as until from minutes where hub_id = $1`,
      [meeting.hubId],
    );
    expect(Date.parse(seen.readUntil)).toBe(minutes!.until.getTime());
    expect((await client('anna').then((anna) => anna.query(GROUP, { id: group.id }))).group.readUntil).toBeNull();
    const news = { groupId: group.id, kind: 'good-news', words: 'Bra vecka.' };
    expect(await outcome('lena', TELL, { i: news })).toBe('GROUP_HAS_ENDED');
  });

  it('leaves in the instant in which the family takes back what it stands on', async () => {
    const { group, meeting } = await held('Sally');
    await close(group, 'goals-met');
    expect(await outcome('marcus', PAGE, { id: meeting.hubId })).toBe('done');
    await group.consent.withdraw(group.file.guardianId);
    expect(await outcome('marcus', PAGE, { id: meeting.hubId })).toBe('NOT_FOUND');
    const left = await world.behindTheLocks<{ reason: string }>(
      `select m.end_reason as reason from group_member m where m.group_id = $1 and m.staff_id = $2`,
      [group.id, world.caller('marcus').staffId],
    );
    expect(left).toEqual([{ reason: 'consent-gone' }]);
    const work = `select 1 from assignment where case_id = $1 and staff_id = $2 and (ends_at is null or ends_at > clock.now())`;
    expect(await world.behindTheLocks(work, [group.file.caseId, world.caller('marcus').staffId])).toEqual([]);
  });

  it('is nobody’s where the group is closed because the consent is gone', async () => {
    const { group, meeting } = await held('Tindra');
    await close(group, 'consent-gone');
    expect(await outcome('marcus', PAGE, { id: meeting.hubId })).toBe('NOT_FOUND');
  });

  it('is over two weeks after the minutes are done', async () => {
    const { group, meeting } = await held('Love');
    await close(group, 'goals-met');
    await world.database.moveClock('22 days');
    expect(await outcome('lena', PAGE, { id: meeting.hubId })).toBe('NOT_FOUND');
    expect(await outcome('lena', KEEP, record(meeting.hubId, 'SK 2026-2'))).toBe('NOT_FOUND');
    expect(await outcome('anna', PAGE, { id: meeting.hubId })).toBe('done');
  });
});
