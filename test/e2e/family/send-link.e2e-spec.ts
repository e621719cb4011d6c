/**
 * A link goes by text message through the real worker, says nothing of what it is about, works once, and asks for the next
 * one itself; a letter is printed once and its code kept nowhere (OSL 26:1; ASVS 6.5.1, 14.2.1).
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { OutboxStore } from '#use-cases/outbox/outbox.port.js';
import { startApi, type Api, type ApiClient } from '../../support/api.js';
import { startBankid, type BankidTown } from '../../support/bankid.js';
import { HmacSessionTokens } from '#platform/crypto/hmac-session-tokens.js';
import { AssessGuardian } from '#use-cases/family/assess-guardian.js';
import {
  bankidEnv,
  FamilyBrowser,
  linkTo,
  numberOf,
  offerConsent,
  openFamily,
  type Family,
} from '../../support/family.js';
import { anIdentity, peopleOf, testNumber } from '../../support/people.js';
import { SmsGateway } from '../../support/sms-gateway.js';
import { hostWorker, type HostedWorker } from '../../support/hosted.js';
import { buildWorld, type World } from '../../support/world.js';

const SEND = `mutation ($consentId: ID!, $personId: ID!, $channel: String!) {
  sendFamilyLink(consentId: $consentId, personId: $personId, channel: $channel) { id channel expiresAt letter } }`;
const AGAIN = `mutation ($token: String!) { askForFamilyLink(token: $token) }`;
const PHONE = '070-174 06 05';

let world: World;
let bankid: BankidTown;
let gateway: SmsGateway;
let api: Api;
let worker: HostedWorker;
let maria: ApiClient;
let of: Family;
let consentId: string;

beforeAll(async () => {
  [world, bankid, gateway] = await Promise.all([buildWorld(), startBankid(), SmsGateway.start()]);
  const env = { ...bankidEnv(bankid), SAMNAV_SMS_URL: gateway.url };
  api = await startApi(world.database, env);
  worker = await hostWorker(world.database, { ...env, SAMNAV_PUBLIC_URL: api.url });
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

  it('and a letter are in the language that the family is known to read, before they have ever chosen one', async () => {
    const IN = `mutation ($consentId: ID!, $personId: ID!, $channel: String!, $language: String) {
      sendFamilyLink(consentId: $consentId, personId: $personId, channel: $channel, language: $language) { letter } }`;
    const to = { consentId, personId: personOf('Linda') };
    for (const [language, words] of [
      ['ar', 'الرابط لك وحدك'],
      ['so', 'Salaan!'],
      ['sv-simple', 'Tryck på länken'],
      [null, 'Öppna länken'],
    ] as const) {
      const arrived = gateway.next();
      await maria.query(IN, { ...to, channel: 'sms', language });
      expect((await arrived).text).toContain(words);
    }
    const { sendFamilyLink } = await maria.query(IN, { ...to, channel: 'letter', language: 'ar' });
    const letter = Buffer.from(sendFamilyLink.letter as string, 'base64');
    expect(letter.toString('latin1')).toContain('/Lang (ar)');
    expect(await maria.refusal(IN, { ...to, channel: 'sms', language: 'xx' })).toMatchObject({
      code: 'BAD_REQUEST',
      field: 'language',
    });
  }, 60_000);

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

describe('an old text message', () => {
  /** By a link that was sent to a telephone and is used: what whoever has that telephone now holds in the hand. */
  async function usedBy(family: Family, consent: string, name: string): Promise<{ token: string; personId: string }> {
    const personId = family.people.get(name) ?? '';
    const token = await linkTo(world, maria, { consentId: consent, personId });
    await new FamilyBrowser(api, bankid).signIn(token, name);
    const reach = new HmacSessionTokens(world.settings.keys.session).seal('+46701740605');
    await world.behindTheLocks(`update family_link set reach = $2 where person_id = $1`, [personId, reach]);
    return { token, personId };
  }
  const linksOf = async (personId: string): Promise<number> =>
    (await world.behindTheLocks(`select 1 from family_link where person_id = $1`, [personId])).length;
  /** Whether asking by it brings a link. */
  async function brings({ token, personId }: { token: string; personId: string }): Promise<boolean> {
    const before = await linksOf(personId);
    expect(await api.anonymous.query(AGAIN, { token })).toEqual({ askForFamilyLink: true });
    return (await linksOf(personId)) > before;
  }
  const versionOf = async (personId: string): Promise<number> =>
    (await world.behindTheLocks<{ version: number }>(`select version from person where id = $1`, [personId]))[0]
      ?.version ?? 0;

  it('neither asks for the next one nor takes back the fresh one that was sent since', async () => {
    const nora = await openFamily(world, ['Nora', 'Samira', 'Peter']);
    const id = await offerConsent(world, nora);
    const old = await usedBy(nora, id, 'Peter');
    const fresh = await linkTo(world, maria, { consentId: id, personId: old.personId });
    expect(await brings(old)).toBe(false);
    await new FamilyBrowser(api, bankid).signIn(fresh, 'Peter');
  }, 60_000);

  it('brings nothing to a guardian who may no longer be told', async () => {
    const family = await openFamily(world, ['Tilde', 'Jenny', 'Anders']);
    const id = await offerConsent(world, family);
    const held = [await usedBy(family, id, 'Jenny'), await usedBy(family, id, 'Anders')] as const;
    const elin = world.caller('elin');
    await world.behindTheLocks(
      `insert into assignment (id, case_id, branch_id, staff_id, reason) values (gen_random_uuid(), $1, $2, $3, 'investigates')`,
      [family.caseId, elin.branchId, elin.staffId],
    );
    await api.app.get(AssessGuardian, { strict: false }).run(elin, {
      caseId: family.caseId,
      guardianId: held[0].personId,
      seriousHarm: true,
      reasons: 'Barnet har berättat vad som händer.',
      until: new Date(Date.now() + 90 * 86_400_000),
    });
    expect(await brings(held[0])).toBe(false);
    expect(await brings(held[1])).toBe(true);
  }, 60_000);

  it('brings nothing when custody has ended, the day it is written or the day it comes', async () => {
    const family = await openFamily(world, ['Elias', 'Sanna']);
    const id = await offerConsent(world, family);
    const sanna = await usedBy(family, id, 'Sanna');
    await world.behindTheLocks(`update custody set ends_on = current_date where guardian_id = $1`, [sanna.personId]);
    expect(await brings(sanna)).toBe(false);
    const revoked = `select 1 from family_link where person_id = $1 and revoked_at is null`;
    expect(await world.behindTheLocks(revoked, [sanna.personId])).toHaveLength(1);
    await world.behindTheLocks(`update custody set ends_on = null where guardian_id = $1`, [sanna.personId]);
    const [custody] = await world.behindTheLocks<{ id: string; version: number }>(
      `select id, version from custody where guardian_id = $1`,
      [sanna.personId],
    );
    const today = new Date().toISOString().slice(0, 10);
    await peopleOf(world).custody.end(world.caller('maria'), { ...custody!, endsOn: today });
    expect(await world.behindTheLocks(revoked, [sanna.personId])).toEqual([]);
  }, 60_000);

  it('brings nothing when the telephone is another, or the person has become protected, and ends what came by it', async () => {
    const family = await openFamily(world, ['Nora', 'Samira', 'Peter']);
    const id = await offerConsent(world, family);
    const peter = await usedBy(family, id, 'Peter');
    const samira = await usedBy(family, id, 'Samira');
    const coordinator = world.caller('maria');
    await peopleOf(world).identity.run(coordinator, {
      ...anIdentity({ givenName: 'Peter', familyName: 'Granlycke', phone: '070-174 06 99' }),
      number: numberOf('Peter'),
      noNumberReason: '',
      bornYear: null,
      id: peter.personId,
      version: await versionOf(peter.personId),
      identityVersion: 1,
    });
    await peopleOf(world).protect.setProtection(coordinator, {
      id: samira.personId,
      version: await versionOf(samira.personId),
      protection: 'marking',
      reasons: 'Hot mot mamman.',
      named: [coordinator.staffId],
    });
    for (const held of [peter, samira]) {
      expect(await brings(held)).toBe(false);
      const live = `select 1 from family_session where person_id = $1 and revoked_at is null`;
      expect(await world.behindTheLocks(live, [held.personId])).toEqual([]);
    }
  }, 60_000);

  it('is taken back from a guardian when the child is to decide alone, unless they are told of something else', async () => {
    const own = await openFamily(world, ['Elias', 'Sanna']);
    const id = await offerConsent(world, own);
    const sibling = await openFamily(world, ['Nora', 'Sanna']);
    await offerConsent(world, sibling);
    const sanna = await usedBy(own, id, 'Sanna');
    const open = async (): Promise<number> =>
      (
        await world.behindTheLocks(`select 1 from family_link where person_id = $1 and revoked_at is null`, [
          sanna.personId,
        ])
      ).length;
    const decidesAlone = async (child: string) =>
      peopleOf(world).protect.assessMaturity(world.caller('maria'), {
        ...{ id: child, version: await versionOf(child), maturity: 'child', reasons: 'Förstår vad frågan gäller.' },
      });
    await decidesAlone(own.child);
    expect(await open()).toBe(1);
    await decidesAlone(sibling.child);
    expect(await open()).toBe(0);
    expect(await brings(sanna)).toBe(false);
  }, 60_000);

  it('brings nothing after its record became one with another whose telephone is changed then, and ends what came by it', async () => {
    const family = await openFamily(world, ['Tilde', 'Jenny', 'Anders']);
    const id = await offerConsent(world, family);
    const anders = await usedBy(family, id, 'Anders');
    // The record by which he was asked turns out to be a double: it is folded, and his consents move.
    await world.behindTheLocks(`update person_number set number_kind = 'coordination' where person_id = $1`, [
      anders.personId,
    ]);
    const people = peopleOf(world);
    const coordinator = world.caller('maria');
    const number = testNumber('19790304');
    const keptId = await people.register(
      coordinator,
      anIdentity({ givenName: 'Anders', familyName: 'Mossberg', number }),
    );
    const { kept, folded, keptVersion, foldedVersion } = await people.merge.preview(
      coordinator,
      keptId,
      anders.personId,
    );
    expect([kept.id, folded.id]).toEqual([keptId, anders.personId]);
    const order = { keptId, foldedId: folded.id, keptVersion, foldedVersion };
    await people.merge.run(coordinator, { ...order, takeFolded: [], reasons: 'Samma pappa, två nummer' });
    await people.identity.run(coordinator, {
      ...anIdentity({ givenName: 'Anders', familyName: 'Mossberg', number, phone: '070-174 06 98' }),
      ...{ noNumberReason: '', bornYear: null, id: keptId, version: await versionOf(keptId), identityVersion: 1 },
    });
    expect(await brings(anders)).toBe(false);
    const live = `select 1 from family_session where person_id = $1 and revoked_at is null`;
    expect(await world.behindTheLocks(live, [anders.personId])).toEqual([]);
  }, 60_000);
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
