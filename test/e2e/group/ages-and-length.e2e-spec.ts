/** A form's ages and its usual length are asked about: as somebody is taken up, as the group is formed, as it turns, and when it lasts ([S1]). */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Api, startApi } from '../../support/api.js';
import {
  ANSWER,
  clientsOf,
  FORM,
  formedGroup,
  NOMINATE,
  preparatoryDecision,
  prepareGroup,
  seat,
  type GroupUnderTest,
} from '../../support/group.js';
import { openMeasuresCase, POLICE, SCHOOL, signedConsent, SOC, type JointCase } from '../../support/joint.js';
import { buildWorld, type World } from '../../support/world.js';

const AGES = `query($id: ID!) { group(id: $id) { version outsideAges asksAges overLength } }`;
const LOOK = `mutation($i: LookAtGroupInput!) { lookAtGroup(input: $i) { overLength } }`;
const TURN = `query($id: ID!, $into: String!) { groupTurn(groupId: $id, into: $into) { asksAges lacks } }`;
const GO = `mutation($i: TurnGroupInput!) { turnGroup(input: $i) { outsideAges } }`;

let world: World;
let api: Api;
beforeAll(async () => {
  world = await buildWorld();
  api = await startApi(world.database);
  await world.behindTheLocks(
    `with g as (insert into agreement (id, municipality_id, form, starts_on, ends_on, signed_by) values (gen_random_uuid(), $1, 'mash', '2026-01-01', '2027-12-31', 'Kommundirektören') returning id)
     insert into agreement_party (agreement_id, branch_id) select g.id, b.id from g, branch b where b.municipality_id = $1`,
    [world.caller('anna').municipalityId],
  );
}, 120_000);
afterAll(async () => {
  await api?.close();
  await world?.close();
});

/** So old today, by the years alone: the birthday was yesterday. */
const becomes = (file: JointCase, age: number) =>
  world.behindTheLocks(
    `update person set born = ((clock.now() at time zone 'Europe/Stockholm')::date - 1 - make_interval(years => $2))::date where id = $1`,
    [file.personId, age],
  );
const shown = async (id: string, key = 'anna') =>
  (await (await clientsOf(world, api)(key)).query(AGES, { id })).group as Record<string, any>;
const forming = async (group: GroupUnderTest, more: object = {}) => ({
  i: {
    groupId: group.id,
    version: (await shown(group.id))['version'] as number,
    contactStaffId: world.caller('anna').staffId,
    members: [seat(world, 'anna', { mandate: 'decides' }), seat(world, 'marcus'), seat(world, 'lena')],
    ...more,
  },
});

describe('whoever is outside the ages', () => {
  it('is taken up with a word for why, which the own house sees on the group', async () => {
    const as = clientsOf(world, api);
    const file = await openMeasuresCase(world, { givenName: 'Frej' });
    await becomes(file, 21);
    const toAnna = { kind: 'sig', toStaffId: world.caller('anna').staffId, caseId: file.caseId, why: 'Vill sluta.' };
    const { nominate } = await (await as('elin')).query(NOMINATE, { i: toAnna });
    const anna = await as('anna');
    const preparatory = await preparatoryDecision(world, api);
    const i = { nominationId: nominate, decision: 'prepare', words: 'Arbetet fortsätter.', preparatory };
    for (const outsideAges of [null, 'just-because']) {
      const refusal = await anna.refusal(ANSWER, { i: { ...i, outsideAges } });
      expect(refusal).toMatchObject({ code: 'OUTSIDE_AGES', field: 'outsideAges' });
      expect(refusal.message).toContain('12–20');
    }
    const { answerNomination } = await anna.query(ANSWER, { i: { ...i, outsideAges: 'work-goes-on' } });
    expect(await shown(answerNomination.groupId)).toMatchObject({ outsideAges: 'work-goes-on', asksAges: false });
  });

  it('is asked about again where a birthday has passed before the group is formed, and the other houses are not told', async () => {
    const group = await prepareGroup(world, api, { givenName: 'Saga' });
    await group.step('consent');
    expect(await shown(group.id)).toMatchObject({ outsideAges: null, asksAges: false });
    await becomes(group.file, 21);
    expect(await shown(group.id)).toMatchObject({ asksAges: true });
    const anna = await group.as('anna');
    expect(await anna.refusal(FORM, await forming(group))).toMatchObject({
      code: 'OUTSIDE_AGES',
      field: 'outsideAges',
    });
    await anna.query(FORM, await forming(group, { outsideAges: 'need-weighs-more' }));
    expect(await shown(group.id)).toMatchObject({ outsideAges: 'need-weighs-more', asksAges: false });
    expect(await shown(group.id, 'marcus')).toMatchObject({ outsideAges: null, asksAges: false, overLength: null });
  });

  it('goes over to another form with a word for why where that form’s ages are others', async () => {
    const file = await openMeasuresCase(world, { givenName: 'Tyra' });
    await becomes(file, 11);
    const houses = [SOC, POLICE, SCHOOL];
    // The guardians alone sign about a child of eleven.
    const young = { ...file, signers: file.signers.filter((one) => one !== file.personId) };
    const consent = await signedConsent(world, young, { form: 'mash', from: houses, to: houses });
    const group = await prepareGroup(world, api, { kind: 'mash-4', file, consent });
    await group.step('consent');
    const anna = await group.as('anna');
    await anna.query(FORM, await forming(group));
    await signedConsent(world, young);
    expect((await anna.query(TURN, { id: group.id, into: 'sig' })).groupTurn).toEqual({ asksAges: true, lacks: [] });
    const { version } = await shown(group.id);
    const i = { groupId: group.id, version, into: 'sig', words: 'Familjen vill ha en SIG.' };
    expect(await anna.refusal(GO, { i })).toMatchObject({ code: 'OUTSIDE_AGES', field: 'outsideAges' });
    const { turnGroup } = await anna.query(GO, { i: { ...i, outsideAges: 'soon-of-age' } });
    expect(turnGroup).toEqual({ outsideAges: 'soon-of-age' });
  });
});

describe('a group that lasts longer than its form usually does', () => {
  const lengths = (groupId: string) =>
    world.behindTheLocks<{ state: string; rule: object; owner: string }>(
      `select state, rule, owner_staff_id as owner from deadline where about_id = $1 and kind = 'group-length'`,
      [groupId],
    );

  it('is looked at once its months have passed: it goes on, and the limit is met', async () => {
    const group = await formedGroup(world, api, { givenName: 'Loke' });
    const owner = world.caller('anna').staffId;
    expect(await lengths(group.id)).toEqual([{ state: 'open', rule: { months: 12 }, owner }]);
    const anna = await group.as('anna');
    const look = async () => ({
      i: { groupId: group.id, version: (await shown(group.id))['version'] as number, found: 'goes-on', words: '' },
    });
    expect((await shown(group.id))['overLength']).toBeNull();
    expect((await anna.refusal(LOOK, await look())).code).toBe('GROUP_NOT_MONITORED');
    await world.behindTheLocks(
      `update collaboration_group set formed_at = formed_at - interval '13 months' where id = $1`,
      [group.id],
    );
    expect((await shown(group.id))['overLength']).toEqual(expect.any(String));
    expect((await anna.query(LOOK, await look())).lookAtGroup).toEqual({ overLength: null });
    expect((await lengths(group.id)).map(({ state }) => state)).toEqual(['met']);
  });

  it('owes nothing once it is closed', async () => {
    const group = await formedGroup(world, api, { givenName: 'Idun' });
    await group.step('close', { words: 'Målen är nådda.', reason: 'goals-met' });
    expect((await lengths(group.id)).map(({ state }) => state)).toEqual(['void']);
  });
});
