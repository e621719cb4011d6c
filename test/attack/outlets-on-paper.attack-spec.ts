/**
 * A protected child and a protected guardian of each grade, at what leaves the program: papers with what their files say of
 * themselves, exports, addresses and heads of answers, mails and text messages through a real worker, its log, and the pages
 * of their own family. Whoever works on the case without being named, and the family, meet canaries nowhere (OSL 21:3, 22:1).
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startMailSink, type MailSink } from '#demo/sent/mail-sink.js';
import { testPeople } from '#demo/bankid/test-people.js';
import { startApi, type Api, type ApiClient } from '../support/api.js';
import { GRADES, hiddenOf, leaksIn, type Grade, type Secret } from '../support/canaries.js';
import { startBankid, type BankidTown } from '../support/bankid.js';
import {
  bankidEnv,
  FamilyBrowser,
  linkTo,
  offerConsent,
  openFamily,
  POLICE,
  SCHOOL as SCHOOL_HOUSE,
  SOC,
  type Family,
} from '../support/family.js';
import { freePort } from '../support/free-port.js';
import { until } from '../support/hub.js';
import { conveneJoint, enterMeasures, TOLD } from '../support/joint.js';
import { poppler, readPaper } from '../support/paper.js';
import { peopleOf } from '../support/people.js';
import { GRADE, REGISTER, registerInput, reportedChild, SEARCH } from '../support/reports.js';
import { SmsGateway } from '../support/sms-gateway.js';
import { startWorker, type WorkerProcess } from '../support/worker.js';
import { buildWorld, type World } from '../support/world.js';
import { answerTo, headOf, outletsOf } from './outlets.js';

const SEND = `mutation ($consentId: ID!, $personId: ID!, $channel: String!) {
  sendFamilyLink(consentId: $consentId, personId: $personId, channel: $channel) { id letter } }`;
const DECIDE = `mutation($input: DecideCaseInput!) { decideCase(input: $input) { state } }`;
const SCHOOL = 'Kanarieskolan';
const HOUSES = [SOC, POLICE, SCHOOL_HOUSE];
/** A house that the consent names: by its name, and as it is written, it tells a guardian where the child is. */
const PARTY = ['Sädesärleskolan', 'ekvalla-skola'];

/** What is hidden of each; the guardian Linda is protected by nothing and must meet none of it. */
const SECRETS: Readonly<Record<string, Secret & { readonly address: string; readonly phone: string }>> = {
  Melvin: {
    address: 'Kanariegränd 31',
    phone: '070-174 06 31',
    place: ['Kanariegränd', '1740631', '174 06 31', SCHOOL],
    name: ['Melvin', 'Åstrand Lövdal', '201006212391', '20100621-2391', '100621-2391'],
  },
  Tomas: {
    address: 'Papegojvägen 32',
    phone: '070-174 06 32',
    place: ['Papegojvägen', '1740632', '174 06 32'],
    name: ['Tomas', '197911022395', '19791102-2395', '791102-2395'],
  },
};
const LINDA_PHONE = '070-174 06 33';

let world: World;
let bankid: BankidTown;
let gateway: SmsGateway;
let mail: MailSink;
let api: Api;
let worker: WorkerProcess;
let of: Family;
let handedOverId: string;
/** When those whom the family has said yes to meet: where the child is then. */
let meetsAt: string;
const people = new Map<string, ApiClient>();
const as = (key: string): ApiClient => people.get(key)!;
const personOf = (name: string): string => of.people.get(name) ?? '';
const hiddenAt = (grade: Grade, ...names: readonly string[]): readonly string[] =>
  names.flatMap((name) => hiddenOf(grade, SECRETS[name]!));

beforeAll(async () => {
  const mailUrl = `smtp://127.0.0.1:${await freePort()}`;
  [world, bankid, gateway, mail] = await Promise.all([
    buildWorld(),
    startBankid(),
    SmsGateway.start(),
    startMailSink(new URL(mailUrl)),
  ]);
  const env = { ...bankidEnv(bankid), SAMNAV_SMS_URL: gateway.url };
  api = await startApi(world.database, env);
  worker = await startWorker(world.database, {
    ...env,
    SAMNAV_PUBLIC_URL: api.url,
    SAMNAV_MAIL_URL: mailUrl,
    SAMNAV_LOG: 'debug',
  });
  for (const key of ['maria', 'jonas', 'birgitta', 'elin', 'anna'])
    people.set(key, await api.as({ id: world.town.staff.get(key) ?? '' }));
  await world.behindTheLocks(`update authority set name = $1 where slug = $2`, PARTY);
  of = await openFamily(world, ['Melvin', 'Linda', 'Tomas']);
  await world.behindTheLocks(
    `insert into assignment (id, case_id, branch_id, staff_id, reason) values (gen_random_uuid(), $1, $2, $3, 'coordination')`,
    [of.caseId, world.caller('jonas').branchId, world.caller('jonas').staffId],
  );
  for (const name of ['Melvin', 'Linda', 'Tomas']) await reach(name);
  handedOverId = await handOver();
  meetsAt = await convened();
}, 240_000);

afterAll(async () => {
  await worker?.stop();
  await api?.close();
  await gateway?.close();
  await mail?.close();
  await bankid?.close();
  await world?.close();
});

async function reach(name: string): Promise<void> {
  const person = testPeople.find(({ givenName }) => givenName === name)!;
  const [row] = await world.behindTheLocks<{ version: number }>(`select version from person where id = $1`, [
    personOf(name),
  ]);
  await peopleOf(world).identity.run(world.caller('maria'), {
    id: personOf(name),
    version: row?.version ?? 0,
    identityVersion: 1,
    givenName: name,
    familyName: person.familyName,
    number: person.personalNumber,
    noNumberReason: '',
    bornYear: null,
    phone: SECRETS[name]?.phone ?? LINDA_PHONE,
    address: SECRETS[name]?.address ?? 'Öppna gatan 3',
    email: '',
  });
}

/** Somebody has told where the child goes to school; then it is decided and handed to Elin, who is never named. */
async function handOver(): Promise<string> {
  const [maria, birgitta] = [as('maria'), as('birgitta')];
  const { familyName, personalNumber } = testPeople.find(({ givenName }) => givenName === 'Melvin')!;
  const child = { givenName: 'Melvin', familyName, number: personalNumber, whereabouts: SCHOOL };
  await maria.query(SEARCH, { input: { asked: personalNumber } });
  const { registerReport } = await maria.query(REGISTER, {
    input: registerInput({ children: [reportedChild(child)], reporterName: 'Granne', reporterContact: '070-1740699' }),
  });
  const caseId = registerReport.caseIds[0] as string;
  const versionOf = async (): Promise<number> =>
    (await maria.query(`query ($id: ID!) { case(id: $id) { version } }`, { id: caseId })).case.version;
  const judged = { grade: 'green', reasons: 'Skäl.', instrument: 'check-irk', factors: [] };
  await maria.query(GRADE, { input: { caseId, expectedVersion: await versionOf(), ...judged } });
  await birgitta.query(DECIDE, {
    input: {
      caseId,
      expectedVersion: await versionOf(),
      kind: 'open-investigation',
      reasons: 'Behöver utredas.',
      investigator: world.town.staff.get('elin'),
    },
  });
  return caseId;
}

/** A joint meeting on the yes of all three, called while nobody is protected; every one of them is told when it is. */
async function convened(): Promise<string> {
  await enterMeasures(world, of.caseId);
  const scope = { from: HOUSES, to: HOUSES, categories: TOLD, purposes: ['support'] } as const;
  const consentId = await offerConsent(world, of, { scope });
  const browsers = new Map<string, FamilyBrowser>();
  for (const name of of.people.keys()) {
    const browser = await browserOf(name, consentId);
    await browser.sign(consentId, name);
    browsers.set(name, browser);
  }
  const { hubId } = await conveneJoint(world, () => api, of, { anna: null, marcus: null });
  // Far enough off for every grade to be walked before it begins.
  await world.behindTheLocks(`update hub set starts_at = starts_at + interval '3 hours' where id = $1`, [hubId]);
  const [hub] = await world.behindTheLocks<{ at: Date }>(`select starts_at as at from hub where id = $1`, [hubId]);
  const at = hub?.at.toISOString() ?? 'no meeting';
  for (const [name, browser] of browsers) {
    const said = await browser.bytes(`{ familyHome { meetings { startsAt } } }`);
    expect([name, said.includes(at)]).toEqual([name, true]);
  }
  return at;
}

/** Tightened from the grade before by Maria, who alone is named. */
async function protect(name: string, grade: Grade): Promise<void> {
  const [row] = await world.behindTheLocks<{ version: number }>(`select version from person where id = $1`, [
    personOf(name),
  ]);
  await peopleOf(world).protect.setProtection(world.caller('maria'), {
    id: personOf(name),
    version: row?.version ?? 0,
    protection: grade,
    reasons: 'Hot.',
    named: [world.caller('maria').staffId],
  });
}

/** All that an answer tells: its head, its text, and of a paper also what the file says of itself. */
async function heard(response: Response): Promise<string> {
  const bytes = Buffer.from(await response.arrayBuffer());
  const raw = headOf(response) + bytes.toString('utf8') + bytes.toString('latin1');
  if (!response.headers.get('content-type')?.startsWith('application/pdf') || !poppler) return raw;
  const { info, tree, text } = await readPaper(bytes);
  return [raw, info, tree, text].join('\n');
}

async function browserOf(name: string, consentId: string): Promise<FamilyBrowser> {
  const browser = new FamilyBrowser(api, bankid);
  await browser.signIn(await linkTo(world, as('maria'), { consentId, personId: personOf(name) }), name);
  return browser;
}

/** Every query that a family has, with the ids that theirs are known by. */
async function walk(browser: FamilyBrowser, consentId: string): Promise<readonly (readonly [string, string])[]> {
  const answers: (readonly [string, string])[] = [];
  for (const outlet of outletsOf(api, 'Query')) {
    const answer = await answerTo(browser, api, outlet, consentId);
    if (!/SIGN_IN_REQUIRED/.test(answer)) answers.push([outlet.name, answer]);
  }
  return answers;
}

describe.each(GRADES)('%s', (grade) => {
  let consentId: string;
  const browsers = new Map<string, FamilyBrowser>();

  beforeAll(async () => {
    for (const name of Object.keys(SECRETS)) await protect(name, grade);
    consentId = await offerConsent(world, of);
    for (const name of ['Linda', 'Tomas', 'Melvin']) {
      const browser = await browserOf(name, consentId);
      await browser.sign(consentId, name);
      browsers.set(name, browser);
    }
  }, 120_000);

  it('sings to the named on screen, and on no letter even then', async () => {
    const maria = as('maria');
    const person = outletsOf(api, 'Query').find(({ name }) => name === 'person')!;
    const told = await answerTo(maria, api, person, personOf('Melvin'));
    expect(leaksIn(told, ['Kanariegränd', 'Melvin', '201006212391'])).toHaveLength(3);
    const { sendFamilyLink } = await maria.query(SEND, { consentId, personId: personOf('Melvin'), channel: 'letter' });
    const letter = await heard(
      new Response(new Uint8Array(Buffer.from(sendFamilyLink.letter as string, 'base64')), {
        headers: { 'content-type': 'application/pdf' },
      }),
    );
    if (poppler) expect(letter).toContain('Åstrand Lövdal');
    expect(leaksIn(letter, SECRETS['Melvin']!.place)).toEqual([]);
  }, 60_000);

  it.each(['jonas', 'anna', 'elin'])(
    'is silent in every paper and export that %s can take out',
    async (key) => {
      const client = as(key);
      const addresses = [
        `/documents/consent/${consentId}/receipt`,
        `/documents/consent/${consentId}/fhir`,
        `/documents/hand-over/${handedOverId}`,
      ];
      const rows = await world.behindTheLocks<{ id: string }>(`select id from consent_evidence where consent_id = $1`, [
        consentId,
      ]);
      // A name in Swedish e-identification stands on two things each: the signature and the paper that was signed.
      expect(rows).toHaveLength(6);
      const leaks: string[] = [];
      const opened: string[] = [];
      for (const address of [...addresses, ...rows.map(({ id }) => `/documents/consents/${id}`)]) {
        const response = await client.fetch(address);
        if (response.ok) opened.push(address);
        const said = decoded(await heard(response));
        for (const word of leaksIn(said, hiddenAt(grade, 'Melvin', 'Tomas'))) leaks.push(`${address}: ${word}`);
      }
      for (const name of ['Melvin', 'Tomas']) {
        const answer = await client
          .query(SEND, { consentId, personId: personOf(name), channel: 'letter' })
          .catch((refused: Error) => ({ sendFamilyLink: { letter: refused.message } }));
        const letter = Buffer.from(answer['sendFamilyLink'].letter as string, 'base64');
        const said = letter.subarray(0, 4).toString() === '%PDF' && poppler ? (await readPaper(letter)).text : '';
        for (const word of leaksIn(said, hiddenAt(grade, name))) leaks.push(`letter to ${name}: ${word}`);
      }
      expect(leaks).toEqual([]);
      if (key === 'jonas') {
        // A receipt goes out of the house, so it goes with nobody's name who is hidden in it.
        expect([grade, opened.includes(addresses[0]!)]).toEqual([grade, grade === 'marking']);
        // Every one of them holds a protected name, if only the child's: where the name itself is hidden, all are closed.
        const open = opened.filter((address) => address.startsWith('/documents/consents/'));
        expect([grade, open.length]).toEqual([grade, grade === 'marking' ? 6 : 0]);
      }
      if (key === 'elin') expect(opened).toContain(addresses[2]);
    },
    60_000,
  );

  it('is silent on every page and paper of the family, but for what is one’s own', async () => {
    const leaks: string[] = [];
    for (const [reader, hidden] of [
      ['Linda', [...hiddenAt(grade, 'Melvin', 'Tomas'), ...PARTY, meetsAt]],
      ['Melvin', hiddenAt(grade, 'Tomas')],
      ['Tomas', [...hiddenAt(grade, 'Melvin').filter((word) => word !== 'Åstrand Lövdal'), ...PARTY, meetsAt]],
    ] as const) {
      const browser = browsers.get(reader)!;
      const answers = await walk(browser, consentId);
      expect(answers.map(([name]) => name)).toEqual(
        expect.arrayContaining(['familyHome', 'familyConsent', 'familyAccess', 'signingText']),
      );
      // The child alone is told when they themselves are to be somewhere: the walk hears what there is to hear.
      const told = answers.filter(([, answer]) => answer.includes(meetsAt)).map(([name]) => name);
      expect([reader, told]).toEqual([reader, reader === 'Melvin' ? ['familyHome'] : []]);
      const { familyConsent } = await browser.query(`query ($id: ID!) { familyConsent(id: $id) { documentAddress } }`, {
        id: consentId,
      });
      const paper = await browser.fetch(familyConsent.documentAddress as string);
      expect([reader, paper.status]).toEqual([reader, 200]);
      const receipts = await Promise.all(
        ['data', 'pdf'].map((form) => browser.fetch(`/documents/family/receipt/${consentId}/${form}`)),
      );
      expect(receipts.map(({ status }) => status)).toEqual([200, 200]);
      const papers = await Promise.all([paper, ...receipts].map(heard));
      for (const [name, answer] of [...answers, ...papers.map((said) => ['a paper', said] as const)])
        for (const word of leaksIn(answer, hidden)) leaks.push(`${name} to ${reader}: ${word}`);
    }
    expect(leaks).toEqual([]);
  }, 60_000);

  it('is silent in the text message that carries a link, whoever it is to', async () => {
    for (const name of ['Linda', 'Tomas', 'Melvin']) {
      const arrived = gateway.taken.length;
      await as('maria').query(SEND, { consentId, personId: personOf(name), channel: 'sms' });
      await until(() => gateway.taken.slice(arrived).some(({ text }) => text.includes('/familj#')), 10_000);
    }
    const words = Object.values(SECRETS).flatMap(({ place, name }) => [...place, ...name]);
    for (const { text, key } of gateway.taken) expect(leaksIn(text + key, words)).toEqual([]);
  }, 60_000);
});

describe('after all of it', () => {
  it('no mail has said who, where or about what, and neither has the worker’s log at its loudest', async () => {
    const waiting = () => world.behindTheLocks(`select 1 from delivery where state = 'waiting'`);
    await until(async () => (await waiting()).length === 0, 15_000);
    expect(mail.mails().length).toBeGreaterThan(0);
    const words = ['Linda', ...Object.values(SECRETS).flatMap(({ place, name }) => [...place, ...name])];
    for (const { subject, text, from } of mail.mails())
      expect(leaksIn(`${subject}\n${text}\n${from}`, words)).toEqual([]);
    expect(worker.output()).toContain('"level":');
    expect(leaksIn(worker.output(), [...words, '1740633', '174 06 33'])).toEqual([]);
  }, 30_000);
});

/** Signatures lie in their files in base 64. */
const decoded = (text: string): string =>
  text +
  [...text.matchAll(/[A-Za-z0-9+/]{40,}={0,2}/g)]
    .map(([part]) => Buffer.from(part, 'base64').toString('utf8'))
    .join('\n');
