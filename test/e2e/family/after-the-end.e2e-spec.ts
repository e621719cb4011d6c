/**
 * When the last consent of a family has ended, those who may be told of it still have their way in for half a year: to that it
 * has ended, to who has read what by it, and to a question (GDPR 15; decision 12).
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { HmacSessionTokens } from '#platform/crypto/hmac-session-tokens.js';
import { withdrawConsent } from '#use-cases/consent/withdraw-consent.js';
import { startApi, type Api, type ApiClient } from '../../support/api.js';
import { startBankid, type BankidTown } from '../../support/bankid.js';
import { bankidEnv, FamilyBrowser, linkTo, offerConsent, openFamily, type Family } from '../../support/family.js';
import { buildWorld, type World } from '../../support/world.js';

const AGAIN = `mutation ($token: String!) { askForFamilyLink(token: $token) }`;

let world: World;
let bankid: BankidTown;
let api: Api;
let maria: ApiClient;

beforeAll(async () => {
  [world, bankid] = await Promise.all([buildWorld(), startBankid()]);
  api = await startApi(world.database, bankidEnv(bankid));
  maria = await api.as({ id: world.town.staff.get('maria') ?? '' });
}, 180_000);

afterAll(async () => {
  await api?.close();
  await bankid?.close();
  await world?.close();
});

interface Held {
  readonly token: string;
  readonly personId: string;
}

/** By a link that was sent to a guardian's telephone and is used. */
async function usedBy(family: Family, consent: string): Promise<Held> {
  const [, name = ''] = [...family.people.keys()];
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
async function brings({ token, personId }: Held): Promise<boolean> {
  const before = await linksOf(personId);
  expect(await api.anonymous.query(AGAIN, { token })).toEqual({ askForFamilyLink: true });
  return (await linksOf(personId)) > before;
}

describe('an old text message', () => {
  it('brings the next one also when the last consent has ended, for half a year, but not what was to ask by it', async () => {
    const family = await openFamily(world, ['Elias', 'Sanna']);
    const consent = await offerConsent(world, family);
    const sanna = await usedBy(family, consent);
    // Staff ask anew, and the message has not been sent when the consent ends.
    await linkTo(world, maria, { consentId: consent, personId: sanna.personId });
    await world.behindTheLocks(
      `update family_link set delivery = 'waiting', next_try_at = clock.now() + interval '1 hour' where person_id = $1 and used_at is null`,
      [sanna.personId],
    );
    await world.asCaller.run(world.caller('maria'), (tx) =>
      withdrawConsent(tx, { consentId: consent, personId: sanna.personId }),
    );
    const [unsent] = await world.behindTheLocks<{ delivery: string; revoked: boolean }>(
      `select delivery, revoked_at is not null as revoked from family_link where person_id = $1 and used_at is null`,
      [sanna.personId],
    );
    expect(unsent).toEqual({ delivery: 'failed', revoked: true });
    await world.database.moveClock('181 days');
    expect(await brings(sanna)).toBe(false);
    await world.database.moveClock('179 days');
    expect(await brings(sanna)).toBe(true);
    await world.database.moveClock('0');
  }, 60_000);

  it('leads in after the last consent has ended: to what was read, to the end itself, and to a question', async () => {
    const family = await openFamily(world, ['Tilde', 'Jenny', 'Anders']);
    const consent = await offerConsent(world, family);
    const jenny = await usedBy(family, consent);
    await world.asCaller.run(world.caller('maria'), (tx) =>
      withdrawConsent(tx, { consentId: consent, personId: jenny.personId }),
    );
    expect(await brings(jenny)).toBe(true);
    const [asked] = await world.behindTheLocks<{ id: string }>(
      `select id from family_link where person_id = $1 and renews is not null`,
      [jenny.personId],
    );
    const { token, hash } = new HmacSessionTokens(world.settings.keys.session).make();
    await world.behindTheLocks(`update family_link set token_hash = $2 where id = $1`, [asked?.id, hash]);
    const own = new FamilyBrowser(api, bankid);
    await own.signIn(token, 'Jenny');
    const { familyHome } = await own.query(`{ familyHome { consents { id state } } }`);
    expect(familyHome.consents).toContainEqual({ id: consent, state: 'you-said-no' });
    const { familyAccess } = await own.query(`query ($id: ID!) { familyAccess(consentId: $id) { lines { act } } }`, {
      id: consent,
    });
    expect(familyAccess.lines.length).toBeGreaterThan(0);
    await own.query(
      `mutation ($id: ID!) { askFamilyQuestion(input: { consentId: $id, key: $id, text: "Vad händer nu?" }) { id } }`,
      {
        id: consent,
      },
    );
  }, 60_000);
});
