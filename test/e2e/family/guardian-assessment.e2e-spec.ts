/**
 * An official assesses that telling a guardian would harm the child seriously, and another day lifts it: who may, what it
 * does to consents at once, and what stands in the ledger (OSL 12:3).
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DAY } from '#domain/kernel/instant.js';
import { startApi, type Api, type ApiClient } from '../../support/api.js';
import { startBankid, type BankidTown } from '../../support/bankid.js';
import { bankidEnv, FamilyBrowser, linkTo, offerConsent, openFamily, type Family } from '../../support/family.js';
import { enterMeasures } from '../../support/joint.js';
import { buildWorld, type World } from '../../support/world.js';

const GUARDIANS = `query ($caseId: ID!) { guardiansOfCase(caseId: $caseId) { mayAssess assessors { name } guardians { isKeptOut
  person { id name } assessments { id seriousHarm decidedByName until reasons liftedAt liftedByName liftReasons } } } }`;
const ASSESS = `mutation ($input: AssessGuardianInput!) { assessGuardian(input: $input) }`;
const LIFT = `mutation ($input: LiftGuardianAssessmentInput!) { liftGuardianAssessment(input: $input) }`;
const CONSENTS = `{ familyHome { consents { id state } } }`;
const REASONS = 'Melvin har berättat vad som händer när pappan får veta.';

let world: World;
let bankid: BankidTown;
let api: Api;
let maria: ApiClient;
let elin: ApiClient;
let of: Family;
let consentId: string;
let tomas: FamilyBrowser;

beforeAll(async () => {
  world = await buildWorld();
  bankid = await startBankid();
  api = await startApi(world.database, bankidEnv(bankid));
  const as = (key: string): Promise<ApiClient> => api.as({ id: world.town.staff.get(key) ?? '' });
  maria = await as('maria');
  elin = await as('elin');
  of = await openFamily(world, ['Melvin', 'Linda', 'Tomas']);
  await enterMeasures(world, of.caseId);
  consentId = await offerConsent(world, of);
  for (const name of ['Melvin', 'Linda']) await (await known(name)).sign(consentId, name);
  tomas = await known('Tomas');
}, 120_000);

afterAll(async () => {
  await api?.close();
  await bankid?.close();
  await world?.close();
});

async function known(givenName: string): Promise<FamilyBrowser> {
  const own = new FamilyBrowser(api, bankid);
  await own.signIn(await linkTo(world, maria, { consentId, personId: of.people.get(givenName) ?? '' }), givenName);
  return own;
}

const guardian = async (client: ApiClient, givenName: string) => {
  const { guardiansOfCase } = await client.query(GUARDIANS, { caseId: of.caseId });
  return guardiansOfCase.guardians.find(
    ({ person }: { person: { id: string } }) => person.id === of.people.get(givenName),
  );
};
const stateOf = async (): Promise<string | undefined> =>
  (await world.behindTheLocks<{ state: string }>(`select state from consent where id = $1`, [consentId]))[0]?.state;
const deeds = (): Promise<{ deed: string; actor: string; wasUntil: string | null }[]> =>
  world.behindTheLocks(
    `select detail ->> 'deed' as deed, actor_staff as actor, detail ->> 'wasUntil' as "wasUntil" from ledger_entry
     where ground = 'OSL 12:3' and action = 'change' and detail ->> 'guardian' = $1 order by at`,
    [of.people.get('Tomas')],
  );

const input = (more: object = {}) => ({
  caseId: of.caseId,
  guardianId: of.people.get('Tomas'),
  seriousHarm: true,
  reasons: REASONS,
  until: new Date(Date.now() + 90 * DAY),
  ...more,
});

describe('an assessment of a guardian', () => {
  it('is shown beside every guardian, with who may make one', async () => {
    const { guardiansOfCase } = await maria.query(GUARDIANS, { caseId: of.caseId });
    expect(guardiansOfCase).toMatchObject({
      mayAssess: false,
      guardians: expect.arrayContaining([
        { isKeptOut: false, person: { id: of.people.get('Tomas'), name: 'Tomas Lövdal' }, assessments: [] },
      ]),
    });
    expect(guardiansOfCase.assessors.map(({ name }: { name: string }) => name)).toContain('Elin Forsbäck');
    expect((await elin.query(GUARDIANS, { caseId: of.caseId })).guardiansOfCase.mayAssess).toBe(true);
    const marcus = await api.as({ id: world.town.staff.get('marcus') ?? '' });
    expect((await marcus.refusal(GUARDIANS, { caseId: of.caseId })).code).toBe('NOT_FOUND');
  });

  it('asks for reasons, a bearable end and somebody who has custody', async () => {
    expect((await elin.refusal(ASSESS, { input: input({ reasons: ' ' }) })).faults).toMatchObject([
      { field: 'reasons', code: 'REASONS_MISSING' },
    ]);
    expect(
      (await elin.refusal(ASSESS, { input: input({ until: new Date(Date.now() + 200 * DAY) }) })).faults,
    ).toMatchObject([{ field: 'until', code: 'ASSESSMENT_TOO_LONG' }]);
    expect((await elin.refusal(ASSESS, { input: input({ guardianId: of.child }) })).code).toBe('NOT_A_GUARDIAN');
  });

  it('lets the consent hold without that name, and tells the guardian nothing more', async () => {
    expect((await tomas.query(CONSENTS)).familyHome.consents).toHaveLength(1);
    await elin.query(ASSESS, { input: input() });
    expect(await stateOf()).toBe('active');
    expect((await tomas.query(CONSENTS)).familyHome.consents).toEqual([]);
    expect(await guardian(maria, 'Tomas')).toMatchObject({
      isKeptOut: true,
      assessments: [{ seriousHarm: true, decidedByName: 'Elin Forsbäck', reasons: REASONS, liftedAt: null }],
    });
  });

  it('is lifted by nobody who may not, and not without reasons', async () => {
    const [{ id }] = (await guardian(elin, 'Tomas')).assessments;
    expect((await maria.refusal(LIFT, { input: { id, reasons: 'Nu går det.' } })).code).toBe('NOT_ALLOWED');
    expect((await elin.refusal(LIFT, { input: { id, reasons: ' ' } })).faults).toMatchObject([
      { field: 'reasons', code: 'REASONS_MISSING' },
    ]);
    // Another investigator, who does not work on the case.
    await world.behindTheLocks(
      `update assignment set ends_at = clock.now() where case_id = $1 and staff_id = $2 and ends_at is null`,
      [of.caseId, world.town.staff.get('elin')],
    );
    expect((await elin.refusal(LIFT, { input: { id, reasons: 'Nu går det.' } })).code).toBe('NOT_FOUND');
    expect((await elin.refusal(ASSESS, { input: input() })).code).toBe('NOT_FOUND');
    await world.behindTheLocks(
      `insert into assignment (id, case_id, branch_id, staff_id, reason) values (gen_random_uuid(), $1, $2, $3, 'investigates')`,
      [of.caseId, world.caller('elin').branchId, world.town.staff.get('elin')],
    );
  });

  it('is lifted once, at once: the consent rests until the name is there, and the guardian is asked', async () => {
    const [{ id, until }] = (await guardian(elin, 'Tomas')).assessments;
    await elin.query(LIFT, { input: { id, reasons: 'Pappan har flyttat och Melvin är trygg.' } });
    expect(await stateOf()).toBe('partly-signed');
    expect((await tomas.query(CONSENTS)).familyHome.consents).toEqual([{ id: consentId, state: 'asks-you' }]);
    expect(await guardian(maria, 'Tomas')).toMatchObject({
      isKeptOut: false,
      assessments: [{ liftedByName: 'Elin Forsbäck', liftReasons: 'Pappan har flyttat och Melvin är trygg.' }],
    });
    expect((await elin.refusal(LIFT, { input: { id, reasons: 'En gång till.' } })).code).toBe(
      'ASSESSMENT_OVER_ALREADY',
    );
    expect(await deeds()).toEqual([
      { deed: 'guardian-assessed', actor: world.town.staff.get('elin'), wasUntil: null },
      { deed: 'guardian-assessment-lifted', actor: world.town.staff.get('elin'), wasUntil: until },
    ]);
    await tomas.sign(consentId, 'Tomas');
    expect(await stateOf()).toBe('active');
  }, 60_000);

  it('stands as it was made, whoever tries to write it anew', async () => {
    await expect(
      world.behindTheLocks(`update assessment set criteria = '{"seriousHarm": false}' where person_id = $1`, [
        of.child,
      ]),
    ).rejects.toThrow(/stands as it was made/);
    await expect(
      world.behindTheLocks(`update assessment set until = until + interval '1 day' where person_id = $1`, [of.child]),
    ).rejects.toThrow(/lifted once/);
  });
});
