/**
 * A birthday, with a clock that is moved to it: what a consent in force comes to at the first instant of the day on which a
 * young person turns 18, and on which a child reaches the town's own age for signing; who is told, and what stops, without
 * anybody having done anything (FB 6:11, 9:1; OSL 12:3).
 */
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { RecheckConsents } from '#use-cases/consent/recheck-consents.js';
import { startApi, type Api, type ApiClient } from '../../support/api.js';
import { startBankid, type BankidTown } from '../../support/bankid.js';
import { bankidEnv, FamilyBrowser, linkTo, offerConsent, openFamily, type Family } from '../../support/family.js';
import { LivingConsents } from '../../support/living-consent.js';
import { buildWorld, type World } from '../../support/world.js';

jest.setTimeout(120_000);

const HOME = `query { familyHome { consents { id state mayWithdraw } } }`;
const WITHDRAW = `mutation($id: ID!) { withdrawMyConsent(consentId: $id) { at } }`;
const CONSENT = `query($id: ID!) { consent(id: $id) { state missing signers { standsAs isNeeded } events { kind missing } } }`;

let world: World;
let bankid: BankidTown;
let api: Api;
/** Signed in at the clock's own time: a session does not last ten days. */
const asMaria = (): Promise<ApiClient> => api.as({ id: world.town.staff.get('maria') ?? '' });
let living: LivingConsents;
beforeAll(async () => {
  world = await buildWorld();
  bankid = await startBankid();
  api = await startApi(world.database, bankidEnv(bankid));
  living = new LivingConsents(world);
}, 120_000);
afterEach(() => world.database.moveClock('0'));
afterAll(async () => {
  await api?.close();
  await bankid?.close();
  await world?.close();
});

const personOf = (of: Family, name: string): string => of.people.get(name) ?? '';

/** Reaches that age at midnight in Stockholm in ten days; answers the way there in seconds. */
async function birthdayIn10Days(of: Family, age: number, maturity: string | null = null): Promise<void> {
  await world.behindTheLocks(
    `update person set born = ((now() at time zone 'Europe/Stockholm')::date + 10 - make_interval(years => $2))::date, maturity = $3 where id = $1`,
    [of.child, age, maturity],
  );
}
/** So many seconds before or after that midnight. */
async function at(seconds: number): Promise<void> {
  const [row] = await world.behindTheLocks<{ ahead: string }>(
    `select (((now() at time zone 'Europe/Stockholm')::date + 10)::timestamp at time zone 'Europe/Stockholm' - now() + make_interval(secs => $1))::text as ahead`,
    [seconds],
  );
  await world.database.moveClock(row!.ahead);
}
const theWorkerLooks = (): Promise<number> =>
  new RecheckConsents(world.asCaller).reconcile({ kind: 'service', name: 'consents', requestId: 'test' });

async function inForce(of: Family, names: readonly string[]): Promise<{ id: string; itemId: string }> {
  const id = await offerConsent(world, of);
  for (const name of names) await living.sign(id, personOf(of, name));
  const itemId = await living.shared({ caseId: of.caseId, personId: of.child });
  return { id, itemId };
}
const stateOf = async (id: string): Promise<string> => (await (await asMaria()).query(CONSENT, { id })).consent.state;
const eventsOf = async (id: string): Promise<string[]> =>
  (await (await asMaria()).query(CONSENT, { id })).consent.events.map(({ kind }: { kind: string }) => kind);
async function known(of: Family, consentId: string, name: string): Promise<FamilyBrowser> {
  const own = new FamilyBrowser(api, bankid);
  await own.signIn(await linkTo(world, await asMaria(), { consentId, personId: personOf(of, name) }), name);
  return own;
}
const noticesTo = async (of: Family, key: string): Promise<string[]> =>
  (
    await world.behindTheLocks<{ kind: string }>(
      `select kind from notice where case_id = $1 and staff_id = $2 and kind like 'consent-%' order by created_at, id`,
      [of.caseId, world.caller(key).staffId],
    )
  ).map(({ kind }) => kind);
const deeds = async (id: string): Promise<number> =>
  (
    await world.behindTheLocks(
      `select 1 from ledger_entry where detail ->> 'deed' = 'consent-came-of-age' and detail ->> 'consentId' = $1`,
      [id],
    )
  ).length;

describe('on an eighteenth birthday', () => {
  it('a yes that the young person gave too holds on, theirs alone; the guardians see it no more, and whoever asked is told', async () => {
    const of = await openFamily(world, ['Nora', 'Samira', 'Peter']);
    await birthdayIn10Days(of, 18);
    const { id, itemId } = await inForce(of, ['Nora', 'Samira', 'Peter']);
    const told = await noticesTo(of, 'maria');
    await at(-600);
    const samira = await known(of, id, 'Samira');
    expect((await samira.query(HOME)).familyHome.consents).toMatchObject([{ id, state: 'holds' }]);
    expect(await living.seenByPolice(itemId)).toHaveLength(1);

    await at(1);
    // Nobody has looked yet, and it is so already.
    expect((await samira.query(HOME)).familyHome.consents).toEqual([]);
    expect(await samira.refusal(WITHDRAW, { id })).toMatch(/NOT_FOUND|NAME_NOT_NEEDED|NOT_ALLOWED/);
    expect(await living.seenByPolice(itemId)).toEqual(['hemma klockan nio (consent)']);

    await theWorkerLooks();
    expect([await stateOf(id), (await eventsOf(id)).at(-1)]).toEqual(['active', 'came-of-age']);
    expect(await noticesTo(of, 'maria')).toEqual([...told, 'consent-changed']);
    const links = await world.behindTheLocks(`select 1 from family_link where person_id = $1 and revoked_at is null`, [
      personOf(of, 'Samira'),
    ]);
    expect(links).toEqual([]);
    // The young person takes it back alone, and that is the end of it.
    const nora = await known(of, id, 'Nora');
    expect((await nora.query(HOME)).familyHome.consents).toMatchObject([{ id, state: 'holds', mayWithdraw: true }]);
    await world.behindTheLocks(`update consent set recheck_at = clock.now() where id = $1`, [id]);
    await theWorkerLooks();
    expect([await deeds(id), await noticesTo(of, 'maria')]).toEqual([1, [...told, 'consent-changed']]);
    await nora.query(WITHDRAW, { id });
    expect(await living.seenByPolice(itemId)).toEqual([]);
  });

  it('a yes that the guardians alone gave stops at that instant in both locks, until the young person has given theirs', async () => {
    const of = await openFamily(world, ['Melvin', 'Linda', 'Tomas']);
    await birthdayIn10Days(of, 18, 'guardian');
    const { id, itemId } = await inForce(of, ['Linda', 'Tomas']);
    expect(await stateOf(id)).toBe('active');
    await at(-2);
    expect(await living.seenByPolice(itemId)).toHaveLength(1);

    await at(1);
    expect(await living.seenByPolice(itemId)).toEqual([]);
    expect(
      await world.behindTheLocks(`select 1 from share where item_id = $1 and in_force @> clock.now()`, [itemId]),
    ).toEqual([]);

    await theWorkerLooks();
    expect((await eventsOf(id)).slice(-2)).toEqual(['came-of-age', 'name-missing']);
    const { consent } = await (await asMaria()).query(CONSENT, { id });
    expect(consent.missing).toHaveLength(1);
    expect(await noticesTo(of, 'maria')).toContain('consent-over');
    expect(await noticesTo(of, 'marcus')).not.toEqual([]);
    expect(await deeds(id)).toBe(1);
    const melvin = await known(of, id, 'Melvin');
    expect((await melvin.query(HOME)).familyHome.consents).toContainEqual(
      expect.objectContaining({ id, state: 'asks-you' }),
    );
    expect(await living.sign(id, of.child)).toEqual({ state: 'active', missing: [] });
  });
});

describe('on the birthday from which a child signs too', () => {
  it.each([
    ['the town’s own age', 14, 14],
    ['twelve where the town has set none', null, 12],
  ] as const)('by %s, what the guardians alone said yes to stops and the child is asked', async (_, own, age) => {
    await world.behindTheLocks(
      `update municipality set settings = case when $1::integer is null then settings - 'childSignsFrom' else settings || jsonb_build_object('childSignsFrom', $1::integer) end`,
      [own],
    );
    const of = await openFamily(world, ['Elias', 'Sanna']);
    await birthdayIn10Days(of, age);
    const { id, itemId } = await inForce(of, ['Sanna']);
    expect(await stateOf(id)).toBe('active');
    await at(-2);
    expect(await living.seenByPolice(itemId)).toHaveLength(1);
    await theWorkerLooks();
    expect(await stateOf(id)).toBe('active');

    await at(1);
    expect(await living.seenByPolice(itemId)).toEqual([]);
    await theWorkerLooks();
    expect([await stateOf(id), (await eventsOf(id)).at(-1)]).toEqual(['partly-signed', 'name-missing']);
    expect(await deeds(id)).toBe(0);
    // The guardian is still told, and the child is asked beside them.
    const sanna = await known(of, id, 'Sanna');
    expect((await sanna.query(HOME)).familyHome.consents).toContainEqual(
      expect.objectContaining({ id, state: 'waits' }),
    );
    expect(await living.sign(id, of.child)).toEqual({ state: 'active', missing: [] });
    expect(await living.seenByPolice(itemId)).toHaveLength(1);
  });
});
