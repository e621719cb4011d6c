/**
 * A guardian who is signed in, with the ids of another family's consent, case and child: every operation answers word for
 * word what it answers to an id nobody has ever given, and each look, at the own or at another's, leaves its line.
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { startApi, type Api } from '../support/api.js';
import { startBankid, type BankidTown } from '../support/bankid.js';
import { bankidEnv, FamilyBrowser, linkTo, offerConsent, openFamily, type Family } from '../support/family.js';
import { buildWorld, type World } from '../support/world.js';
import { callsWithIds, schemaOf, type Call } from './calls.js';

let world: World;
let bankid: BankidTown;
let api: Api;
let linda: FamilyBrowser;
let own: Family & { readonly consentId: string };
let others: Family & { readonly consentId: string };

beforeAll(async () => {
  world = await buildWorld();
  bankid = await startBankid();
  api = await startApi(world.database, bankidEnv(bankid));
  const first = await openFamily(world, ['Melvin', 'Linda']);
  own = { ...first, consentId: await offerConsent(world, first) };
  const second = await openFamily(world, ['Tilde', 'Sanna']);
  others = { ...second, consentId: await offerConsent(world, second) };
  const maria = await api.as({ id: world.town.staff.get('maria') ?? '' });
  linda = new FamilyBrowser(api, bankid);
  const token = await linkTo(world, maria, { consentId: own.consentId, personId: own.people.get('Linda') ?? '' });
  await linda.signIn(token, 'Linda');
}, 120_000);

afterAll(async () => {
  await api?.close();
  await bankid?.close();
  await world?.close();
});

const newest = async (): Promise<string> => {
  const [row] = await world.behindTheLocks<{ id: string }>(`select max(id)::text as id from ledger_entry`);
  return row?.id ?? '0';
};

const linesOfLinda = (since: string) =>
  world.behindTheLocks<{ action: string; person_id: string | null; case_id: string | null }>(
    `select action, person_id, case_id from ledger_entry where id > $1 and actor_person = $2 order by id`,
    [since, own.people.get('Linda')],
  );

const answerTo = async (call: Call, id: string): Promise<string> =>
  (await linda.bytes(call.document, call.variables(id))).replaceAll(id, '<id>');

/** The family's own operations; to all others the answer is that one must sign in as staff. */
const FOR_STAFF = /"code":"SIGN_IN_REQUIRED"/;
const OF_FORM = /INVALID_INPUT|BAD_REQUEST|BAD_USER_INPUT/;

describe('a guardian who is signed in', () => {
  it('meets another family’s consent, case and child as if they did not exist, and leaves a line for each try', async () => {
    const told: string[] = [];
    const silent: string[] = [];
    const reached = new Set<string>();
    for (const call of callsWithIds(schemaOf(api))) {
      const nothing = await answerTo(call, randomUUID());
      for (const id of [others.consentId, others.caseId, others.child]) {
        const before = await newest();
        const answer = await answerTo(call, id);
        if (answer !== nothing) told.push(`${call.name}: ${answer.slice(0, 160)} | ${nothing.slice(0, 120)}`);
        if (FOR_STAFF.test(answer) || OF_FORM.test(answer)) continue;
        reached.add(call.name);
        const lines = await linesOfLinda(before);
        if (!lines.some(({ action, person_id }) => action === 'refuse' && person_id === others.child))
          silent.push(`${call.name}: ${answer.slice(0, 120)} ${JSON.stringify(lines)}`);
      }
    }
    expect(told).toEqual([]);
    expect(silent).toEqual([]);
    expect([...reached]).toEqual(expect.arrayContaining(['familyConsent', 'familyAccess', 'withdrawMyConsent']));
  }, 120_000);

  it.each([
    ['familyHome', `{ familyHome { consents { id } } }`],
    ['familyConsent', `query ($id: ID!) { familyConsent(id: $id) { id } }`],
    ['familyAccess', `query ($id: ID!) { familyAccess(consentId: $id) { before } }`],
    ['signingText', `query ($id: ID!) { signingText(consentId: $id, language: "sv") { __typename } }`],
  ])('leaves a line by looking at their own %s', async (_, document) => {
    const before = await newest();
    await linda.query(document, document.includes('$id') ? { id: own.consentId } : {});
    expect((await linesOfLinda(before)).filter(({ action }) => action === 'read').length).toBeGreaterThan(0);
  });
});
