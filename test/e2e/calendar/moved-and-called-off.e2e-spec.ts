/**
 * A group's standing time with its exceptions, from the act on the page to the calendar: three meetings are called, one is moved
 * and one called off, and neither feed nor mail says anything new of the third (decision 10; RFC 5546 3.2.2, 3.2.5).
 */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import ICAL from 'ical.js';
import { civilDayOf, instantAt } from '#domain/kernel/stockholm.js';
import { type Api, startApi } from '../../support/api.js';
import { calendarMails, calendarTypeOf, eventOf, type CalendarMails } from '../../support/calendar-mail.js';
import { formedGroup, type GroupUnderTest } from '../../support/group.js';
import { convenedMeeting, PROPOSE, type MeetingUnderTest } from '../../support/group-meeting.js';
import { hostWorker, type HostedWorker } from '../../support/hosted.js';
import { faultsOf } from '../../support/itip.js';
import { openMailbox, type KeptMail, type Mailbox } from '../../support/mailbox.js';
import { moveToTuesdayMorning } from '../../support/running-town.js';
import { buildWorld, type World } from '../../support/world.js';

const PROPOSE_MOVE = `query($id: ID!, $at: DateTime) { proposeMove(hubId: $id, startsAt: $at) { version consequences { code } } }`;
const MOVE_TIME = `mutation($i: MoveMeetingTimeInput!) { moveMeetingTime(input: $i) { version } }`;
const PEOPLE = ['anna', 'marcus', 'lena'] as const;
const WEEKS = [0, 1, 2] as const;

let world: World;
let api: Api;
let worker: HostedWorker;
let box: Mailbox;
let mails: CalendarMails;
let group: GroupUnderTest;
let slot: Date;
const meetings: MeetingUnderTest[] = [];

beforeAll(async () => {
  box = await openMailbox();
  world = await buildWorld();
  await moveToTuesdayMorning(world);
  const env = { SAMNAV_MAIL_URL: box.url, SAMNAV_PUBLIC_URL: 'https://samnav.example' };
  worker = await hostWorker(world.database, env);
  api = await startApi(world.database, env);
  mails = await calendarMails(world, box);
  group = await formedGroup(world, api, { givenName: 'Ebbe' });
  await group.step('plan', { words: 'Skola varje dag.' });
  const { proposeGroupMeeting } = await (await group.as('anna')).query(PROPOSE, { id: group.id });
  slot = new Date(proposeGroupMeeting.proposed);
  for (const week of WEEKS) meetings.push(await convenedMeeting(world, group, { startsAt: weeksOn(week) }));
}, 120_000);
afterAll(async () => {
  await api?.close();
  await worker?.stop();
  await world?.close();
  await box?.close();
});

/** The same hour in Sweden, whatever the clocks do between. */
const weeksOn = (weeks: number, days = 0): Date => {
  const day = civilDayOf(slot.getTime());
  const minute = (slot.getTime() - instantAt(day, 0)) / 60_000;
  return new Date(instantAt(day + weeks * 7 + days, minute));
};

interface Told {
  readonly uid: string;
  readonly sequence: number;
  readonly start: string;
  readonly minutes: number;
  readonly status: string;
}
const toldBy = (event: ICAL.Component): Told => {
  const { uid, sequence, startDate, duration } = new ICAL.Event(event);
  return {
    uid,
    sequence,
    start: startDate.toJSDate().toISOString(),
    minutes: duration.toSeconds() / 60,
    status: String(event.getFirstPropertyValue('status')),
  };
};
const inMail = (mail: KeptMail): Told => toldBy(eventOf(mail).event);

async function feedOf(key: string): Promise<() => Promise<Told[]>> {
  const { makeCalendarFeed } = await (await group.as(key)).query('mutation { makeCalendarFeed }');
  return async () => {
    const response = await api.anonymous.fetch(new URL(makeCalendarFeed).pathname);
    const text = await response.text();
    expect(faultsOf(text, 'FEED', response.headers.get('content-type') ?? '')).toEqual([]);
    expect(text).not.toMatch(/RRULE|RDATE|EXDATE|RECURRENCE-ID/);
    return new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map(toldBy);
  };
}

it('moves one and takes back one, each under its own name and a higher number, and leaves the third as it was', async () => {
  const feeds = new Map<string, { read: () => Promise<Told[]>; before: Told[] }>();
  for (const key of PEOPLE) {
    await mails.last(key, 3);
    const read = await feedOf(key);
    const before = await read();
    expect(before).toEqual(
      WEEKS.map((week) => ({
        uid: `${meetings[week]!.hubId}@samnav.example`,
        sequence: expect.any(Number),
        start: weeksOn(week).toISOString(),
        minutes: 75,
        status: 'CONFIRMED',
      })),
    );
    expect(await read()).toEqual(before);
    for (const mail of mails.to(key))
      expect(faultsOf(mail.calendar ?? '', 'REQUEST', calendarTypeOf(mail))).toEqual([]);
    expect(mails.to(key).map(inMail).sort(byStart)).toEqual(before);
    feeds.set(key, { read, before });
  }

  const anna = await group.as('anna');
  const [stays, moved, off] = meetings as [MeetingUnderTest, MeetingUnderTest, MeetingUnderTest];
  const startsAt = weeksOn(1, 1);
  const { proposeMove } = await anna.query(PROPOSE_MOVE, { id: moved.hubId, at: startsAt });
  await anna.query(MOVE_TIME, { i: { hubId: moved.hubId, version: proposeMove.version, startsAt, minutes: 75 } });
  const asked = new Map<string, KeptMail>();
  for (const key of PEOPLE) asked.set(key, await mails.last(key, 4));
  await off.act('anna', 'moveMeeting', 'MoveMeetingInput', { step: 'call-off' });

  for (const key of PEOPLE) {
    const taken = await mails.last(key, 5);
    const { read, before } = feeds.get(key)!;
    const after = await read();
    expect(after).toEqual([
      before[0],
      { ...before[1]!, sequence: before[1]!.sequence + 1, start: startsAt.toISOString() },
      { ...before[2]!, sequence: before[2]!.sequence + 1, status: 'CANCELLED' },
    ]);
    expect(await read()).toEqual(after);
    const again = asked.get(key)!;
    expect(faultsOf(again.calendar ?? '', 'REQUEST', calendarTypeOf(again))).toEqual([]);
    expect(faultsOf(taken.calendar ?? '', 'CANCEL', calendarTypeOf(taken))).toEqual([]);
    expect([inMail(again), inMail(taken)]).toEqual([after[1], after[2]]);
    expect(mails.to(key).filter((mail) => inMail(mail).uid.startsWith(stays.hubId))).toHaveLength(1);
  }
}, 60_000);

const byStart = (a: Told, b: Told): number => Date.parse(a.start) - Date.parse(b.start);
