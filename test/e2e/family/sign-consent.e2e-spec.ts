/**
 * Two guardians and a fifteen-year-old sign, each on a telephone of their own, at a test e-identification that signs for
 * real; what is missing is named, and every answer that does not hold signs nothing (OSL 12:2; ASVS 6.6.2, 10.1.2).
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApi, type Api, type ApiClient } from '../../support/api.js';
import { startBankid, type BankidTown } from '../../support/bankid.js';
import { offerUnderFormerText } from '../../support/consents.js';
import {
  bankidEnv,
  FamilyBrowser,
  linkTo,
  offerConsent,
  openFamily,
  POLICE,
  SCHOOL,
  type Family,
} from '../../support/family.js';
import { buildWorld, type World } from '../../support/world.js';

const HOME = `{ familyHome { me { givenName young language } town consents { id state allNames maySign mayNarrow mayWithdraw
  about { isMe givenName } why askedBy myName { state method standsAs } otherNames { givenName standsAs hasSigned } names { needed have }
  houses { house name tells isTold takenAway mine } categories { category takenAway mine } documentAddress } } }`;

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

const browser = (): FamilyBrowser => new FamilyBrowser(api, bankid);

async function known(of: Family, consentId: string, givenName: string): Promise<FamilyBrowser> {
  const own = browser();
  await own.signIn(await linkTo(world, maria, { consentId, personId: of.people.get(givenName) ?? '' }), givenName);
  return own;
}

const consentOf = async (own: FamilyBrowser, id: string): Promise<Record<string, any>> => {
  const { familyHome } = await own.query(HOME);
  return familyHome.consents.find((one: { id: string }) => one.id === id);
};

const signatures = (consentId: string) =>
  world.behindTheLocks<{ kind: string; n: number }>(
    `select kind, count(*)::integer as n from consent_evidence where consent_id = $1 group by kind order by kind`,
    [consentId],
  );

describe('two guardians and a young person', () => {
  let of: Family;
  let consentId: string;
  beforeAll(async () => {
    of = await openFamily(world, ['Melvin', 'Linda', 'Tomas']);
    consentId = await offerConsent(world, of);
  }, 60_000);

  it('are asked in one sentence, sign one after the other, and see whose name is missing', async () => {
    const linda = await known(of, consentId, 'Linda');
    const asked = await consentOf(linda, consentId);
    expect(asked).toMatchObject({
      state: 'asks-you',
      about: { isMe: false, givenName: 'Melvin' },
      why: 'Vi vill hjälpas åt med vardagen.',
      myName: { state: 'waiting', standsAs: 'guardian' },
      names: { needed: 3, have: 0 },
      maySign: true,
      mayWithdraw: true,
    });
    const { signingText } = await linda.query(
      `query ($id: ID!) { signingText(consentId: $id, language: "sv", refusals: { houses: ["${SCHOOL}"] }) { swedish { sentence } visible } }`,
      { id: consentId },
    );
    expect(signingText.swedish.sentence).toMatch(
      /^Socialtjänsten och Polisen får prata med varandra om Melvin: planen och stödet, hur det går i skolan\./,
    );
    expect(signingText.visible).toContain(signingText.swedish.sentence);
    expect(await linda.sign(consentId, 'Linda')).toMatchObject({ state: 'complete', failure: null });
    const half = await consentOf(linda, consentId);
    expect(half).toMatchObject({ state: 'waits', allNames: false, names: { needed: 3, have: 1 } });
    expect(half?.['otherNames']).toEqual(
      expect.arrayContaining([
        { givenName: 'Melvin', standsAs: 'subject', hasSigned: false },
        { givenName: 'Tomas', standsAs: 'guardian', hasSigned: false },
      ]),
    );
    const tomas = await known(of, consentId, 'Tomas');
    expect(await tomas.sign(consentId, 'Tomas', { houses: [SCHOOL], language: 'en' })).toMatchObject({
      state: 'complete',
    });
    const melvin = await known(of, consentId, 'Melvin');
    expect(await consentOf(melvin, consentId)).toMatchObject({
      about: { isMe: true },
      myName: { standsAs: 'subject' },
    });
    await melvin.sign(consentId, 'Melvin');
    const whole = await consentOf(linda, consentId);
    expect(whole).toMatchObject({ state: 'holds', allNames: true, mayNarrow: true, names: { needed: 3, have: 3 } });
    expect(whole?.['houses'].find((one: { house: string }) => one.house === SCHOOL)).toMatchObject({
      takenAway: true,
      mine: false,
    });
    expect(await signatures(consentId)).toEqual([
      { kind: 'document', n: 3 },
      { kind: 'e-id', n: 3 },
    ]);
  }, 120_000);

  it('are shown the text of today where it has changed since the offer, and that is what stands in the record', async () => {
    const changed = await openFamily(world, ['Elias']);
    await world.behindTheLocks(`update person set maturity = 'child' where id = $1`, [changed.child]);
    const id = await offerConsent(world, changed);
    await offerUnderFormerText(world, id);
    const elias = await known(changed, id, 'Elias');
    const { signingText } = await elias.query(
      `query ($id: ID!) { signingText(consentId: $id, language: "sv") { visible } }`,
      { id },
    );
    expect(signingText.visible).toContain('Ibland får vi inte visa allt.');
    const order = await elias.beginSigning(id);
    // The program is brought up to date once more before the app answers: what stands above the button is what counts.
    await world.behindTheLocks(
      `insert into notice_text (version, language, text, hash) select '2026-12', 'sv', '{}', sha256('{}'::bytea)`,
    );
    await world.behindTheLocks(`update e_id_order set notice_version = '2026-12' where id = $1`, [order.id]);
    await elias.inApp(order, 'Elias');
    expect(await elias.follow(order.id)).toMatchObject({ state: 'complete', failure: null });
    const [signed] = await world.behindTheLocks(
      `select s.notice_version, s.language, encode(t.hash, 'hex') = encode(sha256('{}'::bytea), 'hex') as hash from consent_signer s
       join notice_text t on t.version = s.notice_version and t.language = s.language where s.consent_id = $1`,
      [id],
    );
    expect(signed).toEqual({ notice_version: '2026-12', language: 'sv', hash: true });
    const [was] = await world.behindTheLocks(`select notice_version from consent where id = $1`, [id]);
    expect(was).toEqual({ notice_version: '2026-11' });
  }, 60_000);

  it('stand on signatures that hold when they are checked again, and do not when anything under them is another', async () => {
    const LIST = `query ($id: ID!) { consentEvidence(consentId: $id) { id signerId kind } }`;
    const CHECK = `mutation ($id: ID!) { checkConsentEvidence(id: $id) { holds at why selfVouched } }`;
    const { consentEvidence } = await maria.query(LIST, { id: consentId });
    const signed = (consentEvidence as { id: string; signerId: string; kind: string }[]).filter(
      ({ kind }) => kind === 'e-id',
    );
    expect(signed).toHaveLength(3);
    for (const { id } of signed)
      expect(await maria.query(CHECK, { id })).toEqual({
        checkConsentEvidence: { holds: true, at: expect.any(String), why: null, selfVouched: false },
      });
    const lines = await world.behindTheLocks(
      `select 1 from ledger_entry where action = 'export' and detail ->> 'evidence' = any ($1)`,
      [signed.map(({ id }) => id)],
    );
    expect(lines).toHaveLength(3);
    const { id, signerId } = signed[0]!;
    const another = signed.find((one) => one.signerId !== signerId)!.signerId;
    const whyAfter = async (change: string, values: unknown[], back: string): Promise<string> => {
      await world.behindTheLocks(change, values);
      const { checkConsentEvidence } = await maria.query(CHECK, { id });
      await world.behindTheLocks(back, values);
      expect(checkConsentEvidence).toMatchObject({ holds: false, at: null });
      return checkConsentEvidence.why;
    };
    // Its name is given to somebody else, and the paper beside it is exchanged.
    expect(
      await whyAfter(
        `update consent_evidence set signer_id = $2 where id = $1 and signer_id = $3`,
        [id, another, signerId],
        `update consent_evidence set signer_id = $3 where id = $1 and signer_id = $2`,
      ),
    ).toBe('wrong-signer');
    expect(
      await whyAfter(
        `update consent_evidence set sha256 = sha256 || '\\x00'::bytea where consent_id = $1 and signer_id = $2 and kind = 'document'`,
        [consentId, signerId],
        `update consent_evidence set sha256 = substring(sha256 from 1 for 32) where consent_id = $1 and signer_id = $2 and kind = 'document'`,
      ),
    ).toBe('wrong-data');
    const lena = await api.as({ id: world.town.staff.get('lena') ?? '' });
    expect((await lena.refusal(CHECK, { id })).code).toBe('NOT_FOUND');
  }, 60_000);

  it('each fetch the very paper that they signed, and nobody else’s', async () => {
    const linda = await known(of, consentId, 'Linda');
    const { documentAddress } = (await consentOf(linda, consentId)) ?? {};
    const paper = await linda.fetch(documentAddress);
    expect(paper.headers.get('content-type')).toBe('application/pdf');
    const bytes = Buffer.from(await paper.arrayBuffer());
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    const [kept] = await world.behindTheLocks<{ same: boolean }>(
      `select sha256 = sha256($2::bytea) as same from consent_evidence where id = $1`,
      [String(documentAddress).split('/').at(-1), bytes],
    );
    expect(kept).toEqual({ same: true });
    const tomas = await known(of, consentId, 'Tomas');
    expect((await tomas.fetch(documentAddress)).status).toBe(404);
    const id = String(documentAddress).split('/').at(-1);
    expect((await maria.fetch(`/documents/consents/${id}`)).status).toBe(200);
    expect((await api.anonymous.fetch(documentAddress)).status).toBe(401);
  }, 60_000);

  it('see who has read or received what about the child, themselves too and never what the other guardian looked at', async () => {
    const tomas = await known(of, consentId, 'Tomas');
    await tomas.query(HOME);
    const linda = await known(of, consentId, 'Linda');
    const ACCESS = `query ($id: ID!) { familyAccess(consentId: $id) { before lines { day act topic times reader { kind } } } }`;
    const own = async (who: FamilyBrowser): Promise<number> => {
      const { familyAccess } = await who.query(ACCESS, { id: consentId });
      const lines: { act: string; reader: unknown; times: number }[] = familyAccess.lines;
      expect(lines.filter(({ act, reader }) => (act === 'own') !== (reader === null))).toEqual([]);
      return lines.reduce((sum, { act, times }) => sum + (act === 'own' ? times : 0), 0);
    };
    const [first, second] = [await own(linda), await own(linda)];
    await tomas.query(HOME);
    // Each look adds Linda's own lines alone, whatever Tomas has looked at meanwhile.
    expect(await own(linda)).toBe(second + (second - first));
    expect(second).toBeGreaterThan(first);
    const strange = await openFamily(world, ['Nora', 'Peter']);
    const theirs = await offerConsent(world, strange);
    expect(await linda.refusal(ACCESS, { id: theirs })).toBe('NOT_FOUND');
  }, 60_000);

  it('narrow and take back alone and at once, and the second time is told of the first', async () => {
    const melvin = await known(of, consentId, 'Melvin');
    const NARROW = `mutation ($id: ID!) { narrowMyConsent(consentId: $id, refusals: { houses: ["${POLICE}"] }) { state houses { house takenAway mine } } }`;
    expect(await melvin.refusal(NARROW, { id: consentId })).toBe('NOTHING_LEFT');
    const LESS = `mutation ($id: ID!) { narrowMyConsent(consentId: $id, refusals: { categories: ["school-attendance-and-results"] }) { state } }`;
    expect((await melvin.query(LESS, { id: consentId })).narrowMyConsent).toEqual({ state: 'holds' });
    expect(await melvin.refusal(LESS, { id: consentId })).toBe('NOTHING_TAKEN_AWAY');
    const BACK = `mutation ($id: ID!) { withdrawMyConsent(consentId: $id) { at already consent { state } } }`;
    const first = (await melvin.query(BACK, { id: consentId })).withdrawMyConsent;
    expect(first).toMatchObject({ already: false, consent: { state: 'you-took-it-back' } });
    const again = (await melvin.query(BACK, { id: consentId })).withdrawMyConsent;
    expect(again).toEqual({ ...first, already: true });
    const linda = await known(of, consentId, 'Linda');
    expect(await consentOf(linda, consentId)).toMatchObject({ state: 'taken-back', mayWithdraw: false });
  }, 60_000);
});
