/**
 * What the family's way in and their signatures hold against: another's e-identification, a link used twice, codes that
 * are tried, replays, foreign browsers, late and missing answers, and sessions of the wrong kind (ASVS 3.3, 6.5, 6.6.2,
 * 7.2–7.4, 10.1.2). At most one signature, none without verified evidence.
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CollectForgottenOrders } from '#use-cases/family/collect-forgotten-orders.js';
import { FollowEIdOrder } from '#use-cases/family/follow-e-id-order.js';
import { SendFamilyLink } from '#use-cases/family/send-family-link.js';
import { MINUTE } from '#domain/kernel/instant.js';
import { startApi, type Api, type ApiClient } from '../../support/api.js';
import { startBankid, type BankidTown } from '../../support/bankid.js';
import {
  bankidEnv,
  FamilyBrowser,
  linkTo,
  offerConsent,
  openFamily,
  ORDER,
  type Family,
} from '../../support/family.js';
import { buildWorld, type World } from '../../support/world.js';

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
}, 120_000);

afterAll(async () => {
  await api?.close();
  await bankid?.close();
  await world?.close();
});

const browser = (): FamilyBrowser => new FamilyBrowser(api, bankid);
const personOf = (givenName: string): string => of.people.get(givenName) ?? '';
const link = (givenName: string, id = consentId): Promise<string> =>
  linkTo(world, maria, { consentId: id, personId: personOf(givenName) });

async function known(givenName: string, id = consentId): Promise<FamilyBrowser> {
  const own = browser();
  await own.signIn(await link(givenName, id), givenName);
  return own;
}

const evidenceOf = async (id: string): Promise<number> =>
  (
    await world.behindTheLocks<{ n: number }>(
      `select count(*)::integer as n from consent_evidence where consent_id = $1`,
      [id],
    )
  )[0]?.n ?? -1;
const anew = (): Promise<string> => offerConsent(world, of);
/** The program asks the service every other second at most; a test does not wait for it. */
const askAtOnce = (id: string) => world.behindTheLocks(`update e_id_order set asked_at = null where id = $1`, [id]);

/** Nobody has asked about an order for a while, and the platform looks after it. */
async function lookAfterForgotten(id: string): Promise<void> {
  await world.behindTheLocks(`update e_id_order set asked_at = now() - interval '20 seconds' where id = $1`, [id]);
  const forgotten = new CollectForgottenOrders(world.asCaller, api.app.get(FollowEIdOrder, { strict: false }));
  const service = { kind: 'service', name: 'family', requestId: 'test' } as const;
  expect(await forgotten.isOverdue(service)).toBe(true);
  await forgotten.reconcile(service);
}

const HOME = `{ familyHome { consents { id } } }`;

describe('the door', () => {
  it('stays shut to another’s e-identification, and says the same whoever it was', async () => {
    const answers: unknown[] = [];
    for (const holder of ['Linda', 'Sanna']) {
      const own = browser();
      await own.open(await link('Melvin'));
      const order = await own.identify();
      await own.inApp(order, holder);
      const { id, ...rest } = await own.follow(order.id);
      expect(id).toBe(order.id);
      answers.push(rest);
      expect(await own.refusal(HOME)).toBe('FAMILY_SIGN_IN_REQUIRED');
      expect(await own.query(`{ familyDoor { state } }`)).toEqual({ familyDoor: { state: 'open' } });
    }
    expect(answers[0]).toMatchObject({ state: 'refused', failure: 'FAMILY_NOT_YOURS', message: 'another-signer' });
    expect(answers[1]).toEqual(answers[0]);
    const refusals = await world.behindTheLocks(
      `select 1 from ledger_entry where action = 'sign-in' and outcome = 'refuse' and ground = 'another-signer' and person_id = $1`,
      [personOf('Melvin')],
    );
    expect(refusals).toHaveLength(2);
  }, 60_000);

  it('opens once by a link, and a new link makes the one before worth nothing', async () => {
    const token = await link('Linda');
    await browser().signIn(token, 'Linda');
    const REFUSED = `mutation ($token: String!) { openFamilyDoor(token: $token) { state } }`;
    expect(await browser().refusal(REFUSED, { token })).toBe('FAMILY_LINK_USED');
    const before = await link('Linda');
    const after = await link('Linda');
    expect(await browser().refusal(REFUSED, { token: before })).toBe('FAMILY_LINK_OVER');
    expect(await browser().open(after)).toMatchObject({ state: 'open', town: 'Ekvalla kommun' });
    expect(await browser().refusal(REFUSED, { token: 'x'.repeat(43) })).toBe('FAMILY_LINK_UNKNOWN');
  }, 60_000);

  it('opens by a letter’s code however it is typed, and shuts after five wrong ones', async () => {
    const send = api.app.get(SendFamilyLink, { strict: false });
    const asked = { consentId, personId: personOf('Tomas'), channel: 'letter' } as const;
    const { letter } = await send.send(world.caller('maria'), asked);
    const code = letter?.code ?? '';
    expect(code).toMatch(/^[A-Z2-9]{5}-[A-Z2-9]{4}-[A-Z2-9]{4}$/);
    expect(await browser().open(` ${code.toLowerCase().replaceAll('-', ' ')} `)).toMatchObject({ state: 'open' });
    const kept = await world.behindTheLocks<{ row: string }>(`select l::text as row from family_link l`);
    expect(kept.filter(({ row }) => row.includes(code.slice(6).replace('-', '')))).toEqual([]);
    const wrong = `${code.slice(0, 6)}${code.slice(6) === 'BBBB-BBBB' ? 'CCCC-CCCC' : 'BBBB-BBBB'}`;
    const OPEN = `mutation ($token: String!) { openFamilyDoor(token: $token) { state } }`;
    for (let tries = 0; tries < 5; tries += 1)
      expect(await browser().refusal(OPEN, { token: wrong })).toBe('FAMILY_LINK_UNKNOWN');
    expect(await browser().refusal(OPEN, { token: code })).toBe('FAMILY_LINK_OVER');
  }, 60_000);

  it('speaks what the device speaks until somebody chooses, and what is chosen at it goes on inside', async () => {
    const OPEN = `mutation ($token: String!, $language: String) { openFamilyDoor(token: $token, language: $language) { language } }`;
    const DOOR = `{ familyDoor { language } }`;
    for (const [language, expected] of [
      ['so', 'so'],
      ['xx', 'sv'],
      [null, 'sv'],
    ] as const)
      expect(await browser().query(OPEN, { token: await link('Tomas'), language })).toEqual({
        openFamilyDoor: { language: expected },
      });
    const own = browser();
    await own.query(OPEN, { token: await link('Tomas'), language: 'so' });
    await own.query(`mutation { speakAtFamilyDoor(language: "ar") }`);
    const order = await own.identify();
    await own.inApp(order, 'Tomas');
    await own.follow(order.id);
    expect(await own.query(DOOR)).toEqual({ familyDoor: { language: 'ar' } });
    await own.query(`mutation { chooseFamilyLanguage(language: "en") }`);
    expect(await browser().query(OPEN, { token: await link('Tomas'), language: 'so' })).toEqual({
      openFamilyDoor: { language: 'en' },
    });
  }, 60_000);

  it('lets a child in only after a step of their own', async () => {
    const own = browser();
    await own.open(await link('Melvin'));
    const order = await own.identify();
    await own.inApp(order, 'Melvin');
    expect(await own.follow(order.id)).toMatchObject({ state: 'complete' });
    expect(await own.refusal(HOME)).toBe('FAMILY_SIGN_IN_REQUIRED');
    expect(await own.query(`{ familyDoor { state ownStepNeeded } }`)).toEqual({
      familyDoor: { state: 'identified', ownStepNeeded: true },
    });
    await own.query(`mutation { takeOwnStep }`);
    expect((await own.query(HOME)).familyHome.consents).toHaveLength(1);
  }, 60_000);

  it('is another’s after sign-in, and follows nobody else’s orders', async () => {
    const own = browser();
    await own.open(await link('Linda'));
    const atTheDoor = own.cookie;
    const order = await own.identify();
    const stranger = browser();
    await stranger.open(await link('Tomas'));
    const FOLLOW = `mutation ($id: ID!) { followFamilyOrder(id: $id) { state } }`;
    expect(await stranger.refusal(FOLLOW, { id: order.id })).toBe('NOT_FOUND');
    await own.inApp(order, 'Linda');
    await own.follow(order.id);
    expect(own.cookie).not.toBe(atTheDoor);
    expect(await api.withCookie(atTheDoor).refusal(HOME)).toMatchObject({ code: 'FAMILY_SIGN_IN_REQUIRED' });
  }, 60_000);

  it('gives the link that opens the app to the same device alone, and the code to another alone', async () => {
    const own = browser();
    await own.open(await link('Linda'));
    const other = await own.identify();
    const shown = [other, await own.follow(other.id)];
    const BEGIN = `mutation { beginFamilyIdentification(start: "same-device") { ${ORDER} } }`;
    for (const order of shown) expect(order).toMatchObject({ state: 'pending', startLink: null });
    expect(other.code).toMatch(/^bankid\./);
    const { familyDoor } = await own.query(`{ familyDoor { order { startLink code } } }`);
    expect(familyDoor.order).toMatchObject({ startLink: null });
    const { beginFamilyIdentification: same } = await own.query(BEGIN);
    expect(same).toMatchObject({ code: null, startLink: expect.stringMatching(/^bankid:/) });
    expect(await own.follow(same.id)).toMatchObject({ code: null, startLink: same.startLink });
  }, 60_000);

  it('waits for its own browser: the platform lets nobody in, and burns no link', async () => {
    const own = browser();
    await own.open(await link('Linda'));
    const order = await own.identify();
    await own.inApp(order, 'Linda');
    await lookAfterForgotten(order.id);
    await lookAfterForgotten(order.id);
    expect(await own.query(`{ familyDoor { state } }`)).toEqual({ familyDoor: { state: 'open' } });
    expect(await own.follow(order.id)).toMatchObject({ state: 'complete' });
    expect(await own.query(`{ familyDoor { state } }`)).toEqual({ familyDoor: { state: 'identified' } });
  }, 60_000);

  it('on the same device opens only in the browser that the app came back to', async () => {
    const own = browser();
    await own.open(await link('Linda'));
    const { beginFamilyIdentification: order } = await own.query(
      `mutation { beginFamilyIdentification(start: "same-device") { ${ORDER} } }`,
    );
    const opened = bankid.service.orders.openByLink(new URL(order.startLink).searchParams.get('autostarttoken') ?? '');
    if (!('order' in opened)) throw new Error(opened.fault);
    const linda = { personalNumber: '198204192382', givenName: 'Linda', familyName: 'Åstrand', part: '' };
    await bankid.service.orders.sign(opened.order, linda);
    expect(await own.follow(order.id)).toMatchObject({ state: 'pending' });
    expect(await own.follow(order.id, 'guessed')).toMatchObject({ state: 'pending' });
    const nonce = new URL(opened.order.request.returnUrl ?? '').hash.replace('#e-id=', '');
    expect(await own.follow(order.id, nonce)).toMatchObject({ state: 'complete' });
  }, 60_000);
});

describe('a signature', () => {
  it('by another than the signer is none, and leaves nothing but a line', async () => {
    const id = await anew();
    const linda = await known('Linda', id);
    const order = await linda.beginSigning(id);
    await linda.inApp(order, 'Tomas');
    expect(await linda.follow(order.id)).toMatchObject({ state: 'refused', message: 'another-signer' });
    expect(await evidenceOf(id)).toBe(0);
    const lines = await world.behindTheLocks(
      `select 1 from ledger_entry where ground = 'wrong-signer' and detail ->> 'consentId' = $1`,
      [id],
    );
    expect(lines).toHaveLength(1);
  }, 60_000);

  it('is one however often and however many at once ask for it', async () => {
    const id = await anew();
    const linda = await known('Linda', id);
    const order = await linda.beginSigning(id);
    await linda.inApp(order, 'Linda');
    await Promise.all(
      Array.from({ length: 6 }, async () => {
        await askAtOnce(order.id);
        await linda.follow(order.id);
      }),
    );
    expect(await linda.follow(order.id)).toMatchObject({ state: 'complete' });
    expect(await evidenceOf(id)).toBe(2);
    const [row] = await world.behindTheLocks<{ sealed: Buffer | null }>(`select sealed from e_id_order where id = $1`, [
      order.id,
    ]);
    expect(row).toEqual({ sealed: null });
    expect(
      await linda.refusal(
        `mutation ($id: ID!) { beginConsentSigning(input: { consentId: $id, language: "sv", start: "other-device" }) { id } }`,
        { id },
      ),
    ).toBe('ALREADY_SIGNED');
  }, 60_000);

  it('survives that the service is away, and that nobody asks for it', async () => {
    const id = await anew();
    const linda = await known('Linda', id);
    const order = await linda.beginSigning(id);
    for (const trouble of ['internal-error', 'cut-off', 'maintenance', 'nonsense'] as const) {
      bankid.service.troubles.push(trouble);
      await askAtOnce(order.id);
      expect(await linda.follow(order.id)).toMatchObject({ state: 'pending', next: 'wait' });
    }
    await linda.inApp(order, 'Linda');
    await lookAfterForgotten(order.id);
    expect(await evidenceOf(id)).toBe(2);
    expect(await linda.follow(order.id)).toMatchObject({ state: 'complete' });
  }, 60_000);

  it('that comes too late signs nothing: the order is over, or the consent is', async () => {
    const id = await anew();
    const linda = await known('Linda', id);
    const old = await linda.beginSigning(id);
    await world.behindTheLocks(`update e_id_order set started_at = now() - interval '5 minutes' where id = $1`, [
      old.id,
    ]);
    expect(await linda.follow(old.id)).toMatchObject({ state: 'over', message: 'no-answer', next: 'begin-anew' });
    const late = await linda.beginSigning(id);
    await linda.inApp(late, 'Linda');
    const tomas = await known('Tomas', id);
    await tomas.query(`mutation ($id: ID!) { withdrawMyConsent(consentId: $id) { at } }`, { id });
    expect(await linda.follow(late.id)).toMatchObject({ state: 'refused', failure: 'CONSENT_NOT_OPEN' });
    expect(await evidenceOf(id)).toBe(0);
    // Nothing of it is kept but that it came, why it does not count, and its digest.
    const lines = await world.behindTheLocks<{ ground: string; detail: object }>(
      `select ground, detail from ledger_entry where detail ->> 'order' = $1 and action = 'refuse'`,
      [late.id],
    );
    expect(lines).toEqual([
      {
        ground: 'CONSENT_NOT_OPEN',
        detail: { order: late.id, consentId: id, evidenceSha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
      },
    ]);
  }, 60_000);

  it('that is cancelled, in the app or on the page, is none', async () => {
    const id = await anew();
    const linda = await known('Linda', id);
    const order = await linda.beginSigning(id);
    const picked = bankid.service.orders.openByCode(order.code ?? '');
    if ('order' in picked) bankid.service.orders.fail(picked.order, 'userCancel');
    expect(await linda.follow(order.id)).toMatchObject({ state: 'failed', message: 'you-cancelled' });
    const other = await linda.beginSigning(id);
    const CANCEL = `mutation ($id: ID!) { cancelFamilyOrder(id: $id) { state } }`;
    expect(await linda.query(CANCEL, { id: other.id })).toEqual({ cancelFamilyOrder: { state: 'cancelled' } });
    expect(await linda.follow(other.id)).toMatchObject({ state: 'cancelled' });
    expect(await evidenceOf(id)).toBe(0);
  }, 60_000);
});

describe('a session', () => {
  it('is the family’s alone: staff reach nothing of it, and it reaches nothing of theirs', async () => {
    const linda = await known('Linda');
    expect((await maria.refusal(HOME)).code).toBe('NOT_ALLOWED');
    expect(await linda.refusal(`{ mySessions { id } }`)).toBe('SIGN_IN_REQUIRED');
    expect(await linda.refusal(`query ($id: ID!) { familyLinks(consentId: $id) { id } }`, { id: consentId })).toBe(
      'SIGN_IN_REQUIRED',
    );
    const cookie = linda.cookie.split('=')[0];
    expect(cookie).toBe('__Host-samnav-family');
  }, 60_000);

  it('ends when one leaves, when the link is taken back, and when nobody has done anything for a quarter of an hour', async () => {
    const left = await known('Linda');
    const { cookie } = left;
    await left.query(`mutation { leaveFamily }`);
    expect(await api.withCookie(cookie).refusal(HOME)).toMatchObject({ code: 'FAMILY_SIGN_IN_REQUIRED' });
    const lost = await known('Linda');
    const { familyLinks } = await maria.query(
      `query ($id: ID!) { familyLinks(consentId: $id) { id usedAt revokedAt } }`,
      {
        id: consentId,
      },
    );
    await maria.query(`mutation ($id: ID!) { revokeFamilyLink(id: $id) }`, { id: familyLinks[0].id });
    expect(await lost.refusal(HOME)).toBe('FAMILY_SIGN_IN_REQUIRED');
    const idle = await known('Linda');
    await world.database.moveClock('14 minutes');
    try {
      expect(await idle.query(HOME)).toBeDefined();
      await world.database.moveClock('30 minutes');
      expect(await idle.refusal(HOME)).toBe('FAMILY_SIGN_IN_REQUIRED');
    } finally {
      await world.database.moveClock('0');
    }
  }, 60_000);

  it('never lasts an hour, whatever is done in it', async () => {
    const linda = await known('Linda');
    const began = Date.now();
    try {
      for (let minutes = 10; minutes < 60; minutes += 10) {
        await world.database.moveClock(`${minutes} minutes`);
        await linda.query(HOME);
      }
      await world.database.moveClock('60 minutes');
      expect(Date.now() - began).toBeLessThan(10 * MINUTE);
      expect(await linda.refusal(HOME)).toBe('FAMILY_SIGN_IN_REQUIRED');
    } finally {
      await world.database.moveClock('0');
    }
  }, 60_000);

  it('keeps no number and no secret where a database can be read, and each look is in the ledger', async () => {
    const linda = await known('Linda');
    await linda.query(HOME);
    const order = await linda.beginSigning(await anew());
    const rows = await world.behindTheLocks<{ row: string }>(
      `select s::text as row from family_session s union all select o::text from e_id_order o union all select l::text from family_link l`,
    );
    const secret = bankid.service.orders.openByCode(order.code ?? '');
    const words = ['198204192382', 'order' in secret ? secret.order.qrStartSecret : 'no order'];
    for (const word of words)
      expect(rows.filter(({ row }) => row.includes(word) || row.includes(Buffer.from(word).toString('hex')))).toEqual(
        [],
      );
    const looks = await world.behindTheLocks(
      `select 1 from ledger_entry where actor_person = $1 and action = 'read' and ground = 'own-consent' and detail ->> 'consentId' = $2`,
      [personOf('Linda'), consentId],
    );
    expect(looks.length).toBeGreaterThan(0);
  }, 60_000);
});
