/**
 * "Do not keep my number": a family member has it taken away from all that was sent them, from the search and from their
 * record; in the database there is no ciphertext of it left, nobody else's is touched, and their page goes on (GDPR 17).
 */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { HmacLookupHash } from '#platform/crypto/aes-field-cipher.js';
import { FamilyLinkStore } from '#use-cases/family/family-access.port.js';
import { PersonRegister } from '#use-cases/person/person-register.port.js';
import { startApi, type Api, type ApiClient } from '../../support/api.js';
import { startBankid, type BankidTown } from '../../support/bankid.js';
import {
  bankidEnv,
  FamilyBrowser,
  linkTo,
  numberOf,
  offerConsent,
  openFamily,
  type Family,
} from '../../support/family.js';
import { untilSomebodyWaits } from '../../support/waiting.js';
import { buildWorld, type World } from '../../support/world.js';

const SEND = `mutation($c: ID!, $p: ID!, $w: String!) { sendFamilyLink(consentId: $c, personId: $p, channel: $w) { id } }`;
const FORGET = `mutation { forgetMyPhone }`;
const KEEPS = `query { familyHome { keepsPhone consents { state } } }`;

let world: World;
let bankid: BankidTown;
let api: Api;
let maria: ApiClient;
let of: Family;
let consentId: string;
beforeAll(async () => {
  world = await buildWorld();
  bankid = await startBankid();
  api = await startApi(world.database, bankidEnv(bankid));
  maria = await api.as({ id: world.town.staff.get('maria') ?? '' });
  of = await openFamily(world, ['Melvin', 'Linda', 'Tomas']);
  consentId = await offerConsent(world, of);
  for (const [name, phone] of [
    ['Linda', '46701740605'],
    ['Tomas', '46701740606'],
  ] as const)
    await reachableBy(name, phone);
}, 120_000);
afterAll(async () => {
  await api?.close();
  await bankid?.close();
  await world?.close();
});

const personOf = (givenName: string): string => of.people.get(givenName) ?? '';
/** In their record, in the search and with a message that was sent them. */
async function reachableBy(givenName: string, phone: string): Promise<void> {
  const caller = world.caller('maria');
  const personId = personOf(givenName);
  await world.asCaller.run(caller, async (tx) => {
    await world.seal.rewriteIdentity(tx, personId, 1, {
      ...{ givenName, familyName: 'Provfamilj', personalNumber: numberOf(givenName) },
      contact: { phone: `+${phone}`, address: 'Provgatan 1' },
    });
    const hash = new HmacLookupHash(world.settings.keys).ofPhone(phone);
    await tx.of(PersonRegister).replacePhoneHashes(personId, caller.branchId, [hash]);
  });
  await maria.query(SEND, { c: consentId, p: personId, w: 'sms' });
}
async function known(givenName: string): Promise<FamilyBrowser> {
  const own = new FamilyBrowser(api, bankid);
  await own.signIn(await linkTo(world, maria, { consentId, personId: personOf(givenName) }), givenName);
  return own;
}
const reached = async (givenName: string): Promise<number> =>
  (
    await world.behindTheLocks(
      `select 1 from family_link where person_id = $1 and (reach is not null or secret is not null)`,
      [personOf(givenName)],
    )
  ).length;
const found = async (givenName: string): Promise<number> =>
  (await world.behindTheLocks(`select 1 from person_phone_index where person_id = $1`, [personOf(givenName)])).length;
const record = async (givenName: string): Promise<Buffer> =>
  (
    await world.behindTheLocks<{ ciphertext: Buffer }>(`select ciphertext from person_identity where person_id = $1`, [
      personOf(givenName),
    ])
  )[0]!.ciphertext;
const contactOf = async (givenName: string): Promise<Record<string, string> | null> =>
  (
    await maria.query(`query($id: ID!) { person(id: $id) { seen { contact { phone email address } } } }`, {
      id: personOf(givenName),
    })
  ).person.seen.contact;

it('takes the number away from messages, search and record, at once and for good', async () => {
  const linda = await known('Linda');
  const tomas = await known('Tomas');
  const before = await record('Linda');
  const others = { reached: await reached('Tomas'), found: await found('Tomas'), record: await record('Tomas') };
  expect((await linda.query(KEEPS)).familyHome.keepsPhone).toBe(true);
  expect(await reached('Linda')).toBeGreaterThan(0);
  const contact = await contactOf('Linda');
  expect(contact?.['phone']).toMatch(/\d{6}/);

  expect(await linda.query(FORGET)).toEqual({ forgetMyPhone: true });

  expect([await reached('Linda'), await found('Linda')]).toEqual([0, 0]);
  expect((await record('Linda')).equals(before)).toBe(false);
  const left = await contactOf('Linda');
  expect(left?.['phone'] ?? null).toBeNull();
  expect(left?.['address'] ?? null).toEqual(contact?.['address'] ?? null);
  // Her page goes on, and offers it no more; asked again it is the same.
  const { familyHome } = await linda.query(KEEPS);
  expect([familyHome.keepsPhone, familyHome.consents.length > 0]).toEqual([false, true]);
  expect(await linda.query(FORGET)).toEqual({ forgetMyPhone: true });
  // Who works with what she was asked for is told once that no message reaches her: nothing of her, and not why.
  const told = await world.behindTheLocks<{ case_id: string; staff_id: string }>(
    `select case_id, staff_id from notice where kind = 'family-unreached'`,
  );
  expect(new Set(told.map(({ case_id }) => case_id))).toEqual(new Set([of.caseId]));
  expect(new Set(told.map(({ staff_id }) => staff_id)).size).toBe(told.length);
  expect(told.map(({ staff_id }) => staff_id)).toContain(world.town.staff.get('maria'));
  // Nobody else's is touched.
  expect({ reached: await reached('Tomas'), found: await found('Tomas'), record: await record('Tomas') }).toEqual(
    others,
  );
  expect((await tomas.query(KEEPS)).familyHome.keepsPhone).toBe(true);
});

it('stands in the ledger, without the number', async () => {
  const lines = await world.behindTheLocks<{ actor_person: string; detail: object }>(
    `select actor_person, detail from ledger_entry where detail ->> 'deed' = 'telephone-forgotten' order by id`,
  );
  expect(lines[0]).toEqual({
    actor_person: personOf('Linda'),
    detail: { deed: 'telephone-forgotten', records: 1, messages: expect.any(Number) },
  });
});

it('leaves no way to a text message: the next way in is a letter', async () => {
  const sent = { c: consentId, p: personOf('Linda') };
  expect(await maria.refusal(SEND, { ...sent, w: 'sms' })).toMatchObject({ code: 'FAMILY_NO_PHONE' });
  expect(await maria.query(SEND, { ...sent, w: 'letter' })).toHaveProperty('sendFamilyLink.id');
});

it('is nobody’s to do for another: the database asks who is asking', async () => {
  const { rows } = { rows: await world.behindTheLocks(`select caller.forget_own_phone() as n`) };
  expect(rows).toEqual([{ n: 0 }]);
  expect(await reached('Tomas')).toBeGreaterThan(0);
  expect(
    await world.behindTheLocks(`select caller.keep_own_identity($1, 1, '\\x00', 1) as kept`, [personOf('Tomas')]),
  ).toEqual([{ kept: false }]);
  expect(await maria.refusal(FORGET)).toMatchObject({
    code: expect.stringMatching(/NOT_ALLOWED|NOT_SIGNED_IN|FAMILY/),
  });
});

it('sends no message to a number that is forgotten while it is written', async () => {
  const personId = personOf('Tomas');
  let sending: Promise<any> | undefined;
  await world.asCaller.run({ kind: 'service', name: 'family', requestId: 'test' }, async (tx) => {
    await tx.of(FamilyLinkStore).holdReach(personId);
    sending = maria.refusal(SEND, { c: consentId, p: personId, w: 'sms' });
    await untilSomebodyWaits(world);
    await world.behindTheLocks(`update person_identity set version = version + 1 where person_id = $1 returning 1`, [
      personId,
    ]);
  });
  expect(await sending).toMatchObject({ code: 'CONFLICT' });
});

it('finds the number in the message as well that was being made to it', async () => {
  const personId = personOf('Tomas');
  const tomas = await known('Tomas');
  const [last] = await world.behindTheLocks<{ id: string }>(
    `select id from family_link where person_id = $1 and reach is not null order by created_at desc limit 1`,
    [personId],
  );
  let forgetting: Promise<unknown> | undefined;
  await world.asCaller.run({ kind: 'service', name: 'family', requestId: 'test' }, async (tx) => {
    const links = tx.of(FamilyLinkStore);
    const old = (await links.findForChange(last!.id))!;
    forgetting = tomas.query(FORGET);
    await untilSomebodyWaits(world);
    await links.add({
      ...old,
      id: tx.newId(),
      tokenHash: randomBytes(32),
      reference: null,
      createdBy: null,
      renews: old.id,
      secret: Buffer.from('sealed'),
    });
  });
  expect(await forgetting).toEqual({ forgetMyPhone: true });
  expect(await reached('Tomas')).toBe(0);
});

it('is the app’s alone in the database: those who only write or seal the ledger call none of it', async () => {
  const able = await world.behindTheLocks<{ name: string; who: string }>(
    `select p.proname as name, r.rolname as who from pg_proc p join pg_namespace n on n.oid = p.pronamespace
       cross join pg_roles r where n.nspname = 'caller' and r.rolname in ('samnav_app','samnav_ledger','samnav_sealer')
         and p.proname in ('own_identities','keep_own_identity','forget_own_phone','points_at_nobody','remove_person')
         and has_function_privilege(r.oid, p.oid, 'execute') order by 1`,
  );
  expect(able.map(({ name, who }) => `${name} ${who}`)).toEqual(
    ['forget_own_phone', 'keep_own_identity', 'own_identities', 'points_at_nobody', 'remove_person'].map(
      (name) => `${name} samnav_app`,
    ),
  );
});
