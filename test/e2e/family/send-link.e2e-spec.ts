/**
 * A link goes by text message through the real worker, says nothing of what it is about, works once, and asks for the next
 * one itself; a letter is printed once and its code kept nowhere (OSL 26:1; ASVS 6.5.1, 14.2.1).
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { OutboxStore } from '#use-cases/outbox/outbox.port.js';
import { startApi, type Api, type ApiClient } from '../../support/api.js';
import { startBankid, type BankidTown } from '../../support/bankid.js';
import { bankidEnv, FamilyBrowser, offerConsent, openFamily, type Family } from '../../support/family.js';
import { peopleOf } from '../../support/people.js';
import { SmsGateway } from '../../support/sms-gateway.js';
import { startWorker, type WorkerProcess } from '../../support/worker.js';
import { buildWorld, type World } from '../../support/world.js';

const SEND = `mutation ($consentId: ID!, $personId: ID!, $channel: String!) {
  sendFamilyLink(consentId: $consentId, personId: $personId, channel: $channel) { id channel expiresAt letter } }`;
const AGAIN = `mutation ($token: String!) { askForFamilyLink(token: $token) }`;
const PHONE = '070-174 06 05';

let world: World;
let bankid: BankidTown;
let gateway: SmsGateway;
let api: Api;
let worker: WorkerProcess;
let maria: ApiClient;
let of: Family;
let consentId: string;

beforeAll(async () => {
  [world, bankid, gateway] = await Promise.all([buildWorld(), startBankid(), SmsGateway.start()]);
  const env = { ...bankidEnv(bankid), SAMNAV_SMS_URL: gateway.url };
  api = await startApi(world.database, env);
  worker = await startWorker(world.database, { ...env, SAMNAV_PUBLIC_URL: api.url });
  maria = await api.as({ id: world.town.staff.get('maria') ?? '' });
  of = await openFamily(world, ['Melvin', 'Linda', 'Tomas']);
  consentId = await offerConsent(world, of);
}, 180_000);

afterAll(async () => {
  await worker?.stop();
  await api?.close();
  await gateway?.close();
  await bankid?.close();
  await world?.close();
});

const personOf = (name: string): string => of.people.get(name) ?? '';
const tokenIn = (text: string): string => /\/familj#([\w-]{43})/.exec(text)?.[1] ?? '';

async function givePhone(name: string): Promise<void> {
  const [row] = await world.behindTheLocks<{ version: number; born: string }>(
    `select version, to_char(born, 'YYYYMMDD') as born from person where id = $1`,
    [personOf(name)],
  );
  await peopleOf(world).identity.run(world.caller('maria'), {
    id: personOf(name),
    version: row?.version ?? 0,
    identityVersion: 1,
    givenName: name,
    familyName: 'Åstrand',
    number: '198204192382',
    noNumberReason: '',
    bornYear: null,
    phone: PHONE,
    address: '',
    email: '',
  });
}

describe('a text message', () => {
  it('is not sent to whom nobody has a number', async () => {
    const refused = await maria.refusal(SEND, { consentId, personId: personOf('Linda'), channel: 'sms' });
    expect(refused.code).toBe('FAMILY_NO_PHONE');
  });

  it('carries the link and not a word of what it is about, opens once, and brings the next one when asked', async () => {
    await givePhone('Linda');
    const arrived = gateway.next();
    const { sendFamilyLink: sent } = await maria.query(SEND, {
      consentId,
      personId: personOf('Linda'),
      channel: 'sms',
    });
    expect(sent).toMatchObject({ channel: 'sms', letter: null });
    const message = await arrived;
    expect(message.to).toBe('+46701740605');
    for (const word of ['Melvin', 'Linda', 'Åstrand', 'samtyck', 'socialtjänst', 'polis', consentId])
      expect(message.text.toLowerCase()).not.toContain(word.toLowerCase());
    const token = tokenIn(message.text);
    expect(message.text).toContain(`${api.url}/familj#${token}`);
    const own = new FamilyBrowser(api, bankid);
    await own.signIn(token, 'Linda');
    expect((await own.query(`{ familyHome { consents { id } } }`)).familyHome.consents).toEqual([{ id: consentId }]);
    const [kept] = await world.behindTheLocks<{ delivery: string; secret: null; row: string }>(
      `select delivery, secret, l::text as row from family_link l where id = $1`,
      [sent.id],
    );
    expect(kept).toMatchObject({ delivery: 'sent', secret: null });
    for (const word of [token, '46701740605', Buffer.from('46701740605').toString('hex')])
      expect(kept?.row).not.toContain(word);
    const next = gateway.next();
    expect(await api.anonymous.query(AGAIN, { token })).toEqual({ askForFamilyLink: true });
    const again = tokenIn((await next).text);
    expect(again).not.toBe(token);
    await new FamilyBrowser(api, bankid).signIn(again, 'Linda');
  }, 90_000);

  it('is asked for in vain by whoever makes a token up, with the same answer', async () => {
    const before = gateway.taken.length;
    expect(await api.anonymous.query(AGAIN, { token: 'x'.repeat(43) })).toEqual({ askForFamilyLink: true });
    const rows = await world.behindTheLocks(`select 1 from family_link where delivery = 'waiting'`);
    expect(rows).toEqual([]);
    expect(gateway.taken).toHaveLength(before);
  });

  it('is sent again when the gateway was away, once', async () => {
    const refused = gateway.refuseNext();
    const arrived = gateway.next();
    const { sendFamilyLink: sent } = await maria.query(SEND, {
      consentId,
      personId: personOf('Linda'),
      channel: 'sms',
    });
    await refused;
    // The next try is a minute away by the clock that decides; whoever moves it asks for what is due.
    await world.database.moveClock('5 minutes');
    await world.asCaller.run({ kind: 'service', name: 'outbox', requestId: 'test' }, (tx) =>
      tx.of(OutboxStore).put([{ topic: 'job:reconcile', payload: {} }]),
    );
    try {
      expect((await arrived).key).toBe(sent.id);
    } finally {
      await world.database.moveClock('0');
    }
    expect(gateway.taken.filter(({ key }) => key === sent.id)).toHaveLength(1);
  }, 120_000);
});

describe('a letter', () => {
  it('is a tagged PDF that is answered once and kept nowhere', async () => {
    const { sendFamilyLink: sent } = await maria.query(SEND, {
      consentId,
      personId: personOf('Tomas'),
      channel: 'letter',
    });
    const pdf = Buffer.from(sent.letter, 'base64');
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(pdf.toString('latin1')).toContain('/StructTreeRoot');
    const [row] = await world.behindTheLocks<{ reach: null; secret: null; reference: string }>(
      `select reach, secret, reference from family_link where id = $1`,
      [sent.id],
    );
    expect(row).toMatchObject({ reach: null, secret: null });
    const { familyLinks } = await maria.query(
      `query ($id: ID!) { familyLinks(consentId: $id) { id personId channel delivery usedAt revokedAt } }`,
      { id: consentId },
    );
    expect(familyLinks[0]).toMatchObject({
      id: sent.id,
      personId: personOf('Tomas'),
      channel: 'letter',
      delivery: 'printed',
    });
    expect(JSON.stringify(familyLinks)).not.toContain(row?.reference);
  });
});
