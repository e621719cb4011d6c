/** Whoever is called gets it in their calendar by mail, answers from there or with a tap, and nobody answers for another. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import ICAL from 'ical.js';
import { settleMeeting } from '#use-cases/invitation/settle-meeting.js';
import { type Api, startApi } from '../../support/api.js';
import {
  answerTo,
  calendarMails,
  calendarTypeOf,
  eventOf,
  eventsIn,
  type CalendarMails,
} from '../../support/calendar-mail.js';
import { faultsOf } from '../../support/itip.js';
import type { HubUnderTest } from '../../support/hub.js';
import {
  conveneJoint,
  openMeasuresCase,
  signedConsent,
  type ConsentUnderTest,
  type JointCase,
} from '../../support/joint.js';
import { openMailbox, type KeptMail, type Mailbox } from '../../support/mailbox.js';
import { moveToTuesdayMorning } from '../../support/running-town.js';
import { hostWorker, type HostedWorker } from '../../support/hosted.js';
import { buildWorld, type World } from '../../support/world.js';

const MINE = `{ myInvitations { id hubId startsAt minutes answer sequence cancelled moved meeting { kind caseNumber leads } } }`;
const ANSWER = `mutation($i: AnswerInvitationInput!) { answerInvitation(input: $i) { id answer sequence } }`;
const CALLED = `query($id: ID!) { calledToMeeting(hubId: $id) { staffId name answer cancelled } }`;
const PROPOSE = `query($id: ID!, $at: DateTime) { proposeMove(hubId: $id, startsAt: $at) { version people { answer isBusy } consequences { code names limit } } }`;
const MOVE = `mutation($i: MoveMeetingTimeInput!) { moveMeetingTime(input: $i) { id startsAt version } }`;
const SECRET = 'a shared secret of the gateway, forty signs';

let world: World;
let api: Api;
let worker: HostedWorker;
let box: Mailbox;
let file: JointCase;
let consent: ConsentUnderTest;
let table: HubUnderTest;
let addressOf: CalendarMails['addressOf'];
let calendarsTo: CalendarMails['to'];
let mailTo: CalendarMails['last'];

beforeAll(async () => {
  box = await openMailbox();
  world = await buildWorld();
  await moveToTuesdayMorning(world);
  const env = { SAMNAV_MAIL_URL: box.url, SAMNAV_PUBLIC_URL: 'https://samnav.example', SAMNAV_MAIL_IN_SECRET: SECRET };
  worker = await hostWorker(world.database, env);
  api = await startApi(world.database, env);
  ({ addressOf, to: calendarsTo, last: mailTo } = await calendarMails(world, box));
  file = await openMeasuresCase(world, { givenName: 'Samir', familyName: 'Provlund' });
  consent = await signedConsent(world, file);
  table = await conveneJoint(world, () => api, file, { marcus: null, lena: null });
}, 120_000);
afterAll(async () => {
  await api?.close();
  await worker?.stop();
  await world?.close();
  await box?.close();
});

const mine = async (key: string): Promise<any[]> => (await (await table.as(key)).query(MINE)).myInvitations;
const myOne = async (key: string): Promise<any> => (await mine(key)).find(({ hubId }) => hubId === table.hubId);
const called = async (): Promise<Record<string, string>> => {
  const { calledToMeeting } = await (await table.as('anna')).query(CALLED, { id: table.hubId });
  const keys = new Map([...world.town.staff].map(([key, id]) => [id, key]));
  return Object.fromEntries(
    calledToMeeting.map((one: any) => [keys.get(one.staffId), one.cancelled ? 'cancelled' : one.answer]),
  );
};

/** Days and hours after the meeting’s first time, which is 08:40 on a Tuesday. */
async function later(days: number, hours: number): Promise<Date> {
  const [row] = await world.behindTheLocks<{ at: Date }>(
    `select date_trunc('minute', convened_at) + interval '20 minutes' + make_interval(days => $2, hours => $3) as at from hub where id = $1`,
    [table.hubId, days, hours],
  );
  return row!.at;
}
const handIn = async (mail: string, secret = SECRET): Promise<any> => {
  const response = await api.anonymous.fetch('/mail/replies', {
    method: 'POST',
    headers: { 'content-type': 'message/rfc822', authorization: `Bearer ${secret}` },
    body: mail,
  });
  return { status: response.status, ...((await response.json()) as object) };
};

describe('an invitation', () => {
  it('comes by mail as a calendar’s request, to everyone who is called, each naming the receiver alone', async () => {
    for (const key of ['anna', 'marcus', 'lena']) {
      const mail = await mailTo(key, 1);
      expect(mail.raw).toMatch(/^Content-Type: multipart\/alternative;/m);
      expect(mail.raw).toMatch(/^Content-Type: text\/calendar; charset=utf-8; method=REQUEST/m);
      const { calendar, event, value } = eventOf(mail);
      expect(faultsOf(mail.calendar ?? '', 'REQUEST', calendarTypeOf(mail))).toEqual([]);
      expect(calendar.getAllSubcomponents('vevent')).toHaveLength(1);
      expect(event.getAllProperties('attendee')).toHaveLength(1);
      expect(value('attendee')).toBe(`mailto:${addressOf(key)}`);
      const asked = event.getFirstProperty('attendee');
      const [partstat, rsvp] = key === 'anna' ? ['ACCEPTED', undefined] : ['NEEDS-ACTION', 'TRUE'];
      expect([asked?.getFirstParameter('partstat'), asked?.getFirstParameter('rsvp')]).toEqual([partstat, rsvp]);
      expect(value('uid')).toBe(`${table.hubId}@samnav.example`);
      expect(value('organizer')).toMatch(/^mailto:samnav\+[0-9a-f]{32}@samnav\.example$/);
      expect(`mailto:${mail.parsed.from?.address}`).toBe(value('organizer'));
      expect(event.getFirstPropertyValue('dtstamp')).toBeInstanceOf(ICAL.Time);
      expect(value('status')).toBe('CONFIRMED');
    }
    const organizers = ['anna', 'marcus', 'lena'].map((key) => eventOf(calendarsTo(key)[0]!).value('organizer'));
    expect(new Set(organizers).size).toBe(3);
  }, 40_000);

  it('says nothing of whom or what it is about, nor who else comes', async () => {
    const [mail] = calendarsTo('marcus');
    const text = `${mail?.parsed.subject} ${mail?.parsed.text} ${mail?.calendar}`;
    const staff = await world.behindTheLocks<{ word: string }>(
      `select name as word from staff_member union select number from case_file union select name from unit`,
    );
    for (const word of ['Samir', 'Provlund', 'samtycke', ...staff.map((row) => row.word)])
      expect(text.toLowerCase()).not.toContain(word.toLowerCase());
  });

  it('is answered with one tap, and the house that calls sees it', async () => {
    const invitation = await myOne('lena');
    expect(invitation).toMatchObject({ answer: 'none', cancelled: false, moved: false, meeting: { kind: 'joint' } });
    const i = { id: invitation.id, sequence: invitation.sequence, answer: 'tentative' };
    expect((await (await table.as('lena')).query(ANSWER, { i })).answerInvitation.answer).toBe('tentative');
    expect(await called()).toEqual({ anna: 'accepted', marcus: 'none', lena: 'tentative' });
    // Whom the others are, a guest is not told; nor does anybody answer for another.
    expect((await (await table.as('lena')).refusal(CALLED, { id: table.hubId })).code).toBe('NOT_FOUND');
    expect((await (await table.as('marcus')).refusal(ANSWER, { i })).code).toBe('NOT_FOUND');
    const stale = { ...i, sequence: i.sequence - 1 };
    expect((await (await table.as('lena')).refusal(ANSWER, { i: stale })).code).toBe('INVITATION_CHANGED');
  });

  it('is answered from one’s own calendar, by the secret address alone', async () => {
    const mail = calendarsTo('marcus')[0]!;
    expect((await handIn(answerTo(mail, 'ACCEPTED'), 'wrong')).status).toBe(401);
    expect(await handIn(answerTo(mail, 'ACCEPTED'))).toEqual({ status: 200, outcome: 'taken', answer: 'accepted' });
    expect((await myOne('marcus')).answer).toBe('accepted');
    const [line] = await world.behindTheLocks<{ n: number }>(
      `select count(*)::int as n from ledger_entry where detail->>'deed' = 'invitation-reply' and action = 'change'`,
    );
    expect(line?.n).toBe(1);
  });

  it('takes no forged answer', async () => {
    const own = calendarsTo('marcus')[0]!;
    const others = calendarsTo('lena')[0]!;
    const forge = (change: (text: string) => string): Promise<any> => handIn(answerTo(own, 'DECLINED', change));
    const secretOf = (mail: KeptMail): string => eventOf(mail).value('organizer');
    const without = (mail: string): string => mail.replaceAll(secretOf(own).slice(14, 46), 'f'.repeat(32));
    expect(await handIn(without(answerTo(own, 'DECLINED')))).toMatchObject({
      outcome: 'refused',
      why: 'unknown-address',
    });
    // Marcus’s own address does not answer for Lena, nor for another meeting, nor for a time that never was.
    expect(await forge((text) => text.replace(addressOf('marcus'), addressOf('lena')))).toMatchObject({
      why: 'other-person',
    });
    expect(await forge((text) => text.replace(table.hubId, file.caseId))).toMatchObject({ why: 'other-meeting' });
    expect(await forge((text) => text.replace(/SEQUENCE:\d+/, 'SEQUENCE:99'))).toMatchObject({
      why: 'unknown-sequence',
    });
    expect(await forge((text) => text.replace('METHOD:REPLY', 'METHOD:CANCEL'))).toMatchObject({ why: 'not-a-reply' });
    expect(await handIn('no mail at all')).toMatchObject({ outcome: 'refused', why: 'unreadable' });
    expect((await myOne('marcus')).answer).toBe('accepted');
    expect((await myOne('lena')).answer).toBe('tentative');
    expect(secretOf(others)).not.toBe(secretOf(own));
    const [line] = await world.behindTheLocks<{ n: number }>(
      `select count(*)::int as n from ledger_entry where detail->>'deed' = 'invitation-reply' and action = 'refuse'`,
    );
    expect(line?.n).toBe(4);
  });

  it('shows what a new time would mean before anything happens', async () => {
    const anna = await table.as('anna');
    const { proposeMove: whole } = await anna.query(PROPOSE, { id: table.hubId, at: await later(0, 24) });
    expect(whole.people.map((one: any) => one.answer).sort()).toEqual(['accepted', 'accepted', 'tentative']);
    const asked = whole.consequences.find((one: any) => one.code === 'accepted-asked-again');
    expect(asked.names).toHaveLength(1);
    const { proposeMove: saturday } = await anna.query(PROPOSE, { id: table.hubId, at: await later(4, 0) });
    expect(saturday.consequences.map((one: any) => one.code)).toContain('off-day');
    const { proposeMove: off } = await anna.query(PROPOSE, { id: table.hubId, at: null });
    expect(off.consequences).toMatchObject([{ code: 'accepted-let-go' }]);
    // Lena's own calendar says that she is busy then; this very meeting stands in it too and is no hindrance.
    const { staffId, municipalityId } = world.caller('lena');
    const [mine, other] = [(await later(0, 0)).getTime(), (await later(1, 0)).getTime()];
    const spans = [
      [mine, mine + 30 * 60_000],
      [other, other + 60 * 60_000],
    ] as const;
    await world.behindTheLocks(
      `insert into busy_source (id, municipality_id, staff_id, kind, busy, read_at) values (gen_random_uuid(), $1, $2, 'file', $3, now())`,
      [
        municipalityId,
        staffId,
        `{${spans.map(([from, to]) => `[${new Date(from).toISOString()},${new Date(to).toISOString()})`).join(',')}}`,
      ],
    );
    const busyAt = async (at: Date): Promise<unknown> => {
      const { proposeMove } = await anna.query(PROPOSE, { id: table.hubId, at });
      const { names } = proposeMove.consequences.find(({ code }: any) => code === 'busy') ?? { names: [] };
      return names;
    };
    expect(await busyAt(new Date(mine + 10 * 60_000))).toEqual([]);
    expect(await busyAt(new Date(other + 30 * 60_000))).toEqual(['Lena Åsbrink']);
    await world.behindTheLocks(`delete from busy_source where staff_id = $1`, [staffId]);
    // Whoever sits there for another house moves nothing, nor does anybody move it into the past.
    expect(
      (
        await (
          await table.as('marcus')
        ).refusal(MOVE, { i: { hubId: table.hubId, version: 1, startsAt: await later(1, 0) } })
      ).code,
    ).toMatch(/NOT_ALLOWED|NOT_FOUND/);
    const past = { hubId: table.hubId, version: whole.version, startsAt: await later(-1, 0) };
    expect((await anna.refusal(MOVE, { i: past })).faults).toMatchObject([
      { field: 'startsAt', code: 'STARTS_IN_PAST' },
    ]);
  });

  it('follows a move under the same name and a higher number, asks anew, and takes no answer to the old time', async () => {
    const anna = await table.as('anna');
    const feed = async () => eventsIn(await (await api.anonymous.fetch(new URL(address).pathname)).text());
    const { makeCalendarFeed: address } = await (await table.as('lena')).query('mutation { makeCalendarFeed }');
    const [fed, again] = [await feed(), await feed()];
    expect(again).toEqual(fed);
    const startsAt = await later(1, 0);
    const { proposeMove } = await anna.query(PROPOSE, { id: table.hubId, at: startsAt });
    const i = { hubId: table.hubId, version: proposeMove.version, startsAt, minutes: 45 };
    await anna.query(MOVE, { i });
    expect((await anna.refusal(MOVE, { i })).code).toBe('CONFLICT');
    for (const key of ['anna', 'marcus', 'lena']) {
      const mail = await mailTo(key, 2);
      const after = eventOf(mail);
      const before = eventOf(calendarsTo(key)[0]!);
      expect(faultsOf(mail.calendar ?? '', 'REQUEST')).toEqual([]);
      for (const same of ['uid', 'organizer', 'attendee']) expect(after.value(same)).toBe(before.value(same));
      expect(Number(after.value('sequence'))).toBe(Number(before.value('sequence')) + 1);
      const event = new ICAL.Event(after.event);
      expect(event.startDate.toJSDate()).toEqual(startsAt);
      expect(event.duration.toSeconds()).toBe(45 * 60);
    }
    expect(calendarsTo('marcus')[1]?.parsed.subject).toBe('Ny tid: Möte i Samnav');
    expect(await myOne('marcus')).toMatchObject({ answer: 'none', moved: true, minutes: 45 });
    expect(await called()).toEqual({ anna: 'accepted', marcus: 'none', lena: 'none' });
    const [moved] = await feed();
    expect(moved).toMatchObject({ uid: fed[0]!.uid, start: startsAt.toISOString() });
    expect(moved!.sequence).toBe(fed[0]!.sequence + 1);
    expect(await feed()).toEqual([moved]);
    const [old, now] = calendarsTo('marcus');
    expect(await handIn(answerTo(old!, 'ACCEPTED'))).toEqual({ status: 200, outcome: 'ignored', why: 'old-sequence' });
    expect((await myOne('marcus')).answer).toBe('none');
    expect(await handIn(answerTo(now!, 'TENTATIVE'))).toMatchObject({ outcome: 'taken', answer: 'tentative' });
    const told = await world.behindTheLocks(`select 1 from notice where kind = 'meeting-moved' and staff_id = $1`, [
      world.caller('marcus').staffId,
    ]);
    expect(told).toHaveLength(1);
  }, 40_000);

  it('holds a party that is admitted to a part of the meeting to that part alone', async () => {
    await world.behindTheLocks(
      `update hub_party set from_minute = 30, part_minutes = 15 where hub_id = $1 and staff_id = $2`,
      [table.hubId, world.caller('lena').staffId],
    );
    await world.asCaller.run(world.caller('anna'), (tx) => settleMeeting(tx, table.hubId));
    const whole = eventOf(calendarsTo('anna').at(-1)!);
    const part = new ICAL.Event(eventOf(await mailTo('lena', 3)).event);
    expect(part.duration.toSeconds()).toBe(15 * 60);
    expect(part.startDate.toJSDate().getTime()).toBe(
      new ICAL.Event(whole.event).startDate.toJSDate().getTime() + 30 * 60_000,
    );
    expect(calendarsTo('anna')).toHaveLength(2);
    // Another time finds her busy by that part alone: what she does before it is no hindrance.
    const at = await later(2, 0);
    const { staffId, municipalityId } = world.caller('lena');
    const isBusy = async (fromMinute: number): Promise<boolean> => {
      const from = at.getTime() + fromMinute * 60_000;
      const span = `[${new Date(from).toISOString()},${new Date(from + 10 * 60_000).toISOString()})`;
      await world.behindTheLocks(
        `insert into busy_source (id, municipality_id, staff_id, kind, busy, read_at) values (gen_random_uuid(), $1, $2, 'file', $3, now())`,
        [municipalityId, staffId, `{${span}}`],
      );
      const { proposeMove } = await (await table.as('anna')).query(PROPOSE, { id: table.hubId, at });
      await world.behindTheLocks(`delete from busy_source where staff_id = $1`, [staffId]);
      return proposeMove.people.some((one: { isBusy: boolean }) => one.isBusy);
    };
    expect([await isBusy(0), await isBusy(15), await isBusy(25), await isBusy(40)]).toEqual([false, false, true, true]);
  }, 30_000);

  it('is taken back without a reason when the consent no longer reaches, and is gone from page and feed', async () => {
    await consent.withdraw(file.guardianId);
    const mail = await mailTo('marcus', 3);
    const before = eventOf(calendarsTo('marcus')[0]!);
    const after = eventOf(mail);
    expect(faultsOf(mail.calendar ?? '', 'CANCEL', calendarTypeOf(mail))).toEqual([]);
    expect(after.value('uid')).toBe(before.value('uid'));
    expect(Number(after.value('sequence'))).toBeGreaterThan(Number(before.value('sequence')));
    expect(after.value('status')).toBe('CANCELLED');
    expect(`${mail.parsed.subject} ${mail.parsed.text} ${mail.calendar}`).not.toMatch(
      /samtyck|consent|återkall|familj/i,
    );
    expect(await myOne('marcus')).toMatchObject({ cancelled: true, meeting: null });
    // An answer that was on its way is told apart and changes nothing.
    expect(await handIn(answerTo(calendarsTo('marcus')[0]!, 'DECLINED'))).toMatchObject({ outcome: 'ignored' });
    expect(await called()).toMatchObject({ anna: 'accepted', marcus: 'cancelled', lena: 'cancelled' });
  }, 40_000);
});
