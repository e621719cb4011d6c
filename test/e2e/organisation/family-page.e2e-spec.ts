/** An administrator chooses whether families see who in the staff has read something: at once, and written in the ledger. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { startApi, type Api, type ApiClient } from '../../support/api.js';
import { startBankid, type BankidTown } from '../../support/bankid.js';
import { bankidEnv, FamilyBrowser, linkTo, offerConsent, openFamily } from '../../support/family.js';
import { enterMeasures } from '../../support/joint.js';
import { buildWorld, type World } from '../../support/world.js';

const PAGE = `{ familyPage { namesStaff office linkDays contacts { name phone } } }`;
const NAME = `mutation ($names: Boolean!) { nameStaffToFamilies(names: $names) { namesStaff } }`;
const ACCESS = `query ($id: ID!) { familyAccess(consentId: $id) { lines { reader { houseName staffName } } } }`;

let world: World;
let bankid: BankidTown;
let api: Api;
let tove: ApiClient;
let maria: ApiClient;
let linda: FamilyBrowser;
let consentId: string;

beforeAll(async () => {
  world = await buildWorld();
  bankid = await startBankid();
  api = await startApi(world.database, bankidEnv(bankid));
  tove = await api.as({ id: world.town.staff.get('tove') ?? '' });
  maria = await api.as({ id: world.town.staff.get('maria') ?? '' });
  const of = await openFamily(world, ['Melvin', 'Linda']);
  // What is preliminary is told to nobody; this family is known.
  await enterMeasures(world, of.caseId);
  consentId = await offerConsent(world, of);
  linda = new FamilyBrowser(api, bankid);
  await linda.signIn(await linkTo(world, maria, { consentId, personId: of.people.get('Linda') ?? '' }), 'Linda');
  // Maria reads why it was asked, which stands in the extract from then on.
  await maria.query(`query ($id: ID!) { consent(id: $id) { why } }`, { id: consentId });
}, 120_000);

afterAll(async () => {
  await api?.close();
  await bankid?.close();
  await world?.close();
});

const namesSeen = async (): Promise<readonly (string | null)[]> => {
  const { familyAccess } = await linda.query(ACCESS, { id: consentId });
  const readers = familyAccess.lines.map(({ reader }: { reader: { staffName: string | null } | null }) => reader);
  expect(readers.length).toBeGreaterThan(0);
  return readers.flatMap((reader: { staffName: string | null } | null) => (reader ? [reader.staffName] : []));
};
const lines = (): Promise<object[]> =>
  world.behindTheLocks(
    `select detail from ledger_entry where action = 'change' and detail ->> 'setting' = 'extractNamesStaff'`,
  );

it('shows families the house alone until somebody has chosen otherwise', async () => {
  expect((await tove.query(PAGE)).familyPage).toMatchObject({ namesStaff: false, linkDays: 14 });
  expect(new Set(await namesSeen())).toEqual(new Set([null]));
});

it('shows the names from the moment it is chosen, and no longer when it is taken back', async () => {
  expect(await tove.query(NAME, { names: true })).toEqual({ nameStaffToFamilies: { namesStaff: true } });
  await tove.query(NAME, { names: true });
  expect(await namesSeen()).toContain('Maria Lindgren');
  await tove.query(NAME, { names: false });
  expect(new Set(await namesSeen())).toEqual(new Set([null]));
  expect(await lines()).toHaveLength(2);
}, 60_000);

it('is an administrator’s to choose', async () => {
  expect((await maria.refusal(NAME, { names: true })).code).toBe('NOT_ALLOWED');
  expect((await maria.refusal(PAGE)).code).toBe('NOT_ALLOWED');
});
