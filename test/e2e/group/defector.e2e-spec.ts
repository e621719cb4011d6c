/**
 * The police open a defector's case only when every condition holds, the conditions are signed and the threat has a level; a
 * contract with guardians counts once they have signed. No haste stands in for any of it ([S4]).
 */
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { CollaborationForm } from '#domain/form/form.js';
import { readForms } from '#platform/forms/read-forms.js';
import { type Api, startApi } from '../../support/api.js';
import { FORM, prepareGroup, seat, STEP, type GroupUnderTest } from '../../support/group.js';
import { openMeasuresCase, POLICE, SCHOOL, signedConsent, SOC } from '../../support/joint.js';
import { formWalker } from '../../support/walk-form.js';
import { buildWorld, type World } from '../../support/world.js';

jest.setTimeout(120_000);

const SHOWN = `query($id: ID!) { group(id: $id) { acts { word words threat signedBy signedOn confirmed { sv } } } }`;

let world: World;
let api: Api;
const formOf = (kind: string): CollaborationForm => readForms().find((one) => one.kind === kind)!;

beforeAll(async () => {
  world = await buildWorld();
  api = await startApi(world.database);
  // Opens what the town lacks, and the agreements that the forms run under.
  await formWalker(world, api, [formOf('defector'), formOf('kurve-kriegen')]);
}, 120_000);
afterAll(async () => {
  await api?.close();
  await world?.close();
});

async function prepared(kind: 'defector' | 'kurve-kriegen', givenName: string): Promise<GroupUnderTest> {
  const file = await openMeasuresCase(world, { givenName });
  const houses = [SOC, POLICE, SCHOOL];
  const consent = await signedConsent(world, file, { form: kind, from: houses, to: houses });
  return prepareGroup(world, api, { kind, file, consent });
}

/** Refused as Anna takes it so, with the field that it is told at. */
async function refused(group: GroupUnderTest, step: string, more: object) {
  const { version } = await group.seenBy('anna');
  const i = { groupId: group.id, version, step, words: 'Nu.', ...more };
  const { code, field } = await (await group.as('anna')).refusal(STEP, { i });
  return `${code} ${field}`;
}
const acts = async (group: GroupUnderTest, key: string, word: string) =>
  (await (await group.as(key)).query(SHOWN, { id: group.id })).group.acts.find((act: any) => act.word === word);

describe('a defector’s group', () => {
  const CONDITIONS = formOf('defector').steps.flatMap(({ confirms = [] }) =>
    confirms.map(({ condition }) => condition),
  );
  let group: GroupUnderTest;
  const forming = async (more: object) => ({
    i: {
      groupId: group.id,
      version: (await group.seenBy('anna'))['version'] as number,
      contactStaffId: world.caller('anna').staffId,
      members: [seat(world, 'anna', { mandate: 'decides' }), seat(world, 'marcus')],
      ...more,
    },
  });

  beforeAll(async () => {
    group = await prepared('defector', 'Nour');
    await group.step('investigate', { words: 'Vill lämna.' });
    await group.step('consent');
  });

  it('is not opened past the threat’s assessment and the signed conditions, however urgent it is', async () => {
    const anna = await group.as('anna');
    const terms = { confirmed: CONDITIONS };
    const refusal = await anna.refusal(FORM, await forming({ reason: 'urgent', terms }));
    expect(refusal.code).toBe('STEP_MUST_COME_FIRST');
    expect(refusal.message).toContain('Polisens hot- och riskbedömning, Villkoren undertecknas');
    expect(await refused(group, 'decide', { reason: 'urgent' })).toBe('STEP_MUST_COME_FIRST null');
  });

  it('has a threat level in a closed word, sealed with what is said of it', async () => {
    expect(await refused(group, 'threat', {})).toBe('THREAT_LEVEL_MISSING threat');
    expect(await refused(group, 'threat', { terms: { threat: 'medium' } })).toBe('THREAT_LEVEL_MISSING threat');
    await group.step('threat', { words: 'Söks av två personer.', terms: { threat: 'high' } });
    expect(await acts(group, 'anna', 'threat')).toMatchObject({ threat: 'high', words: 'Söks av två personer.' });
    const [row] = await world.behindTheLocks<{ act: string; category: string }>(
      `select row_to_json(a)::text as act, i.category from group_act a join item i on i.id = a.item_id where a.group_id = $1 and a.word = 'threat'`,
      [group.id],
    );
    expect(row?.category).toBe('threat-assessment');
    expect(row?.act).not.toMatch(/high|Söks/);
  });

  it('has conditions that the person and the guardians have signed, on a day that has come', async () => {
    await group.step('decide', { words: 'Bistånd beviljas.' });
    const signed = (signedBy: string[], signedOn: string | null) => ({ terms: { signedBy, signedOn } });
    expect(await refused(group, 'conditions', {})).toBe('SIGNATURES_MISSING signedBy');
    expect(await refused(group, 'conditions', signed(['subject'], '2026-01-15'))).toBe('SIGNATURES_MISSING signedBy');
    expect(await refused(group, 'conditions', signed(['subject', 'guardian'], null))).toBe(
      'SIGNATURES_MISSING signedBy',
    );
    for (const day of ['2099-01-01', '2026-02-30'])
      expect(await refused(group, 'conditions', signed(['subject', 'guardian'], day))).toBe('SIGNED_ON_WRONG signedOn');
    await group.step('conditions', signed(['subject', 'guardian'], '2026-01-15'));
    expect(await acts(group, 'anna', 'conditions')).toMatchObject({
      signedBy: ['subject', 'guardian'],
      signedOn: '2026-01-15',
    });
  });

  it('is opened when each of the police’s conditions is confirmed, and the other houses see no more than that it was', async () => {
    const anna = await group.as('anna');
    for (const lacking of CONDITIONS) {
      const terms = { confirmed: CONDITIONS.filter((one) => one !== lacking) };
      expect(await anna.refusal(FORM, await forming({ terms, reason: 'urgent' }))).toMatchObject({
        code: 'CONDITIONS_MISSING',
        field: 'confirmed',
      });
    }
    expect((await anna.query(FORM, await forming({ terms: { confirmed: CONDITIONS } }))).formGroup.standing).toBe(
      'active',
    );
    expect((await acts(group, 'anna', 'form')).confirmed).toHaveLength(6);
    expect(await acts(group, 'marcus', 'form')).toMatchObject({ confirmed: [] });
    expect(await acts(group, 'marcus', 'conditions')).toMatchObject({ signedBy: [], signedOn: null });
    expect(await acts(group, 'marcus', 'threat')).toMatchObject({ threat: null, words: null });
  });
});

describe('the contract of Kurve Kriegen', () => {
  it('counts when the guardians have signed it: who and on which day is kept', async () => {
    const group = await prepared('kurve-kriegen', 'Milo');
    await group.step('consent');
    expect(await refused(group, 'contract', {})).toBe('SIGNATURES_MISSING signedBy');
    await group.step('contract', {
      words: 'Hemma klockan 21.',
      terms: { signedBy: ['guardian', 'subject'], signedOn: '2026-01-15' },
    });
    const kept = await world.behindTheLocks(
      `select t.signed_by as who, t.signed_on::text as day from group_act_term t join group_act a on a.id = t.act_id
       where a.group_id = $1 and a.word = 'contract'`,
      [group.id],
    );
    expect(kept).toEqual([{ who: ['guardian', 'subject'], day: '2026-01-15' }]);
  });
});
