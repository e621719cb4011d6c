/** A person's own calendar program reads their meetings: the times alone, theirs alone, and only for as long as they are theirs. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import ICAL from 'ical.js';
import { type Api, startApi } from '../../support/api.js';
import { openGradedCase } from '../../support/case.js';
import { faultsOf } from '../../support/itip.js';
import { conveneHub, type HubUnderTest } from '../../support/hub.js';
import { conveneJoint, openMeasuresCase, POLICE, signedConsent, SOC } from '../../support/joint.js';
import { moveToTuesdayMorning } from '../../support/running-town.js';
import { buildWorld, type World } from '../../support/world.js';

const MAKE = `mutation { makeCalendarFeed }`;
const MINE = `{ myCalendarFeeds { id createdAt lastReadAt } }`;
const CLOSE = `mutation($id: ID!) { closeCalendarFeed(id: $id) }`;

let world: World;
let api: Api;
let hub: HubUnderTest;

beforeAll(async () => {
  world = await buildWorld();
  await moveToTuesdayMorning(world);
  const red = await openGradedCase(world, { grade: 'red' });
  api = await startApi(world.database);
  hub = await conveneHub(world, api, red);
}, 120_000);
afterAll(async () => {
  await api?.close();
  await world?.close();
});

const makeFeed = async (key: string): Promise<string> => (await (await hub.as(key)).query(MAKE)).makeCalendarFeed;
const read = async (address: string): Promise<{ status: number; text: string; type: string }> => {
  const response = await api.anonymous.fetch(new URL(address).pathname);
  const type = response.headers.get('content-type') ?? '';
  return { status: response.status, text: await response.text(), type };
};
const eventsIn = (text: string): ICAL.Event[] =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
const meetingsOf = async (key: string): Promise<string[]> =>
  eventsIn((await read(await makeFeed(key))).text).map(({ uid }) => uid.split('@')[0] ?? '');

describe('a calendar’s address', () => {
  it('opens the times of one’s own meetings, and nothing that says whom or what they are about', async () => {
    const { status, text, type } = await read(await makeFeed('sara'));
    expect([status, faultsOf(text, 'FEED', type)]).toEqual([200, []]);
    const [event] = eventsIn(text);
    expect(event?.uid.startsWith(hub.hubId)).toBe(true);
    expect(event?.duration.toSeconds()).toBe(30 * 60);
    for (const word of ['Elliot', 'Provberg', 'Barnenheten', 'hubb', 'grupp', '2026-0', 'röd', 'Ekvalla'])
      expect(text.toLowerCase()).not.toContain(word.toLowerCase());
    expect(event?.component.getFirstPropertyValue('class')).toBe('PRIVATE');
  });

  it.each(['sven', 'lena', 'marcus', 'olof', 'tove'])('shows %s no meeting that they have no part in', async (key) => {
    expect(await meetingsOf(key)).toEqual([]);
  });

  it('reads the same twice, and the next number when the meeting is called off', async () => {
    const address = await makeFeed('ali');
    const first = await read(address);
    expect(await read(address)).toEqual(first);
    const [before] = eventsIn(first.text);
    await hub.act('maria', 'moveMeeting', 'MoveMeetingInput', {
      step: 'call-off',
      reasons: 'Barnet är redan placerat.',
    });
    const { text } = await read(address);
    const [after] = eventsIn(text);
    expect(after?.uid).toBe(before?.uid);
    expect(after!.sequence).toBeGreaterThan(before!.sequence);
    expect(text).toContain('STATUS:CANCELLED');
    expect(faultsOf(text, 'FEED')).toEqual([]);
  });

  it('leads by one address for every kind of meeting to the invitation of whoever reads it', async () => {
    const { text } = await read(await makeFeed('sara'));
    const { myInvitations } = await (await hub.as('sara')).query(`{ myInvitations { id hubId } }`);
    const mine = myInvitations.find(({ hubId }: any) => hubId === hub.hubId);
    const [url] = eventsIn(text).map((one) => String(one.component.getFirstPropertyValue('url')));
    expect(new URL(url ?? '').pathname).toBe(`/inbjudningar/${mine.id}`);
  });

  it('shows a joint meeting to whoever is invited, until the consent that let them in is taken back', async () => {
    const houses = [SOC, POLICE];
    const file = await openMeasuresCase(world, { givenName: 'Samir', familyName: 'Provlund' });
    const consent = await signedConsent(world, file, { from: houses, to: houses });
    const table = await conveneJoint(world, () => api, file, {
      marcus: { category: 'crime-and-suspicion', text: 'Inte sedd vid torget.' },
    });
    expect(await meetingsOf('marcus')).toEqual([table.hubId]);
    expect((await read(await makeFeed('marcus'))).text).not.toContain('STATUS:CANCELLED');
    await consent.withdraw(file.guardianId);
    // As the mail to him says: cancelled, so that his calendar lets it go, and nothing of why.
    expect((await read(await makeFeed('marcus'))).text.match(/^STATUS:.*$/gm)).toEqual(['STATUS:CANCELLED']);
  }, 60_000);

  it('is worth nothing once it is closed, its owner’s post has ended, or its owner may not sign in', async () => {
    const karin = await hub.as('karin');
    const address = await makeFeed('karin');
    expect(eventsIn((await read(address)).text)).toHaveLength(1);
    const staffId = world.caller('karin').staffId;
    await world.behindTheLocks(`update membership set ends_at = clock.now() where staff_id = $1`, [staffId]);
    expect(eventsIn((await read(address)).text)).toEqual([]);
    await world.behindTheLocks(`update membership set ends_at = null where staff_id = $1`, [staffId]);
    await world.behindTheLocks(`update staff_member set disabled_at = clock.now() where subject = 'karin'`);
    const nothing = await read(`${api.url}/feeds/calendar/${'x'.repeat(43)}.ics`);
    expect(nothing.status).toBe(404);
    expect(await read(address)).toEqual(nothing);
    await world.behindTheLocks(`update staff_member set disabled_at = null where subject = 'karin'`);
    const { myCalendarFeeds } = await karin.query(MINE);
    expect(myCalendarFeeds).toHaveLength(1);
    expect(myCalendarFeeds[0].lastReadAt).not.toBeNull();
    expect((await (await hub.as('sara')).refusal(CLOSE, { id: myCalendarFeeds[0].id })).code).toBe('NOT_FOUND');
    await karin.query(CLOSE, { id: myCalendarFeeds[0].id });
    expect(await read(address)).toEqual(nothing);
  });

  it('is kept nowhere, made five times at most, and tried in vain only so often', async () => {
    const address = await makeFeed('per');
    const token = /calendar\/(.+)\.ics$/.exec(address)?.[1] ?? '';
    const rows = await world.behindTheLocks<{ row: string }>(`select c::text as row from calendar_feed c`);
    expect(rows.filter(({ row }) => row.includes(token))).toEqual([]);
    for (let n = 1; n < 5; n += 1) await makeFeed('per');
    expect((await (await hub.as('per')).refusal(MAKE)).code).toBe('TOO_MANY_CALENDARS');
    const answers: number[] = [];
    for (let n = 0; n < 70; n += 1) answers.push((await read(`${api.url}/feeds/calendar/${n}.ics`)).status);
    expect(answers[0]).toBe(404);
    expect(answers.at(-1)).toBe(429);
  });
});
