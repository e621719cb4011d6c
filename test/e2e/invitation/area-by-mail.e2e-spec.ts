/** A meeting about no person calls its parties by mail and in their feeds as any meeting does, takes their answers, and says nothing of places. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import ICAL from 'ical.js';
import { type Api, startApi } from '../../support/api.js';
import { formPlaceGroup } from '../../support/busy-area.js';
import { answerTo, calendarMails, eventOf, eventsIn, type CalendarMails } from '../../support/calendar-mail.js';
import { clientsOf, MOVE, seat } from '../../support/group.js';
import { openMailbox, type KeptMail, type Mailbox } from '../../support/mailbox.js';
import { startWorker, type WorkerProcess } from '../../support/worker.js';
import { buildWorld, type World } from '../../support/world.js';

const READ = `query($g: ID!) { areaMeetings(groupId: $g) { meetings { id startsAt version state } } }`;
const CONVENE = `mutation($i: ConveneAreaMeetingInput!) { conveneAreaMeeting(input: $i) { meetings { id } } }`;
const MOVE_MEETING = `mutation($i: MoveAreaMeetingInput!) { moveAreaMeeting(input: $i) { meetings { id } } }`;
const MINE = `{ myInvitations { id hubId answer sequence cancelled moved meeting { kind areaGroupId caseNumber leads } } }`;
const ANSWER = `mutation($i: AnswerInvitationInput!) { answerInvitation(input: $i) { answer meeting { areaGroupId } } }`;
const CALLED = `query($id: ID!) { calledToMeeting(hubId: $id) { staffId answer cancelled } }`;
const SECRET = 'a shared secret of the gateway, forty signs';
const PARTIES = ['anna', 'marcus', 'hassan'];

let world: World;
let api: Api;
let worker: WorkerProcess;
let box: Mailbox;
let mails: CalendarMails;
let groupId: string;
let as: ReturnType<typeof clientsOf>;

beforeAll(async () => {
  box = await openMailbox();
  world = await buildWorld();
  const env = { SAMNAV_MAIL_URL: box.url, SAMNAV_PUBLIC_URL: 'https://samnav.example', SAMNAV_MAIL_IN_SECRET: SECRET };
  worker = await startWorker(world.database, env);
  api = await startApi(world.database, env);
  as = clientsOf(world, api);
  mails = await calendarMails(world, box);
  groupId = await formPlaceGroup(world, await as('anna'));
  await convene(3);
}, 120_000);
afterAll(async () => {
  await api?.close();
  await worker?.stop();
  await world?.close();
  await box?.close();
});

const inDays = (days: number): string =>
  new Date(Math.floor(Date.now() / 60_000) * 60_000 + days * 86_400_000).toISOString();
const convene = async (days: number): Promise<unknown> =>
  (await as('anna')).query(CONVENE, {
    i: { groupId, startsAt: inDays(days), room: 'eken', videoUrl: 'https://video.example/stationen' },
  });
const ahead = async (): Promise<any> =>
  (await (await as('anna')).query(READ, { g: groupId })).areaMeetings.meetings.find(
    (one: any) => one.state === 'planned',
  );
const mine = async (key: string): Promise<any[]> => (await (await as(key)).query(MINE)).myInvitations;
const called = async (id: string): Promise<Record<string, string>> => {
  const keys = new Map([...world.town.staff].map(([key, staffId]) => [staffId, key]));
  const { calledToMeeting } = await (await as('anna')).query(CALLED, { id });
  return Object.fromEntries(
    calledToMeeting.map((one: any) => [keys.get(one.staffId), one.cancelled ? 'cancelled' : one.answer]),
  );
};
const handIn = async (mail: string): Promise<unknown> =>
  (
    await api.anonymous.fetch('/mail/replies', {
      method: 'POST',
      headers: { 'content-type': 'message/rfc822', authorization: `Bearer ${SECRET}` },
      body: mail,
    })
  ).json();
const feedOf = async (key: string): Promise<() => Promise<string>> => {
  const { makeCalendarFeed: address } = await (await as(key)).query('mutation { makeCalendarFeed }');
  return async () => (await api.anonymous.fetch(new URL(address).pathname)).text();
};
const methodOf = (mail: KeptMail): unknown => eventOf(mail).calendar.getFirstPropertyValue('method');
const sequenceOf = (mail: KeptMail): number => Number(eventOf(mail).value('sequence'));

describe('an invitation to a meeting about a place', () => {
  it('comes by mail to every party, each naming the receiver alone, under the name that the feed has', async () => {
    const { id } = await ahead();
    for (const key of PARTIES) {
      const mail = await mails.last(key, 1);
      const { event, value } = eventOf(mail);
      expect([key, methodOf(mail), value('uid'), value('attendee')]).toEqual([
        key,
        'REQUEST',
        `${id}@samnav.example`,
        `mailto:${mails.addressOf(key)}`,
      ]);
      expect(event.getAllProperties('attendee')).toHaveLength(1);
      expect(event.getFirstProperty('attendee')?.getFirstParameter('partstat')).toBe(
        key === 'anna' ? 'ACCEPTED' : 'NEEDS-ACTION',
      );
      const [fed] = eventsIn(await (await feedOf(key))());
      expect([fed?.uid, fed?.sequence]).toEqual([value('uid'), sequenceOf(mail)]);
    }
    expect(mails.to('lena')).toEqual([]);
  }, 40_000);

  it('says nothing of the place, the group, the room, the link or anybody else, by mail and in the feed', async () => {
    const mail = mails.to('marcus')[0]!;
    const text = `${mail.parsed.subject} ${mail.parsed.text} ${mail.calendar} ${await (
      await feedOf('marcus')
    )()}`.toLowerCase();
    const names = await world.behindTheLocks<{ word: string }>(
      `select name as word from staff_member union select name from unit union select name from branch`,
    );
    for (const word of [
      'stationen',
      'torget',
      'eken',
      'video.example',
      'est',
      'grupper',
      'vecka',
      ...names.map((row) => row.word),
    ])
      expect([word, text.match(new RegExp(`(?<![\\p{L}\\d])${word.toLowerCase()}(?![\\p{L}\\d])`, 'u'))]).toEqual([
        word,
        null,
      ]);
    const event = eventOf(mail).event;
    for (const property of ['location', 'conference', 'categories', 'contact', 'geo'])
      expect([property, event.getFirstPropertyValue(property)]).toEqual([property, null]);
    expect(event.getFirstPropertyValue('class')).toBe('PRIVATE');
  });

  it('is answered with a tap or from one’s own calendar, and whoever leads the group sees it', async () => {
    const { id } = await ahead();
    const [invitation] = await mine('hassan');
    expect(invitation).toMatchObject({
      hubId: id,
      answer: 'none',
      meeting: { kind: 'area', areaGroupId: groupId, caseNumber: null, leads: false },
    });
    const i = { id: invitation.id, sequence: invitation.sequence, answer: 'declined' };
    expect((await (await as('marcus')).refusal(ANSWER, { i })).code).toBe('NOT_FOUND');
    expect((await (await as('hassan')).query(ANSWER, { i })).answerInvitation.answer).toBe('declined');
    const mail = mails.to('marcus')[0]!;
    for (const [partstat, answer] of [
      ['ACCEPTED', 'accepted'],
      ['TENTATIVE', 'tentative'],
    ] as const)
      expect(await handIn(answerTo(mail, partstat))).toEqual({ outcome: 'taken', answer });
    const forged = answerTo(mail, 'DECLINED', (text) =>
      text.replace(mails.addressOf('marcus'), mails.addressOf('hassan')),
    );
    expect(await handIn(forged)).toMatchObject({ outcome: 'refused', why: 'other-person' });
    expect(await called(id)).toEqual({ anna: 'accepted', marcus: 'tentative', hassan: 'declined' });
    // Whom the others are, no party learns by it.
    for (const key of ['marcus', 'lena']) expect((await (await as(key)).refusal(CALLED, { id })).code).toMatch(/NOT_/);
    const calendar = await (
      await as('marcus')
    ).query(`query($from: String!) { myCalendar(from: $from, days: 7) { meetings { areaGroupId answer } } }`, {
      from: inDays(0).slice(0, 10),
    });
    expect(calendar.myCalendar.meetings).toEqual([{ areaGroupId: groupId, answer: 'tentative' }]);
  });

  it('gives who called a time for the answers, without a case and without a lobby', async () => {
    const { id } = await ahead();
    const [time] = await world.behindTheLocks<{ owner: string; case_id: string | null }>(
      `select owner_staff_id as owner, case_id from deadline where kind = 'invitation-answer' and about_id = $1`,
      [id],
    );
    expect(time).toEqual({ owner: world.caller('anna').staffId, case_id: null });
  });

  it('follows a move under the same name and a higher number in mails and feed, and asks anew', async () => {
    const { id, version } = await ahead();
    const feed = await feedOf('marcus');
    const [fed] = eventsIn(await feed());
    const startsAt = inDays(5);
    await (await as('anna')).query(MOVE_MEETING, { i: { id, version, startsAt, room: 'lugnet' } });
    for (const key of PARTIES) {
      const after = await mails.last(key, 2);
      const before = mails.to(key)[0]!;
      expect(methodOf(after)).toBe('REQUEST');
      for (const same of ['uid', 'organizer', 'attendee'])
        expect(eventOf(after).value(same)).toBe(eventOf(before).value(same));
      expect(sequenceOf(after)).toBe(sequenceOf(before) + 1);
      expect(new ICAL.Event(eventOf(after).event).startDate.toJSDate().toISOString()).toBe(startsAt);
    }
    expect(eventsIn(await feed())).toEqual([{ ...fed, sequence: fed!.sequence + 1, start: startsAt }]);
    expect(await called(id)).toEqual({ anna: 'accepted', marcus: 'none', hassan: 'none' });
    const [old] = mails.to('marcus');
    expect(await handIn(answerTo(old!, 'ACCEPTED'))).toEqual({ outcome: 'ignored', why: 'old-sequence' });
  }, 40_000);

  it('stays as it is for who is called, where another room alone is chosen', async () => {
    const { id, version, startsAt } = await ahead();
    await (await as('anna')).query(MOVE_MEETING, { i: { id, version, startsAt, room: 'eken' } });
    const [row] = await world.behindTheLocks<{ n: number }>(
      `select count(*)::int as n from invitation_mail m join invitation i on i.id = m.invitation_id where i.area_meeting_id = $1`,
      [id],
    );
    expect(row?.n).toBe(2 * PARTIES.length);
  });

  it('goes to who comes into the group, and is taken back from who leaves it', async () => {
    const anna = await as('anna');
    const ofGroup = async () =>
      (
        await anna.query(`query($id: ID!) { group(id: $id) { version members { id staffId endsAt } } }`, {
          id: groupId,
        })
      ).group;
    const { version } = await ofGroup();
    await anna.query(`mutation($i: AddMemberInput!) { addGroupMember(input: $i) { id } }`, {
      i: { groupId, version, seat: seat(world, 'lena') },
    });
    expect(methodOf(await mails.last('lena', 1))).toBe('REQUEST');
    const after = await ofGroup();
    const lena = after.members.find((one: any) => one.staffId === world.caller('lena').staffId);
    await anna.query(`mutation($i: EndMemberInput!) { endGroupMember(input: $i) { id } }`, {
      i: { groupId, version: after.version, memberId: lena.id, reason: 'not-needed' },
    });
    const gone = await mails.last('lena', 2);
    expect([methodOf(gone), eventOf(gone).value('status')]).toEqual(['CANCEL', 'CANCELLED']);
    expect(sequenceOf(gone)).toBeGreaterThan(sequenceOf(mails.to('lena')[0]!));
    expect(await mine('lena')).toMatchObject([{ cancelled: true, meeting: null }]);
    expect(eventsIn(await (await feedOf('lena'))())).toMatchObject([{ status: 'CANCELLED' }]);
  }, 40_000);

  it('is cancelled under the same name as the group rests; as it goes on, only a meeting that is called anew asks anybody', async () => {
    const anna = await as('anna');
    const move = async (word: string, reason: string) => {
      const { version } = (await anna.query(`query($id: ID!) { group(id: $id) { version } }`, { id: groupId })).group;
      await anna.query(MOVE, { i: { groupId, version, move: word, reason, words: '' } });
    };
    const uid = eventOf(mails.to('marcus').at(-1)!).value('uid');
    await move('pause', 'health');
    for (const key of PARTIES) {
      const before = mails.to(key)[1]!;
      const gone = await mails.last(key, 3);
      expect([key, methodOf(gone), eventOf(gone).value('uid'), eventOf(gone).value('status')]).toEqual([
        key,
        'CANCEL',
        uid,
        'CANCELLED',
      ]);
      expect(eventOf(gone).value('organizer')).toBe(eventOf(before).value('organizer'));
      expect(sequenceOf(gone)).toBe(sequenceOf(before) + 1);
    }
    expect(eventsIn(await (await feedOf('marcus'))())).toMatchObject([{ uid, status: 'CANCELLED' }]);
    expect((await anna.refusal(CONVENE, { i: { groupId, startsAt: inDays(9), room: null } })).code).toBe(
      'STEP_NOT_FROM_HERE',
    );
    await move('resume', 'back-again');
    await convene(9);
    for (const key of PARTIES) {
      const anew = await mails.last(key, 4);
      expect([key, methodOf(anew), eventOf(anew).value('uid') === uid]).toEqual([key, 'REQUEST', false]);
    }
    expect(mails.to('lena')).toHaveLength(2);
  }, 60_000);
});
