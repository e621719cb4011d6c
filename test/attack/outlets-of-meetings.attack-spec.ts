/**
 * A protected child of each grade at what comes of working together: the group's page, a meeting's minutes and each agency's
 * own record and copy of the plan, invitations by mail and on the page, private calendars, houses' own systems, one-way questions
 * and an area's week. Whoever sits there without being named meets canaries nowhere (OSL 21:3, 22:1).
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApi, type Api, type ApiClient } from '../support/api.js';
import { GRADES, hiddenOf, leaksIn, type Grade, type Secret } from '../support/canaries.js';
import { formedGroup, FORM, seat, type GroupUnderTest } from '../support/group.js';
import { convenedMeeting, soon, type MeetingUnderTest } from '../support/group-meeting.js';
import { until } from '../support/hub.js';
import { ASKED, askAs, openInvestigation } from '../support/inquiry.js';
import { openMeasuresCase } from '../support/joint.js';
import { openMailbox, type Mailbox } from '../support/mailbox.js';
import { poppler, readPaper } from '../support/paper.js';
import { peopleOf, testNumber } from '../support/people.js';
import { moveToTuesdayMorning } from '../support/running-town.js';
import { openReceiver, type Receiver } from '../support/webhook-receiver.js';
import { startWorker, type WorkerProcess } from '../support/worker.js';
import { buildWorld, type World } from '../support/world.js';
import { WRITE_ENTRY } from '../support/busy-plan.js';
import { fewAtATime } from './calls.js';
import { answerTo, headOf, outletsOf } from './outlets.js';
import { isLong } from './quarry.js';

const MINUTES = 'Det går lugnare på kvällarna nu.';
const SAVE_WEBHOOK = `mutation($i: SaveWebhookInput!) { saveWebhook(input: $i) { secret } }`;
const TELL = `mutation($i: TellSightingInput!) { tellSighting(input: $i) { groupId } }`;

/** Named for nobody here: the house that leads, the police and the school at the table, and others beside it. */
const READERS = isLong
  ? ['anna', 'elin', 'marcus', 'lena', 'hassan', 'jonas', 'olof', 'tove']
  : ['anna', 'marcus', 'jonas'];

interface Bird extends Secret {
  readonly grade: Grade;
  readonly givenName: string;
  readonly familyName: string;
  readonly group: GroupUnderTest;
  readonly held: MeetingUnderTest;
  readonly coming: MeetingUnderTest;
  readonly asked: { readonly caseId: string; readonly personId: string; readonly inquiryId: string };
}

let world: World;
let api: Api;
let worker: WorkerProcess;
let box: Mailbox;
let receiver: Receiver;
let folder: string;
let placeId: string;
const birds: Bird[] = [];
const people = new Map<string, ApiClient>();
const as = (key: string): ApiClient => people.get(key)!;

beforeAll(async () => {
  box = await openMailbox();
  world = await buildWorld();
  await moveToTuesdayMorning(world);
  receiver = await openReceiver();
  folder = await mkdtemp(path.join(tmpdir(), 'samnav-own-system-'));
  const authority = path.join(folder, 'authority.pem');
  await writeFile(authority, receiver.ca);
  const env = {
    ...{ SAMNAV_MAIL_URL: box.url, SAMNAV_PUBLIC_URL: 'https://samnav.example', SAMNAV_LOG: 'debug' },
    ...{ SAMNAV_WEBHOOK_NETWORKS: '127.0.0.0/8, ::1/128', NODE_EXTRA_CA_CERTS: authority },
  };
  worker = await startWorker(world.database, env);
  api = await startApi(world.database, env);
  for (const key of ['maria', 'sara', 'anna', 'elin', 'marcus', 'lena', 'hassan', 'jonas', 'olof', 'tove'])
    people.set(key, await api.as({ id: world.town.staff.get(key) ?? '' }));
  for (const key of ['birgitta', 'gunvor', 'kerstin']) {
    const manager = await api.as({ id: world.town.staff.get(key) ?? '' });
    const events = ['plan-changed', 'plan-version', 'meeting-changed'];
    await manager.query(SAVE_WEBHOOK, { i: { address: receiver.url, events, version: 0 } });
  }
  for (const [at, grade] of GRADES.entries()) birds.push(await nest(grade, at));
  placeId = (
    await as('anna').query(`mutation($i: StartGroupInput!) { startGroup(input: $i) }`, {
      i: { kind: 'est', area: 'Torget' },
    })
  ).startGroup as string;
  const members = ['anna', 'marcus', 'hassan'].map((key) => seat(world, key));
  const contactStaffId = world.caller('hassan').staffId;
  await as('anna').query(FORM, { i: { groupId: placeId, version: 1, contactStaffId, members } });
}, 240_000);
afterAll(async () => {
  await api?.close();
  await worker?.stop();
  await world?.close();
  await box?.close();
  await receiver?.close();
  await rm(folder, { recursive: true, force: true });
});

/** A group that has met about a child, who is then protected; the next meeting is called when they are. */
async function nest(grade: Grade, at: number): Promise<Bird> {
  const named = {
    givenName: ['Sparvella', 'Steglitsa', 'Domherra'][at]!,
    familyName: ['Kanarieblad', 'Kanariegren', 'Kanariekvist'][at]!,
  };
  const secret = {
    number: testNumber(`2011050${at + 1}`),
    address: `Kanarieplan ${at + 51}`,
    phone: `070-174065${at}`,
  };
  const file = await openMeasuresCase(world, { givenName: named.givenName, familyName: `Provfågel${'abc'[at]}` });
  await identify(file.personId, named, secret);
  const group = await formedGroup(world, api, { file });
  await group.step('plan', { words: 'Skola varje dag.' });
  await as('anna').query(WRITE_ENTRY, { i: { groupId: group.id, kind: 'goal', words: 'Skola varje dag.' } });
  await as('lena').query(WRITE_ENTRY, { i: { groupId: group.id, kind: 'strength', words: 'Envis.' } });
  const held = await convenedMeeting(world, group);
  await held.act('anna', 'moveMeeting', 'MoveMeetingInput', { step: 'start' });
  const { groupMeeting } = await as('anna').query(`query($id: ID!) { groupMeeting(hubId: $id) { points { id } } }`, {
    id: held.hubId,
  });
  const lines = [{ pointId: groupMeeting.points[1].id, category: 'measures-and-plan', text: MINUTES }];
  await as('anna').query(`mutation($i: WriteMinutesInput!) { writeMinutes(input: $i) }`, {
    i: { hubId: held.hubId, lines },
  });
  await held.act('anna', 'saveBoardText', 'SaveBoardTextInput', {
    ...{ text: 'next-steps', value: 'Skolan ringer mamma på fredag.', baseVersion: null },
  });
  for (const step of ['begin-closing', 'close']) await held.act('anna', 'moveMeeting', 'MoveMeetingInput', { step });
  for (const key of ['anna', 'marcus', 'lena'])
    await as(key).query(`mutation($i: KeepMeetingRecordInput!) { keepMeetingRecord(input: $i) }`, {
      i: { hubId: held.hubId, diaryNumber: `${key} ${at}`, registeredOn: '2026-01-15', keepYears: 5, version: 0 },
    });
  const investigated = await openInvestigation(world, { ...named, familyName: `Provstig${'abc'[at]}` });
  await identify(investigated.personId, named, { ...secret, number: testNumber(`2011050${at + 1}`, 239) });
  const { marcus: inquiryId = '' } = await askAs(world, as('elin'), {
    caseId: investigated.caseId,
    keys: ['marcus'],
    withNumber: true,
  });
  // The canary sings while nothing hides it.
  expect((await group.seenBy('marcus'))['about'].told).toContain(named.givenName);
  expect((await as('marcus').query(ASKED, { id: inquiryId })).inquiry.name).toContain(named.familyName);
  for (const id of [file.personId, investigated.personId]) await protect(id, grade);
  const coming = await convenedMeeting(world, group, { startsAt: await soon(world, 14 * 24 * 60) });
  return {
    grade,
    ...named,
    place: [secret.address, secret.phone, secret.phone.replace('-', '')],
    name: [named.givenName, named.familyName, ...[238, 239].flatMap((serial) => written(at, serial as 238 | 239))],
    group,
    held,
    coming,
    asked: { ...investigated, inquiryId },
  };
}

const written = (at: number, serial: 238 | 239): string[] => {
  const number = testNumber(`2011050${at + 1}`, serial);
  return [number, `${number.slice(0, 8)}-${number.slice(8)}`, `${number.slice(2, 8)}-${number.slice(8)}`];
};

const versionOf = async (id: string): Promise<number> =>
  (await world.behindTheLocks<{ version: number }>(`select version from person where id = $1`, [id]))[0]?.version ?? 0;

async function identify(
  id: string,
  named: { readonly givenName: string; readonly familyName: string },
  secret: { readonly number: string; readonly address: string; readonly phone: string },
): Promise<void> {
  await peopleOf(world).identity.run(world.caller('maria'), {
    ...{ id, version: await versionOf(id), identityVersion: 1, noNumberReason: '', bornYear: null, email: '' },
    ...named,
    ...secret,
  });
}

const protect = async (id: string, grade: Grade): Promise<unknown> =>
  peopleOf(world).protect.setProtection(world.caller('maria'), {
    ...{ id, version: await versionOf(id), protection: grade, reasons: 'Hot.' },
    named: [world.caller('maria').staffId],
  });

/** All that an answer tells: its head, its text, and of a paper also what the file says of itself. */
async function heard(response: Response): Promise<string> {
  const bytes = Buffer.from(await response.arrayBuffer());
  const raw = headOf(response) + bytes.toString('utf8') + bytes.toString('latin1');
  if (!response.headers.get('content-type')?.startsWith('application/pdf') || !poppler) return raw;
  const { info, tree, text } = await readPaper(bytes);
  return [raw, info, tree, text].join('\n');
}

/** Of everything that has to do with them; in the short form of each kind one. */
const idsOf = ({ group, held, coming, asked }: Bird): readonly string[] => [
  ...[group.id, held.hubId, group.file.caseId, asked.inquiryId],
  ...(isLong ? [coming.hubId, group.file.personId, group.consent.id, asked.caseId] : []),
];

describe('the canaries sing', () => {
  it('to who is named, or the silence would prove nothing', async () => {
    const person = outletsOf(api, 'Query').find(({ name }) => name === 'person')!;
    for (const bird of birds) {
      const told = await answerTo(as('maria'), api, person, bird.group.file.personId);
      expect([bird.grade, leaksIn(told, [bird.place[0]!, bird.givenName])]).toEqual([
        bird.grade,
        [bird.place[0], bird.givenName],
      ]);
    }
  });
});

describe('and are silent', () => {
  it.each(READERS)(
    'at every query by %s of a group, its meetings, its consent and a question',
    async (key) => {
      const leaks: string[] = [];
      const answered = new Set<string>();
      await fewAtATime(outletsOf(api, 'Query'), async (outlet) => {
        for (const bird of birds)
          for (const id of Object.keys(outlet.variables('x')).length === 0 ? ['x'] : [...idsOf(bird), placeId]) {
            const said = await answerTo(as(key), api, outlet, id);
            if (!said.includes('"errors"')) answered.add(outlet.name);
            for (const word of leaksIn(said, hiddenOf(bird.grade, bird)))
              leaks.push(`${outlet.name} to ${key}: ${word}`);
            // Who may not ask at all is told so before any id is looked at: once shows it.
            if (!isLong && said.includes('NOT_ALLOWED')) return;
          }
      });
      expect([...new Set(leaks)]).toEqual([]);
      if (key === 'anna' || key === 'marcus')
        expect([...answered]).toEqual(
          expect.arrayContaining(['group', 'groups', 'groupMeeting', 'plan', 'areaWeek', 'myInvitations']),
        );
    },
    300_000,
  );

  it('in each agency’s own record of a meeting, on paper and as data', async () => {
    for (const bird of birds)
      for (const key of ['anna', 'marcus', 'lena'])
        for (const form of ['pdf', 'json']) {
          const response = await as(key).fetch(`/documents/meeting/${bird.held.hubId}/${form}`);
          const said = await heard(response);
          expect([bird.grade, key, form, leaksIn(said, hiddenOf(bird.grade, bird))]).toEqual([
            bird.grade,
            key,
            form,
            [],
          ]);
          // The house that leads keeps its copy whatever the grade, and it says what was said.
          if (key === 'anna') expect([bird.grade, response.status]).toEqual([bird.grade, 200]);
          if (key === 'anna' && (form === 'json' || poppler)) expect(said).toContain('lugnare');
        }
  }, 60_000);

  it('in each agency’s own copy of the plan, on paper, as data and for health care', async () => {
    for (const bird of birds)
      for (const key of ['anna', 'marcus', 'lena'])
        for (const form of ['pdf', 'json', 'fhir']) {
          const response = await as(key).fetch(`/documents/plan/${bird.group.id}/${form}`);
          const said = await heard(response);
          expect([bird.grade, key, form, leaksIn(said, hiddenOf(bird.grade, bird))]).toEqual([
            bird.grade,
            key,
            form,
            [],
          ]);
          // The house that leads keeps its plan whatever the grade, and it says what was said.
          if (key === 'anna') expect([bird.grade, response.status]).toEqual([bird.grade, 200]);
          if (key === 'anna' && (form !== 'pdf' || poppler)) expect(said).toContain('Skola varje dag');
        }
  }, 60_000);

  it('in the minutes that somebody adds to, and in what is refused there', async () => {
    for (const bird of birds)
      for (const key of ['marcus', 'lena', 'hassan']) {
        const { hubId } = bird.coming;
        for (const outlet of outletsOf(api, 'Mutation').filter(({ name }) =>
          /meeting|minute|group|plan|invitation|inquir/i.test(name),
        )) {
          const said = await answerTo(as(key), api, outlet, hubId);
          expect([outlet.name, key, leaksIn(said, hiddenOf(bird.grade, bird))]).toEqual([outlet.name, key, []]);
        }
      }
  }, 120_000);

  it('in mails that call to a meeting, with the calendar that they carry, whoever they are about', async () => {
    const waiting = () => world.behindTheLocks(`select 1 from invitation_mail where state = 'waiting'`);
    await until(async () => (await waiting()).length === 0, 30_000);
    const calendars = box.mails.filter(({ calendar }) => calendar !== undefined);
    expect(calendars.length).toBeGreaterThanOrEqual(birds.length * 2);
    const words = birds.flatMap(({ place, name }) => [...place, ...name]);
    for (const { to, raw, parsed, calendar } of box.mails) {
      const said = [to, raw, parsed.subject, parsed.text, parsed.html, unfolded(calendar ?? '')].join('\n');
      expect([to, leaksIn(said, words)]).toEqual([to, []]);
    }
    expect(worker.output()).toContain('"level":');
    expect(leaksIn(worker.output(), words)).toEqual([]);
  }, 60_000);

  it('in private calendars that are followed, also by who is named', async () => {
    const words = birds.flatMap(({ place, name }) => [...place, ...name]);
    for (const key of ['maria', 'anna', 'marcus', 'lena']) {
      const { makeCalendarFeed } = await as(key).query(`mutation { makeCalendarFeed }`);
      const response = await api.anonymous.fetch(new URL(makeCalendarFeed as string).pathname);
      const given = unfolded(await heard(response));
      expect([key, leaksIn(given, words)]).toEqual([key, []]);
      if (key !== 'maria') expect(given.split('BEGIN:VEVENT').length - 1).toBeGreaterThanOrEqual(birds.length);
    }
  }, 60_000);

  it('in what houses’ own systems are told, which of the hidden is nothing at all', async () => {
    const waiting = () => world.behindTheLocks(`select 1 from webhook_call where state = 'waiting'`);
    await until(async () => (await waiting()).length === 0, 30_000);
    expect(receiver.taken.length).toBeGreaterThan(0);
    const words = birds.flatMap(({ place, name }) => [...place, ...name]);
    for (const { raw } of receiver.taken) expect(leaksIn(raw, words)).toEqual([]);
    // The next meeting was called when they were hidden.
    const coming = birds.flatMap(({ grade, coming: { hubId } }) => (grade === 'marking' ? [] : [hubId]));
    expect(coming).toHaveLength(2);
    for (const { raw } of receiver.taken) expect(leaksIn(raw, coming)).toEqual([]);
  }, 60_000);

  it('in one-way questions: what is hidden from then on is told no more, and nothing new is asked with it', async () => {
    for (const bird of birds) {
      const outlet = outletsOf(api, 'Query').find(({ name }) => name === 'inquiry')!;
      const said = await answerTo(as('marcus'), api, outlet, bird.asked.inquiryId);
      expect([bird.grade, leaksIn(said, hiddenOf(bird.grade, bird))]).toEqual([bird.grade, []]);
      expect([bird.grade, said.includes('"errors"')]).toEqual([bird.grade, bird.grade !== 'marking']);
      const again = await askAs(world, as('elin'), {
        caseId: bird.asked.caseId,
        keys: ['hassan'],
        withNumber: true,
      }).catch((refused: Error) => refused.message);
      expect([bird.grade, leaksIn(JSON.stringify(again), hiddenOf(bird.grade, bird))]).toEqual([bird.grade, []]);
      for (const key of ['hassan', 'marcus'])
        for (const query of outletsOf(api, 'Query').filter(({ name }) => /inquir/i.test(name))) {
          const id = typeof again === 'string' ? bird.asked.inquiryId : (again['hassan'] ?? '');
          const answer = await answerTo(as(key), api, query, id);
          expect([query.name, key, leaksIn(answer, hiddenOf(bird.grade, bird))]).toEqual([query.name, key, []]);
        }
    }
  }, 60_000);

  it('in an area’s week, where nobody can be named at all', async () => {
    for (const { givenName, familyName } of birds)
      for (const key of ['anna', 'marcus']) {
        const words = `${givenName} ${familyName} stod vid tunneln`;
        const i = { groupId: placeId, place: 'torget', band: 'evening', phenomenon: 'threat', times: 4, words };
        const refused = await as(key).refusal(TELL, { i });
        expect([key, refused.faults.map(({ field }) => field)]).toEqual([key, expect.arrayContaining(['words'])]);
      }
    const outlets = outletsOf(api, 'Query').filter(({ name }) => /area/i.test(name));
    expect(outlets.length).toBeGreaterThan(1);
    const words = birds.flatMap(({ place, name }) => [...place, ...name]);
    for (const key of ['anna', 'marcus', 'hassan', 'lena'])
      for (const outlet of outlets)
        expect([outlet.name, key, leaksIn(await answerTo(as(key), api, outlet, placeId), words)]).toEqual([
          outlet.name,
          key,
          [],
        ]);
  }, 60_000);
});

/** RFC 5545 folds long lines. */
const unfolded = (calendar: string): string => calendar.replaceAll(/\r?\n[ \t]/g, '');
