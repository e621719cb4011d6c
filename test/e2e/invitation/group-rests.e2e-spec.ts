/** As a group rests, everyone who held an invitation gets a CANCEL of the very event that they have, and is asked anew only when it goes on. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { ServiceCaller } from '#use-cases/gate/caller.js';
import { InvitationStore } from '#use-cases/invitation/invitation.port.js';
import { type Api, startApi } from '../../support/api.js';
import { calendarMails, eventOf, eventsIn, type CalendarMails } from '../../support/calendar-mail.js';
import { formedGroup, MOVE, type GroupUnderTest } from '../../support/group.js';
import { convenedMeeting, soon } from '../../support/group-meeting.js';
import { openMailbox, type KeptMail, type Mailbox } from '../../support/mailbox.js';
import { startWorker, type WorkerProcess } from '../../support/worker.js';
import { buildWorld, type World } from '../../support/world.js';

const SERVICE: ServiceCaller = { kind: 'service', name: 'deadlines', requestId: 'rests' };
const CALLED = ['anna', 'marcus', 'lena'];

let world: World;
let api: Api;
let worker: WorkerProcess;
let box: Mailbox;
let mails: CalendarMails;
let group: GroupUnderTest;

beforeAll(async () => {
  box = await openMailbox();
  world = await buildWorld();
  const env = { SAMNAV_MAIL_URL: box.url, SAMNAV_PUBLIC_URL: 'https://samnav.example' };
  worker = await startWorker(world.database, env);
  api = await startApi(world.database, env);
  mails = await calendarMails(world, box);
  group = await formedGroup(world, api, { givenName: 'Alva' });
  await group.step('plan', { words: 'Skola varje dag.' });
}, 120_000);
afterAll(async () => {
  await api?.close();
  await worker?.stop();
  await world?.close();
  await box?.close();
});

const move = async (word: string, reason: string): Promise<void> => {
  const { version } = await group.seenBy('anna');
  await (await group.as('anna')).query(MOVE, { i: { groupId: group.id, version, move: word, reason, words: '' } });
};
const shown = (mail: KeptMail) => {
  const { calendar, value } = eventOf(mail);
  return { method: calendar.getFirstPropertyValue('method'), uid: value('uid'), sequence: Number(value('sequence')) };
};

it('cancels by mail what was asked by mail, with the same name and a higher number, and asks anew for a new meeting', async () => {
  const { hubId } = await convenedMeeting(world, group, { startsAt: await soon(world, 3_000) });
  for (const key of CALLED) await mails.last(key, 1);
  const { makeCalendarFeed: address } = await (await group.as('marcus')).query('mutation { makeCalendarFeed }');
  const feed = async () => eventsIn(await (await api.anonymous.fetch(new URL(address).pathname)).text());
  await move('pause', 'health');
  for (const key of CALLED) {
    const gone = await mails.last(key, 2);
    const asked = mails.to(key)[0]!;
    expect([key, shown(asked), shown(gone)]).toEqual([
      key,
      { method: 'REQUEST', uid: `${hubId}@samnav.example`, sequence: shown(asked).sequence },
      { method: 'CANCEL', uid: `${hubId}@samnav.example`, sequence: shown(asked).sequence + 1 },
    ]);
    for (const same of ['organizer', 'attendee']) expect(eventOf(gone).value(same)).toBe(eventOf(asked).value(same));
    expect(eventOf(gone).value('status')).toBe('CANCELLED');
    expect(`${gone.parsed.subject} ${gone.parsed.text} ${gone.calendar}`).not.toMatch(/Alva|paus|vila|hälsa|sjuk/i);
  }
  const [fed] = await feed();
  expect([fed?.uid, fed?.status, fed?.sequence]).toEqual([
    `${hubId}@samnav.example`,
    'CANCELLED',
    shown(mails.to('marcus')[1]!).sequence,
  ]);
  await move('resume', 'back-again');
  const next = await convenedMeeting(world, group, { startsAt: await soon(world, 6_000) });
  for (const key of CALLED)
    expect([key, shown(await mails.last(key, 3))]).toMatchObject([
      key,
      { method: 'REQUEST', uid: `${next.hubId}@samnav.example` },
    ]);
}, 90_000);

it('has its coordinator wait for the answers where whoever led and called the meeting has left', async () => {
  const elin = world.caller('elin').staffId;
  await world.behindTheLocks(
    `update hub set leader_staff_id = $2, convened_by = $2 where group_id = $1 and state = 'planned'`,
    [group.id, elin],
  );
  const leader = () =>
    world.asCaller.run(SERVICE, async (tx) => {
      const [hub] = await tx.of(InvitationStore).findAhead({ caseId: group.file.caseId });
      return (await tx.of(InvitationStore).findMeeting(hub ?? ''))?.leader?.staffId;
    });
  expect(await leader()).toBe(elin);
  await world.behindTheLocks(`update membership set ends_at = clock.now() where staff_id = $1`, [elin]);
  expect(await leader()).toBe(world.caller('anna').staffId);
});
