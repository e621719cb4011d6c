/**
 * What the database ends by itself: those for whom it ended are told, nobody else is, and each end has its line once, as
 * when somebody ends it by hand (OSL 12:2, 26:1).
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TellEnded } from '#use-cases/consent/tell-what-ended.js';
import { type Api, type ApiClient, startApi } from '../../support/api.js';
import { openAnotherTown, type AnotherTown } from '../../support/another-town.js';
import { clientsOf, formedGroup, MOVE, type GroupUnderTest } from '../../support/group.js';
import { ASK, askAs, openInvestigation } from '../../support/inquiry.js';
import { POLICE, signedConsent, SOC } from '../../support/joint.js';
import { anIdentity, peopleOf } from '../../support/people.js';
import { buildWorld, type World } from '../../support/world.js';

const OFFER = `mutation($i: OfferRelocationInput!) { offerRelocation(input: $i) { offers { id version } } }`;
const BACK = `mutation($i: TakeBackRelocationInput!) { takeBackRelocation(input: $i) }`;
const END_POST =
  'mutation ($id: ID!, $staffId: ID!, $endsAt: String) { endPost(id: $id, staffId: $staffId, endsAt: $endsAt) { posts { id } } }';

let world: World;
let api: Api;
let there: AnotherTown;
let as: (key: string) => Promise<ApiClient>;
beforeAll(async () => {
  world = await buildWorld();
  there = await openAnotherTown(world);
  api = await startApi(world.database);
  as = clientsOf(world, api);
}, 120_000);
afterAll(async () => {
  await api?.close();
  await world?.close();
});

/** Lines of the ledger about it, and who was told what of it. */
const linesOf = async (of: object): Promise<string[]> =>
  (
    await world.behindTheLocks<{ line: string }>(
      `select concat_ws(' ', detail ->> 'relocation', detail ->> 'inquiry', detail ->> 'seat', detail ->> 'reason') as line from ledger_entry
       where action = 'change' and detail @> $1::jsonb and (detail ?| array['relocation','inquiry','seat']) and person_id is not null and case_id is not null
         and municipality_id is not null order by id`,
      [JSON.stringify(of)],
    )
  ).map(({ line }) => line);
const toldOf = async (like: string): Promise<string[]> =>
  (
    await world.behindTheLocks<{ told: string }>(
      `select split_part(s.name, ' ', 1) || ' ' || n.kind as told from notice n join staff_member s on s.id = n.staff_id
       where n.effect_key like $1 and n.kind in ('not-needed','inquiry-over','relocation-over') order by 1`,
      [like],
    )
  ).map(({ told }) => told);

async function moving(givenName: string): Promise<{ group: GroupUnderTest; id: string }> {
  const group = await formedGroup(world, api, { givenName });
  const before = await group.seenBy('anna');
  const move = { groupId: group.id, version: before['version'], move: 'move', reason: 'other-municipality' };
  await (await as('anna')).query(MOVE, { i: move });
  const { version } = await group.seenBy('anna');
  const { offerRelocation } = await (
    await as('elin')
  ).query(OFFER, {
    i: {
      groupId: group.id,
      version,
      toBranchId: there.branchId,
      itemIds: [],
      neededForCare: true,
      reasons: 'Stödet måste fortsätta.',
    },
  });
  return { group, id: offerRelocation.offers[0].id };
}

const merge = async (personId: string): Promise<void> => {
  const people = peopleOf(world);
  const birgitta = world.caller('birgitta');
  const double = await people.register(
    world.caller('maria'),
    anIdentity({ givenName: 'Dubbel', familyName: 'Provberg' }),
  );
  const { kept, folded, keptVersion, foldedVersion } = await people.merge.preview(birgitta, personId, double);
  await people.merge.run(birgitta, {
    keptId: kept.id,
    foldedId: folded.id,
    keptVersion,
    foldedVersion,
    takeFolded: [],
    reasons: 'Samma barn.',
  });
};

describe('an offer to another town', () => {
  it('that ends as records are put together is told to both sides', async () => {
    const { group, id } = await moving('Alma');
    await merge(group.file.personId);
    expect(await linesOf({ relocationId: id })).toEqual(['withdrawn by-itself']);
    expect(await toldOf(`relocation:${id}:%`)).toEqual([
      'Anna relocation-over',
      'Elin relocation-over',
      'Olle relocation-over',
    ]);
  });

  it('that is taken back by hand is told to those who did not do it', async () => {
    const { id } = await moving('Bo');
    await (await as('anna')).query(BACK, { i: { id, version: 1 } });
    expect(await linesOf({ relocationId: id })).toEqual(['withdrawn']);
    expect(await toldOf(`relocation:${id}:%`)).toEqual(['Elin relocation-over', 'Olle relocation-over']);
  });

  it('that ends as the group is closed is told likewise', async () => {
    const { group, id } = await moving('Ceder');
    await group.step('close', { words: 'Familjen flyttade inte.', reason: 'goals-met' });
    expect(await linesOf({ relocationId: id })).toEqual(['withdrawn not-moving']);
    expect(await toldOf(`relocation:${id}:%`)).toEqual(['Elin relocation-over', 'Olle relocation-over']);
  });

  it('that ends in no hands at all is told of by the tables, once', async () => {
    const { group, id } = await moving('Disa');
    await world.behindTheLocks(`update case_file set closed_at = clock.now() where id = $1`, [group.file.caseId]);
    expect(await linesOf({ relocationId: id })).toEqual([]);
    for (const requestId of ['first', 'again'])
      await new TellEnded(world.asCaller).reconcile({ kind: 'service', name: 'consents', requestId });
    expect(await linesOf({ relocationId: id })).toEqual(['withdrawn by-itself']);
    expect(await toldOf(`relocation:${id}:%`)).toEqual([
      'Anna relocation-over',
      'Elin relocation-over',
      'Olle relocation-over',
    ]);
  });
});

describe('a question to another house', () => {
  const scope = {
    form: 'mash',
    from: [POLICE],
    to: [SOC],
    categories: ['crime-and-suspicion', 'associates-and-network'],
    purposes: ['investigate-need'],
  } as const;

  it('about a grown person that ends with their yes is told to who was asked and who asked', async () => {
    const file = await openInvestigation(world, { givenName: 'Rune' });
    await world.behindTheLocks(`update person set born = '1996-03-02' where id = $1`, [file.personId]);
    const { branchId, staffId } = world.caller('anna');
    await world.behindTheLocks(
      `insert into assignment (id, case_id, branch_id, staff_id, reason) values (gen_random_uuid(), $1, $2, $3, 'coordination')`,
      [file.caseId, branchId, staffId],
    );
    const yes = await signedConsent(world, { ...file, secondGuardianId: '', signers: [file.personId] }, scope);
    const elin = await as('elin');
    const id = (await askAs(world, elin, { caseId: file.caseId, keys: ['marcus'], kind: 'mash-3' }))['marcus'] ?? '';
    const [asked] = await world.behindTheLocks<{ name: string }>(
      `select split_part(s.name, ' ', 1) as name from inquiry q join staff_member s on s.id = coalesce(q.representative_id, q.deputy_id) where q.id = $1`,
      [id],
    );
    await yes.withdraw(file.personId);
    expect(await linesOf({ inquiryId: id, inquiry: 'withdrawn' })).toEqual(['withdrawn']);
    expect(await toldOf(`inquiry:${id}:%`)).toEqual([
      'Elin inquiry-over',
      ...(asked ? [`${asked.name} not-needed`] : []),
    ]);
  });

  it('that ends as records are put together is told, and its time limit is void', async () => {
    const file = await openInvestigation(world, { givenName: 'Sigge' });
    const id = (await askAs(world, await as('elin'), { caseId: file.caseId, keys: ['hassan'] }))['hassan'] ?? '';
    await merge(file.personId);
    expect(await linesOf({ inquiryId: id, inquiry: 'withdrawn' })).toEqual(['withdrawn']);
    expect(await toldOf(`inquiry:${id}:%`)).toContain('Elin inquiry-over');
    const limits = await world.behindTheLocks<{ state: string }>(`select state from deadline where about_id = $1`, [
      id,
    ]);
    expect(limits).toEqual([{ state: 'void' }]);
  });

  it('that the investigation leaves behind has its line as well', async () => {
    const file = await openInvestigation(world, { givenName: 'Tove' });
    const id = (await askAs(world, await as('elin'), { caseId: file.caseId, keys: ['hassan'] }))['hassan'] ?? '';
    const [{ version } = { version: 0 }] = await world.behindTheLocks<{ version: number }>(
      `select version from case_file where id = $1`,
      [file.caseId],
    );
    await (
      await as('elin')
    ).query(`mutation($i: BeginMeasuresInput!) { beginMeasures(input: $i) { caseId } }`, {
      i: { caseId: file.caseId, expectedVersion: version, reasons: 'Insatser behövs.' },
    });
    expect(await linesOf({ inquiryId: id, inquiry: 'closed' })).toEqual(['closed']);
    expect(
      (
        await (
          await as('elin')
        ).refusal(ASK, { i: { caseId: file.caseId, kind: 'mash-2', unitIds: [], categories: [], withNumber: false } })
      ).code,
    ).toBe('INQUIRY_NEEDS_INVESTIGATION');
  });
});

describe('a seat in a group', () => {
  it('that a post takes along as it ends has the line of a seat that is ended by hand', async () => {
    const group = await formedGroup(world, api, { givenName: 'Ulla' });
    const { staffId } = world.caller('lena');
    const [post] = await world.behindTheLocks<{ id: string }>(
      `select membership_id as id from group_member where group_id = $1 and staff_id = $2`,
      [group.id, staffId],
    );
    await (await as('tove')).query(END_POST, { id: post?.id, staffId, endsAt: null });
    expect(await linesOf({ groupId: group.id, staffId })).toEqual(['ended post-ended']);
    expect(await toldOf(`group:${group.id}:seat:%`)).toEqual(['Lena not-needed']);
  });
});
