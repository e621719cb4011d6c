/**
 * MASH step 4: joint work under the hub's eye becomes a SIG by the family's yes to it, with everything that the yes reaches
 * and nothing else, and the hub goes on looking until it is closed ([S0]; OSL 10:1).
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Api, startApi } from '../../support/api.js';
import { FORM, prepareGroup, seat, type GroupUnderTest } from '../../support/group.js';
import {
  LEISURE,
  openMeasuresCase,
  POLICE,
  SCHOOL,
  signedConsent,
  SOC,
  type ConsentUnderTest,
  type JointCase,
} from '../../support/joint.js';
import { buildWorld, type World } from '../../support/world.js';

const TURN = `query($id: ID!, $into: String!) { groupTurn(groupId: $id, into: $into) { version kind lacks consentId missing { kinds }
  seats { staffId follows terms source } guests told { shareId category byItself until longerUntil } passed { sv } monitoring { unit count } } }`;
const GO = `mutation($i: TurnGroupInput!) { turnGroup(input: $i) { id kind standing turnedFrom } }`;
const LOOK = `mutation($i: LookAtGroupInput!) { lookAtGroup(input: $i) { version monitoring { by lastLookAt } } }`;
const MORE = `query($id: ID!) { group(id: $id) { version standing standingReason turns { kind } turnedFrom monitoring { by every { unit count } }
  guests { kind words } acts { act word reason words } members { staffId mandate wished deputyFor endsAt endReason } } }`;

let world: World;
let api: Api;
beforeAll(async () => {
  world = await buildWorld();
  api = await startApi(world.database);
  await agree('mash');
}, 120_000);
afterAll(async () => {
  await api?.close();
  await world?.close();
});

const agree = (form: string) =>
  world.behindTheLocks(
    `with g as (insert into agreement (id, municipality_id, form, starts_on, ends_on, signed_by) values (gen_random_uuid(), $1, $2, '2026-01-01', '2027-12-31', 'Kommundirektören') returning id)
     insert into agreement_party (agreement_id, branch_id) select g.id, b.id from g, branch b where b.municipality_id = $1`,
    [world.caller('anna').municipalityId, form],
  );

/** Anna with a deputy, an officer, a teacher and a leisure leader, on the family's yes to joint work. */
async function jointWork(
  givenName: string,
): Promise<{ group: GroupUnderTest; file: JointCase; consent: ConsentUnderTest }> {
  const file = await openMeasuresCase(world, { givenName });
  const houses = [SOC, POLICE, SCHOOL, LEISURE];
  const consent = await signedConsent(world, file, {
    form: 'mash',
    from: houses,
    to: houses,
    validUntil: new Date(Date.now() + 30 * 86_400_000),
  });
  const group = await prepareGroup(world, api, { kind: 'mash-4', file, consent });
  await group.step('consent');
  const { version } = await group.seenBy('anna');
  const members = [
    seat(world, 'anna', { mandate: 'decides' }),
    seat(world, 'ali', { deputyForStaffId: world.caller('anna').staffId }),
    seat(world, 'marcus'),
    seat(world, 'lena'),
    seat(world, 'hassan'),
  ];
  await (
    await group.as('anna')
  ).query(FORM, { i: { groupId: group.id, version, contactStaffId: world.caller('anna').staffId, members } });
  return { group, file, consent };
}

const deadlines = (groupId: string, kind: string) =>
  world.behindTheLocks<{ state: string; owner: string; weeks: number }>(
    `select state, owner_staff_id as owner, floor(extract(epoch from due_at - starts_at) / 604800)::int as weeks
     from deadline where about_id = $1 and kind = $2 order by starts_at`,
    [groupId, kind],
  );

describe('the hub', () => {
  it('looks again by the form’s own rule, owned by the coordinator and shown on Nu, until the group is closed', async () => {
    const { group } = await jointWork('Tilde');
    const anna = await group.as('anna');
    const seen = async (key: string) => (await (await group.as(key)).query(MORE, { id: group.id })).group;
    expect((await seen('anna')).monitoring.every).toEqual({ unit: 'weeks', count: 4 });
    expect((await seen('marcus')).monitoring).toBeNull();
    const owner = world.caller('anna').staffId;
    expect(await deadlines(group.id, 'hub-monitoring')).toEqual([{ state: 'open', owner, weeks: 4 }]);
    const { myDeadlines } = await anna.query(`{ myDeadlines { edges { node { kind aboutId } } } }`);
    expect(myDeadlines.edges.map(({ node }: any) => node)).toContainEqual({
      kind: 'hub-monitoring',
      aboutId: group.id,
    });
    const look = async (more: object) => ({ i: { groupId: group.id, version: (await seen('anna')).version, ...more } });
    expect(await anna.refusal(LOOK, await look({ found: 'needs-meeting' }))).toMatchObject({
      code: 'LOOK_WORDS_MISSING',
      field: 'words',
    });
    expect((await anna.refusal(LOOK, await look({ found: 'well' }))).code).toBe('CHOOSE_ONE');
    await anna.query(LOOK, await look({ found: 'needs-meeting', words: 'Skolan har inte kommit igång.' }));
    expect((await deadlines(group.id, 'hub-monitoring')).map(({ state }) => state)).toEqual(['met', 'open']);
    const { acts } = await seen('anna');
    expect(acts.at(-1)).toMatchObject({ act: 'look', word: 'needs-meeting', words: 'Skolan har inte kommit igång.' });
    expect((await seen('marcus')).acts.at(-1).words).toBeNull();
    await group.step('close', { words: 'Det räcker så.', reason: 'goals-met' });
    expect((await deadlines(group.id, 'hub-monitoring')).map(({ state }) => state)).toEqual(['met', 'void']);
    expect((await anna.refusal(LOOK, await look({ found: 'goes-on' }))).code).toBe('GROUP_HAS_ENDED');
    expect((await seen('anna')).monitoring.by).toBeNull();
  });

  it('does not look at a group that was never its own', async () => {
    const group = await prepareGroup(world, api, { givenName: 'Nils' });
    const anna = await group.as('anna');
    const { version } = await group.seenBy('anna');
    expect((await anna.refusal(LOOK, { i: { groupId: group.id, version, found: 'goes-on' } })).code).toBe(
      'GROUP_NOT_MONITORED',
    );
    expect(
      (await (await group.as('elin')).refusal(LOOK, { i: { groupId: group.id, version, found: 'goes-on' } })).code,
    ).toBe('NOT_ALLOWED');
  });
});

describe('joint work', () => {
  it('waits for the yes to the other form, and then takes along whom it reaches', async () => {
    const { group, file } = await jointWork('Vidar');
    const anna = await group.as('anna');
    const turn = async () => (await anna.query(TURN, { id: group.id, into: 'sig' })).groupTurn;
    const before = await turn();
    expect(before).toMatchObject({ kind: 'sig', consentId: null, lacks: ['ground'] });
    const words = 'Familjen vill ha en fast grupp.';
    expect(
      (await anna.refusal(GO, { i: { groupId: group.id, version: before.version, into: 'sig', words } })).code,
    ).toBe('GROUND_MISSING');
    expect((await anna.refusal(TURN, { id: group.id, into: 'bob' })).code).toBe('TURN_NOT_POSSIBLE');
    for (const key of ['elin', 'marcus'])
      expect((await (await group.as(key)).refusal(TURN, { id: group.id, into: 'sig' })).code).toBe('NOT_ALLOWED');
    await anna.query(`mutation($i: AddGuestInput!) { addGroupGuest(input: $i) { version } }`, {
      i: { groupId: group.id, version: before.version, kind: 'private-person', words: 'Mormor Gun' },
    });
    // The family says yes to school and police, for longer than before; leisure is not named.
    const sig = await signedConsent(world, file, { form: 'sig' });
    const ready = await turn();
    expect(ready).toMatchObject({ consentId: sig.id, lacks: [], guests: 1, missing: [], passed: [] });
    expect(ready.monitoring).toEqual({ unit: 'weeks', count: 4 });
    const leisure = ready.seats.find(({ staffId }: any) => staffId === world.caller('hassan').staffId);
    // The first yes still names leisure: who is reached by any yes in force goes along.
    expect(leisure).toMatchObject({ follows: true, terms: 'with-consent' });

    const nomination = await until(group.id);
    const { turnGroup } = await anna.query(GO, {
      i: { groupId: group.id, version: ready.version, into: 'sig', words },
    });
    expect(turnGroup).toMatchObject({ kind: 'sig', standing: 'active', turnedFrom: group.id });
    const id = turnGroup.id as string;
    const now = (await anna.query(MORE, { id })).group;
    expect(now.members.map(({ mandate, deputyFor }: any) => `${mandate} ${deputyFor === null}`).sort()).toEqual([
      'decides true',
      'speaks false',
      'speaks true',
      'speaks true',
      'speaks true',
    ]);
    expect(now.guests).toEqual([{ kind: 'private-person', words: 'Mormor Gun' }]);
    expect(now.acts.map(({ word }: any) => word)).toEqual(['nominate', 'decide', 'consent', 'form']);
    expect(now.acts.at(-1).words).toBe(words);
    // What was told of whom it is about may be read for as long as the longer yes lasts.
    expect((await until(id)) > nomination).toBe(true);
    const marcus = (
      await (await group.as('marcus')).query(`query($id: ID!) { group(id: $id) { about { told } } }`, { id })
    ).group;
    expect(marcus.about.told).toBe('Vidar Provberg');

    const old = (await anna.query(MORE, { id: group.id })).group;
    expect(old).toMatchObject({ standing: 'closed', standingReason: 'turned', turns: [], guests: [] });
    expect(old.members.every(({ endReason }: any) => endReason === 'group-closed')).toBe(true);
    for (const kind of ['sig-meeting', 'hub-monitoring'])
      expect([
        kind,
        (await deadlines(group.id, kind)).map(({ state }) => state),
        (await deadlines(id, kind)).map(({ state }) => state),
      ]).toEqual([kind, ['void'], ['open']]);
    expect(await deadlines(group.id, 'closing-follow-up')).toEqual([]);
    expect((await anna.refusal(GO, { i: { groupId: group.id, version: 99, into: 'sig', words } })).code).toBe(
      'CONFLICT',
    );
  });

  it('lets only what ran as long as the old yes last longer by itself, and the rest where somebody chooses so', async () => {
    const { group, file } = await jointWork('Molly');
    const police = world.caller('marcus').branchId;
    const told = async (text: string, more: { until?: Date; ground?: string; purpose?: string } = {}) => {
      const elin = world.caller('elin');
      const itemId = await world.asCaller.run(elin, (tx) =>
        world.seal.item(tx, {
          caseId: file.caseId,
          category: 'measures-and-plan',
          form: 'none',
          phase: 'measures',
          subjectIds: [file.personId],
          content: { text },
        }),
      );
      await world.behindTheLocks(
        `insert into share (id, item_id, from_branch_id, to_branch_id, purpose, ground, decided_by, given)
         values (gen_random_uuid(), $1, $2, $3, $4, $5, $6, tstzrange(clock.now(), $7))`,
        [
          itemId,
          elin.branchId,
          police,
          more.purpose ?? 'support',
          more.ground ?? 'consent',
          elin.staffId,
          more.until ?? new Date(Date.now() + 4 * 86_400_000),
        ],
      );
      return itemId;
    };
    const friday = await told('Läxhjälp till fredag.');
    const chosen = await told('Simskola till fredag.');
    const danger = await told('Var han är nu.', { ground: 'BrB 24:4', purpose: 'support' });
    await signedConsent(world, file, { form: 'sig' });
    const anna = await group.as('anna');
    const { groupTurn } = await anna.query(TURN, { id: group.id, into: 'sig' });
    const shareOf = async (itemId: string) =>
      (await world.behindTheLocks<{ id: string }>(`select id from share where item_id = $1`, [itemId]))[0]?.id;
    const listed = new Map(groupTurn.told.map((one: any) => [one.shareId, one.byItself]));
    expect(listed.get(await shareOf(friday))).toBe(false);
    expect(listed.get(await shareOf(chosen))).toBe(false);
    expect(listed.has(await shareOf(danger))).toBe(false);
    expect(groupTurn.told.filter(({ byItself }: any) => byItself).map(({ category }: any) => category)).toContain(
      'nomination',
    );
    const i = { groupId: group.id, version: groupTurn.version, into: 'sig', words: 'Går över.' };
    await anna.query(GO, { i: { ...i, longerShareIds: [await shareOf(chosen), await shareOf(danger)] } });
    const shares = async (itemId: string) =>
      (
        await world.behindTheLocks<{ n: number }>(
          `select count(*)::int as n from share where item_id = $1 and to_branch_id = $2`,
          [itemId, police],
        )
      )[0]?.n;
    expect([await shares(friday), await shares(chosen), await shares(danger)]).toEqual([1, 2, 1]);
  });

  it('asks for the parties of the other form among those whom a yes still reaches', async () => {
    const { group, file, consent } = await jointWork('Elsa');
    const anna = await group.as('anna');
    await signedConsent(world, file, { form: 'sig', from: [SOC, POLICE], to: [SOC, POLICE] });
    await consent.withdraw(file.guardianId);
    const { groupTurn } = await anna.query(TURN, { id: group.id, into: 'sig' });
    expect(groupTurn).toMatchObject({
      lacks: ['parties'],
      missing: [{ kinds: ['school', 'independent-school', 'employment-service'] }],
    });
    const reached = ['anna', 'ali', 'marcus'].map((key) => world.caller(key).staffId).sort();
    expect(groupTurn.seats.map(({ staffId }: any) => staffId).sort()).toEqual(reached);
    const i = { groupId: group.id, version: groupTurn.version, into: 'sig', words: 'Går över.' };
    expect((await anna.refusal(GO, { i })).code).toBe('PARTIES_MISSING');
  });
});

/** Until when another house may read whom the group is about. */
async function until(groupId: string): Promise<number> {
  const [row] = await world.behindTheLocks<{ at: Date }>(
    `select max(upper(h.given)) as at from share h join collaboration_group g on g.nomination_item_id = h.item_id
     where g.id = $1 and h.to_branch_id = $2`,
    [groupId, world.caller('marcus').branchId],
  );
  return row?.at.getTime() ?? 0;
}
