/**
 * What a family has asked for is remembered and asked once; what was read is what is signed; two children whose names may not be
 * told are two; and a paper that names what the page hides is given to no guardian (GDPR 5.1 d; eIDAS 26; OSL 21:3).
 */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { NOTICE_VERSION } from '#domain/consent/notice.js';
import { startApi, type Api, type ApiClient } from '../../support/api.js';
import { startBankid, type BankidTown } from '../../support/bankid.js';
import {
  bankidEnv,
  FamilyBrowser,
  linkTo,
  offerConsent,
  openFamily,
  SCHOOL,
  type Family,
} from '../../support/family.js';
import { signName } from '../../support/names.js';
import { buildWorld, type World } from '../../support/world.js';

const HOME = `{ familyHome { consents { id state text isRenewalAsked documentAddress about { id isMe givenName } } questions { id consentId text } } }`;
const ASK = `mutation ($input: FamilyQuestionInput!) { askFamilyQuestion(input: $input) { id } }`;
const RENEW = `mutation ($id: ID!) { askForRenewal(consentId: $id) }`;
const SIGN = `mutation ($input: ConsentSigningInput!) { beginConsentSigning(input: $input) { id } }`;

let world: World;
let bankid: BankidTown;
let api: Api;
let maria: ApiClient;

beforeAll(async () => {
  world = await buildWorld();
  bankid = await startBankid();
  api = await startApi(world.database, bankidEnv(bankid));
  maria = await api.as({ id: world.town.staff.get('maria') ?? '' });
}, 120_000);
afterAll(async () => {
  await api?.close();
  await bankid?.close();
  await world?.close();
});

async function known(of: Family, consentId: string, givenName: string): Promise<FamilyBrowser> {
  const own = new FamilyBrowser(api, bankid);
  await own.signIn(await linkTo(world, maria, { consentId, personId: of.people.get(givenName) ?? '' }), givenName);
  return own;
}
const consentOf = async (own: FamilyBrowser, id: string) =>
  (await own.query(HOME)).familyHome.consents.find((one: { id: string }) => one.id === id);

describe('a family that asks', () => {
  let of: Family;
  let consentId: string;
  let sanna: FamilyBrowser;
  beforeAll(async () => {
    of = await openFamily(world, ['Elias', 'Sanna']);
    consentId = await offerConsent(world, of);
    sanna = await known(of, consentId, 'Sanna');
  }, 60_000);

  it('asks once what its telephone sends twice, one after the other and at once', async () => {
    const input = { consentId, key: randomUUID(), text: 'Får mormor vara med?' };
    const first = (await sanna.query(ASK, { input })).askFamilyQuestion.id;
    expect((await sanna.query(ASK, { input })).askFamilyQuestion.id).toBe(first);
    const both = { consentId, key: randomUUID(), text: 'När ses vi?' };
    const sent = await Promise.allSettled([1, 2].map(() => sanna.query(ASK, { input: both })));
    expect(sent.some(({ status }) => status === 'fulfilled')).toBe(true);
    const texts = (await sanna.query(HOME)).familyHome.questions.map(({ text }: { text: string }) => text);
    expect(texts.sort()).toEqual(['Får mormor vara med?', 'När ses vi?']);
    const told = await world.behindTheLocks(`select 1 from ledger_entry where detail ->> 'deed' = 'family-question'`);
    expect(told).toHaveLength(2);
  });

  it('is remembered to have asked for the next half year, in every browser of theirs, and nobody is told of it twice', async () => {
    for (const name of ['Sanna', 'Elias']) await (await known(of, consentId, name)).sign(consentId, name);
    expect(await consentOf(sanna, consentId)).toMatchObject({ state: 'holds', isRenewalAsked: false });
    for (let times = 0; times < 2; times += 1) await sanna.query(RENEW, { id: consentId });
    expect(await consentOf(await known(of, consentId, 'Sanna'), consentId)).toMatchObject({ isRenewalAsked: true });
    // What one has asked for is not the other's to know.
    expect(await consentOf(await known(of, consentId, 'Elias'), consentId)).toMatchObject({ isRenewalAsked: false });
    expect(
      await world.behindTheLocks(`select 1 from ledger_entry where detail ->> 'deed' = 'renewal-asked'`),
    ).toHaveLength(1);
  });
});

it('a name is given to what was read: where another has taken something away meanwhile, it is read again', async () => {
  const of = await openFamily(world, ['Melvin', 'Linda', 'Tomas']);
  const consentId = await offerConsent(world, of);
  const linda = await known(of, consentId, 'Linda');
  const { text: read } = await consentOf(linda, consentId);
  const input = { consentId, language: 'sv', start: 'other-device' };
  const anna = world.caller('maria');
  await signName(world, anna, {
    ...{ consentId, personId: of.people.get('Tomas') ?? '', method: 'oral', language: 'sv' },
    ...{ noticeVersion: NOTICE_VERSION, receivedBy: anna.staffId },
    refusals: { houses: [SCHOOL], categories: [] },
  });
  expect(await linda.refusal(SIGN, { input: { ...input, read } })).toBe('CONFLICT');
  const { text: now } = await consentOf(linda, consentId);
  expect(now).not.toBe(read);
  expect((await linda.query(SIGN, { input: { ...input, read: now } })).beginConsentSigning.id).toBeTruthy();
}, 60_000);

it('two children whose names may not be told are two, and pointed at by nothing that is theirs', async () => {
  const one = await openFamily(world, ['Nora', 'Samira']);
  const two = await openFamily(world, ['Tilde', 'Samira']);
  const ids = [await offerConsent(world, one), await offerConsent(world, two)];
  for (const child of [one.child, two.child])
    await world.behindTheLocks(`update person set protection = 'assumed-identity' where id = $1`, [child]);
  const aboutOf = async () => {
    const samira = await known(two, ids[1] ?? '', 'Samira');
    return (await samira.query(HOME)).familyHome.consents.map((consent: Record<string, unknown>) => consent['about']);
  };
  const about = await aboutOf();
  expect(about.map(({ givenName }: { givenName: string | null }) => givenName)).toEqual([null, null]);
  const keys = (of: { id: string }[]): string[] => of.map(({ id }) => id);
  expect(new Set(keys(about)).size).toBe(2);
  // In another visit others.
  expect(new Set([...keys(about), ...keys(await aboutOf())]).size).toBe(4);
  for (const child of [one.child, two.child]) expect(JSON.stringify(about)).not.toContain(child);
}, 60_000);

describe('a paper that a guardian has signed', () => {
  let of: Family;
  let consentId: string;
  const protect = (grade: string) =>
    world.behindTheLocks(`update person set protection = $2 where id = $1`, [of.child, grade]);
  beforeEach(async () => {
    of = await openFamily(world, ['Tilde', 'Anders']);
    await protect('none');
    consentId = await offerConsent(world, of);
  }, 60_000);

  it('is theirs no longer once it names what would tell where the child is; the receipt says it without', async () => {
    const anders = await known(of, consentId, 'Anders');
    await anders.sign(consentId, 'Anders');
    const tilde = await known(of, consentId, 'Tilde');
    await tilde.sign(consentId, 'Tilde');
    const { documentAddress } = await consentOf(anders, consentId);
    expect((await anders.fetch(documentAddress)).status).toBe(200);
    for (const grade of ['marking', 'protected-registration']) {
      await protect(grade);
      expect(await consentOf(anders, consentId)).toMatchObject({ documentAddress: null });
      expect([grade, (await anders.fetch(documentAddress)).status]).toEqual([grade, 404]);
    }
    expect((await anders.fetch(`/documents/family/receipt/${consentId}/pdf`)).status).toBe(200);
    // To the child it is no news.
    expect((await tilde.fetch((await consentOf(tilde, consentId)).documentAddress)).status).toBe(200);
    await protect('none');
    expect((await anders.fetch(documentAddress)).status).toBe(200);
  }, 60_000);

  it('stays theirs where the child was protected when it was written: it names no house', async () => {
    await protect('marking');
    const anders = await known(of, consentId, 'Anders');
    await anders.sign(consentId, 'Anders');
    const { documentAddress } = await consentOf(anders, consentId);
    expect((await anders.fetch(documentAddress)).status).toBe(200);
  }, 60_000);
});
