/** MASH step 3: a grown person in or near a network is asked about by their own yes alone, and it closes with the yes. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Api, type ApiClient, startApi } from '../../support/api.js';
import type { GradedCase } from '../../support/case.js';
import { ANSWER, ASK, ASKED, askAs, GATHERED, openInvestigation } from '../../support/inquiry.js';
import { POLICE, signedConsent, SOC, type ConsentUnderTest } from '../../support/joint.js';
import { buildWorld, type World } from '../../support/world.js';

let world: World;
let api: Api;
let file: GradedCase;
let consent: ConsentUnderTest;
const as = (key: string): Promise<ApiClient> => api.as({ id: world.town.staff.get(key) ?? '' });
const gathered = async () => (await (await as('elin')).query(GATHERED, { id: file.caseId })).inquiriesOfCase;
const refused = async () =>
  Object.fromEntries((await gathered()).forms.map((form: any) => [form.kind, form.refused])) as object;
const ask = (key: string, categories: readonly string[]) => ({
  i: { caseId: file.caseId, kind: 'mash-3', unitIds: [world.caller(key).unitId], categories, withNumber: false },
});

beforeAll(async () => {
  world = await buildWorld();
  api = await startApi(world.database);
  file = await openInvestigation(world, { givenName: 'Rune' });
  await world.behindTheLocks(`update person set born = '1996-03-02' where id = $1`, [file.personId]);
  const { branchId, staffId } = world.caller('anna');
  await world.behindTheLocks(
    `insert into assignment (id, case_id, branch_id, staff_id, reason) values (gen_random_uuid(), $1, $2, $3, 'coordination')`,
    [file.caseId, branchId, staffId],
  );
}, 120_000);
afterAll(async () => {
  await api?.close();
  await world?.close();
});

describe('a grown person', () => {
  it('is asked about in neither step before they have said yes', async () => {
    expect(await refused()).toEqual({ 'mash-2': 'outside-ages', 'mash-3': 'adult' });
    expect((await (await as('elin')).refusal(ASK, ask('marcus', ['crime-and-suspicion']))).code).toBe('INQUIRY_ADULT');
  });

  it('is asked about in step 3 as far as the yes goes: whom it reaches, about what it says', async () => {
    consent = await signedConsent(
      world,
      { ...file, secondGuardianId: '', signers: [file.personId] },
      {
        form: 'mash',
        from: [POLICE],
        to: [SOC],
        categories: ['crime-and-suspicion', 'associates-and-network'],
        purposes: ['investigate-need'],
      },
    );
    expect(await refused()).toMatchObject({ 'mash-3': null });
    const elin = await as('elin');
    const { inquiriesOfCase } = await elin.query(
      `query($id: ID!) { inquiriesOfCase(caseId: $id) { forms { kind units { unitId kind told } } } }`,
      { id: file.caseId },
    );
    const units = inquiriesOfCase.forms.find(({ kind }: any) => kind === 'mash-3').units;
    expect(new Set(units.map(({ kind }: any) => kind))).toEqual(new Set(['police']));
    expect(units[0].told).toEqual(['crime-and-suspicion', 'associates-and-network']);
    // A house that the yes does not reach, or a thing that it does not say.
    expect((await elin.refusal(ASK, ask('hassan', ['leisure']))).code).toBe('INQUIRY_NOT_A_PARTY');
    expect(await elin.refusal(ASK, ask('marcus', ['leisure']))).toMatchObject({
      code: 'INQUIRY_NO_CONSENT',
      field: 'categories',
    });
  });

  it('is answered about by the consent, and the question says no more than that', async () => {
    const asked = await askAs(world, await as('elin'), { caseId: file.caseId, keys: ['marcus'], kind: 'mash-3' });
    const marcus = await as('marcus');
    const id = asked['marcus'] ?? '';
    const { inquiry } = await marcus.query(ASKED, { id });
    // No duty is towards a grown person: whoever answers is told that it is their yes, and nothing else.
    expect(inquiry).toMatchObject({ name: 'Rune Provberg', ground: 'OSL 10:2', byOwnYes: true });
    expect([...inquiry.categories].sort()).toEqual(['associates-and-network', 'crime-and-suspicion']);
    const parts = [
      { category: 'crime-and-suspicion', text: 'Setts med dem som tar emot.' },
      { category: 'leisure', text: 'Tränar boxning.' },
    ];
    const { answerInquiry } = await marcus.query(ANSWER, {
      i: { inquiryId: id, version: inquiry.version, knowledge: 'knows', parts },
    });
    // What the yes does not say stays with the police until somebody there has weighed it.
    expect(answerInquiry).toEqual({ late: false, given: 1, kept: 1, places: 0 });
    const { inquiries } = await gathered();
    expect(inquiries[0].parts).toEqual([
      { category: 'crime-and-suspicion', text: 'Setts med dem som tar emot.', ground: 'consent' },
    ]);
  });

  it('leaves the asked house, and what was answered leaves the asking one, as the yes is taken back', async () => {
    const { inquiries } = await gathered();
    await consent.withdraw(file.personId);
    const marcus = await as('marcus');
    expect((await marcus.refusal(ASKED, { id: inquiries[0].id })).code).toBe('NOT_FOUND');
    expect((await marcus.query(`{ waitingInquiries { id } }`)).waitingInquiries).toEqual([]);
    expect((await gathered()).inquiries[0].parts).toEqual([]);
    expect(await refused()).toMatchObject({ 'mash-3': 'adult' });
  });

  it('is asked about no more before any answer either: the count rises, the limit is void, and a new yes wakes nothing', async () => {
    const signers = { ...file, secondGuardianId: '', signers: [file.personId] };
    const scope = {
      form: 'mash',
      from: [POLICE],
      to: [SOC],
      categories: ['crime-and-suspicion', 'associates-and-network'],
      purposes: ['investigate-need'],
    } as const;
    const yes = await signedConsent(world, signers, scope);
    const elin = await as('elin');
    const id = (await askAs(world, elin, { caseId: file.caseId, keys: ['marcus'], kind: 'mash-3' }))['marcus'] ?? '';
    const marcus = await as('marcus');
    expect((await marcus.query(ASKED, { id })).inquiry.name).toBe('Rune Provberg');
    const epoch = async () =>
      (
        await world.behindTheLocks<{ epoch: number }>(`select epoch::int as epoch from sight_epoch where about = $1`, [
          file.caseId,
        ])
      )[0]?.epoch ?? 0;
    const before = await epoch();
    await yes.withdraw(file.personId);
    expect(await epoch()).toBeGreaterThan(before);
    const [row] = await world.behindTheLocks<{ how: string | null }>(
      `select ended_how as how from inquiry where id = $1 and ended_at is not null`,
      [id],
    );
    expect(row?.how).toBe('withdrawn');
    const limits = await world.behindTheLocks<{ state: string; why: string | null }>(
      `select state, void_reason as why from deadline where about_id = $1`,
      [id],
    );
    expect(limits).toEqual([{ state: 'void', why: 'inquiry-ended' }]);
    await signedConsent(world, signers, scope);
    expect((await marcus.refusal(ASKED, { id })).code).toBe('NOT_FOUND');
  });

  it('is asked about by nobody past the program either, without a yes', async () => {
    const young = await openInvestigation(world, { givenName: 'Sten' });
    await world.behindTheLocks(`update person set born = '1996-03-02' where id = $1`, [young.personId]);
    const { staffId, unitId, branchId, municipalityId, role } = world.caller('elin');
    const { unitId: toUnit, branchId: toBranch } = world.caller('marcus');
    await expect(
      world.source.transaction(async (manager) => {
        await manager.query(
          `select set_config('samnav.staff', $1, true), set_config('samnav.unit', $2, true), set_config('samnav.branch', $3, true),
            set_config('samnav.municipality', $4, true), set_config('samnav.role', $5, true), set_config('samnav.service', '', true)`,
          [staffId, unitId, branchId, municipalityId, role],
        );
        await manager.query(
          `insert into inquiry (id, municipality_id, branch_id, case_id, person_id, kind, to_branch_id, unit_id, categories, ciphertext, key_version, asked_by, due_at)
           values (gen_random_uuid(), $1, $2, $3, $4, 'mash-3', $5, $6, '{leisure}', 'x', 1, $7, clock.now())`,
          [municipalityId, branchId, young.caseId, young.personId, toBranch, toUnit, staffId],
        );
      }),
    ).rejects.toThrow(/row-level security/);
  });
});
