/**
 * Orders that meet something in the middle: two taps at once, a program that falls between hearing an answer and writing what it
 * does, a broker that is slower than the page asks. One browser has one order, and a broker's one answer is never lost
 * (ASVS 6.6.2, 10.5; eIDAS 26).
 */
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { END_ALL_BUT_THE_NEWEST } from '#migrations/0370-one-order-of-a-browser.js';
import { EIdentification } from '#use-cases/e-id/e-id.port.js';
import { CollectForgottenOrders } from '#use-cases/family/collect-forgotten-orders.js';
import { FinishEIdOrder } from '#use-cases/family/finish-e-id-order.js';
import { FollowEIdOrder } from '#use-cases/family/follow-e-id-order.js';
import { startApi, type Api, type ApiClient } from '../../support/api.js';
import { startBankid, type BankidTown } from '../../support/bankid.js';
import { followAnswer, startFamilyBroker, type FamilyBroker } from '../../support/family-broker.js';
import { bankidEnv, FamilyBrowser, linkTo, offerConsent, openFamily, type Family } from '../../support/family.js';
import { buildWorld, type World } from '../../support/world.js';

let world: World;
let bankid: BankidTown;
let broker: FamilyBroker;
let api: Api;
let brokered: Api;
let maria: ApiClient;
let of: Family;

beforeAll(async () => {
  world = await buildWorld();
  bankid = await startBankid();
  broker = await startFamilyBroker();
  api = await startApi(world.database, bankidEnv(bankid));
  brokered = await startApi(world.database, broker.env);
  maria = await api.as({ id: world.town.staff.get('maria') ?? '' });
  of = await openFamily(world, ['Melvin', 'Linda', 'Tomas']);
}, 120_000);

afterEach(() => {
  jest.restoreAllMocks();
});

afterAll(async () => {
  await brokered?.close();
  await api?.close();
  await broker?.close();
  await bankid?.close();
  await world?.close();
});

const anew = (): Promise<string> => offerConsent(world, of);
const link = (givenName: string, consentId: string): Promise<string> =>
  linkTo(world, maria, { consentId, personId: of.people.get(givenName) ?? '' });

async function atTheDoor(givenName: string, consentId: string, town: Api = brokered): Promise<FamilyBrowser> {
  const own = new FamilyBrowser(town, town === api ? bankid : null);
  await own.open(await link(givenName, consentId));
  return own;
}

async function knownAtBroker(givenName: string, consentId: string): Promise<FamilyBrowser> {
  const own = await atTheDoor(givenName, consentId);
  const order = await own.identify();
  expect(await followAnswer(own, order.id, broker.prove(order, givenName))).toMatchObject({ state: 'complete' });
  return own;
}

async function knownByApp(givenName: string, consentId: string): Promise<FamilyBrowser> {
  const own = new FamilyBrowser(api, bankid);
  await own.signIn(await link(givenName, consentId), givenName);
  return own;
}

const running = (consentId: string | null): Promise<{ id: string }[]> =>
  world.behindTheLocks(`select id from e_id_order where state = 'pending' and consent_id is not distinct from $1`, [
    consentId,
  ]);
const evidenceOf = (consentId: string): Promise<unknown[]> =>
  world.behindTheLocks(`select 1 from consent_evidence where consent_id = $1`, [consentId]);
/** The program asks every other second at most; a test does not wait for it. */
const askAtOnce = (id: string) => world.behindTheLocks(`update e_id_order set asked_at = null where id = $1`, [id]);

/** Keeps what is begun waiting at the service until so many have come there. */
function meetAtTheService(town: Api, most: number): void {
  const eId = town.app.get(EIdentification, { strict: false });
  const start = eId.start.bind(eId);
  let arrived = 0;
  let open: () => void = () => {};
  const all = new Promise<void>((resolve) => (open = resolve));
  jest.spyOn(eId, 'start').mockImplementation(async (question) => {
    arrived += 1;
    if (arrived === most) open();
    await all;
    return start(question);
  });
}

describe('two taps at once', () => {
  it('are one order, and what the other began is ended at the service', async () => {
    const own = await atTheDoor('Linda', await anew(), api);
    meetAtTheService(api, 2);
    const cancel = jest.spyOn(api.app.get(EIdentification, { strict: false }), 'cancel');
    const [one, two] = await Promise.all([own.identify(), own.identify()]);
    expect(two.id).toBe(one.id);
    expect(await running(null)).toEqual([{ id: one.id }]);
    expect(cancel).toHaveBeenCalledTimes(1);
    await own.inApp(two, 'Linda');
    expect(await own.follow(one.id)).toMatchObject({ state: 'complete' });
  }, 60_000);

  it('for two consents are one of them, and the other is told to try again', async () => {
    const [first, second] = [await anew(), await anew()];
    const linda = await knownByApp('Linda', first);
    meetAtTheService(api, 2);
    const begun = await Promise.allSettled([first, second].map((id) => linda.beginSigning(id)));
    const refused = begun.flatMap((one) => (one.status === 'rejected' ? [(one.reason as Error).message] : []));
    expect(refused).toEqual(['E_ID_ALREADY_IN_PROGRESS']);
    expect([...(await running(first)), ...(await running(second))]).toHaveLength(1);
  }, 60_000);

  it('are held apart by the database itself', async () => {
    const own = await atTheDoor('Tomas', await anew(), api);
    const { id } = await own.identify();
    const another = () =>
      world.behindTheLocks<{ id: string }>(
        `insert into e_id_order (id, purpose, session_id, person_id, order_ref, start, language, started_at)
         select gen_random_uuid(), purpose, session_id, person_id, 'another', start, language, started_at + interval '1 second'
         from e_id_order where id = $1 returning id`,
        [id],
      );
    await expect(another()).rejects.toThrow('e_id_order_one_pending');
    // Of those that ran before the database kept them apart, the newest went on.
    await world.behindTheLocks('drop index e_id_order_one_pending');
    const [newer] = await another();
    await world.behindTheLocks(END_ALL_BUT_THE_NEWEST);
    await world.behindTheLocks(
      `create unique index e_id_order_one_pending on e_id_order (session_id) where state = 'pending'`,
    );
    const rows = await world.behindTheLocks(
      `select id, state, sealed from e_id_order where id = any ($1) order by started_at`,
      [[id, newer?.id]],
    );
    expect(rows).toEqual([
      { id, state: 'cancelled', sealed: null },
      { id: newer?.id, state: 'pending', sealed: null },
    ]);
    expect(await own.follow(id)).toMatchObject({ state: 'cancelled', next: 'begin-anew' });
  }, 60_000);
});

describe('a broker’s one answer', () => {
  it('lets somebody in though the program fell after it was heard', async () => {
    const own = await atTheDoor('Linda', await anew());
    const order = await own.identify();
    const answer = broker.prove(order, 'Linda');
    const finish = brokered.app.get(FinishEIdOrder, { strict: false });
    jest.spyOn(finish, 'identify').mockRejectedValueOnce(new Error('the database went away'));
    await expect(followAnswer(own, order.id, answer)).rejects.toThrow();
    await askAtOnce(order.id);
    expect(await followAnswer(own, order.id, answer)).toMatchObject({ state: 'complete', message: null });
    expect(broker.asked()).toBe(1);
    expect(await own.query(`{ familyDoor { state } }`)).toEqual({ familyDoor: { state: 'identified' } });
  }, 60_000);

  it('signs though the program fell and nobody came back, and holds up no other order', async () => {
    const id = await anew();
    const linda = await knownAtBroker('Linda', id);
    const order = await linda.beginSigning(id);
    const finish = brokered.app.get(FinishEIdOrder, { strict: false });
    const fall = jest.spyOn(finish, 'sign').mockRejectedValue(new Error('the database went away'));
    await expect(followAnswer(linda, order.id, broker.prove(order, 'Linda'))).rejects.toThrow();
    const other = await anew();
    const tomas = await knownByApp('Tomas', other);
    const theirs = await tomas.beginSigning(other);
    await tomas.inApp(theirs, 'Tomas');
    const forgotten = new CollectForgottenOrders(world.asCaller, brokered.app.get(FollowEIdOrder, { strict: false }));
    const service = { kind: 'service', name: 'family', requestId: 'test' } as const;
    const away = () => world.behindTheLocks(`update e_id_order set asked_at = now() - interval '20 seconds'`);
    await away();
    await expect(forgotten.reconcile(service)).rejects.toThrow('the database went away');
    // The newer one was asked about all the same.
    const asked = await world.behindTheLocks(
      `select 1 from e_id_order where id = $1 and (ended_at is not null or asked_at > now() - interval '10 seconds')`,
      [theirs.id],
    );
    expect(asked).toHaveLength(1);
    fall.mockRestore();
    await away();
    await forgotten.reconcile(service);
    expect(await evidenceOf(id)).toHaveLength(2);
    expect(await followAnswer(linda, order.id, null)).toMatchObject({ state: 'complete' });
    expect(broker.asked()).toBe(1);
  }, 60_000);

  it('is changed in once, however long the broker takes and however often the page asks', async () => {
    const own = await atTheDoor('Linda', await anew());
    const order = await own.identify();
    const answer = broker.prove(order, 'Linda', { slowness: 4_000 });
    const first = followAnswer(own, order.id, answer);
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    expect(await followAnswer(own, order.id, answer)).toMatchObject({ state: 'pending' });
    expect(await first).toMatchObject({ state: 'complete' });
    expect(broker.asked()).toBe(1);
  }, 60_000);
});
