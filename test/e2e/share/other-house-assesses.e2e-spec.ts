/** Outside social services the house's manager assesses a ground for what the house has said; its representative cannot (docs/decisions/0005). */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Category } from '#domain/disclosure/vocabulary.js';
import { ItemStore } from '#use-cases/gate/items.port.js';
import { giveTold } from '#use-cases/share/give-told.js';
import { ShareStore } from '#use-cases/share/share.port.js';
import { toldItem } from '#use-cases/share/tellables.js';
import { startApi, type Api, type ApiClient } from '../../support/api.js';
import { openMeasuresCase, SCHOOL, signedConsent, type JointCase } from '../../support/joint.js';
import { buildWorld, type World } from '../../support/world.js';

const SHARING = `query($id: ID!) { sharing(caseId: $id) { mayAssess assessors { name role } items { id text } } }`;
const ASSESS = `mutation($i: AssessGroundInput!) { assessGround(input: $i) { opens } }`;
const SHARE = `mutation($i: ShareItemsInput!) { shareItems(input: $i) { outcome ground shareId } }`;
const ADD_POST = 'mutation ($input: AddPostInput!) { addPost(input: $input) { posts { role } } }';
const PAGE = `query($id: ID!) { sharedCase(caseId: $id) { things { part { text ground } } } }`;
const INVESTIGATED = 'Förhör hållet om rånet på torget.';
const SEEN = 'Sedd med äldre vid torget tre kvällar.';

let world: World;
let api: Api;
let file: JointCase;
let marcus: ApiClient;
let chief: ApiClient;
let leader: ApiClient;
let itemId: string;
let investigated: string;
const school = (): string => world.town.branches.get(SCHOOL) ?? '';
const lena = (): string => world.town.staff.get('lena') ?? '';

beforeAll(async () => {
  world = await buildWorld();
  file = await openMeasuresCase(world);
  // The family says yes to one kind of information, and that brings the police to the case; the rest needs a ground.
  await signedConsent(world, file, { categories: ['leisure'] });
  await tellThePolice();
  api = await startApi(world.database);
  const officer = world.caller('marcus');
  const [chiefId, leaderId] = ['gunvor', 'disa'].map((key) => world.caller(key).staffId) as [string, string];
  for (const staffId of [officer.staffId, chiefId, leaderId])
    await world.behindTheLocks(
      `insert into assignment (id, case_id, branch_id, staff_id, reason) values (gen_random_uuid(), $1, $2, $3, 'share')`,
      [file.caseId, officer.branchId, staffId],
    );
  [marcus, chief, leader] = await Promise.all(
    [officer.staffId, chiefId, leaderId].map((id) => api.as({ id })) as [
      Promise<ApiClient>,
      Promise<ApiClient>,
      Promise<ApiClient>,
    ],
  );
  investigated = await said('preliminary-investigation', INVESTIGATED);
  itemId = await said('associates-and-network', SEEN);
}, 120_000);
afterAll(async () => {
  await api?.close();
  await world?.close();
});

const said = (category: Category, text: string): Promise<string> =>
  world.asCaller.run(world.caller('marcus'), (tx) =>
    world.seal.item(tx, {
      caseId: file.caseId,
      category,
      form: 'sig',
      phase: 'measures',
      subjectIds: [file.personId],
      content: { text },
    }),
  );

const tellThePolice = (): Promise<void> =>
  world.asCaller.run(world.caller('anna'), async (tx) => {
    const id = await world.seal.item(tx, {
      caseId: file.caseId,
      category: 'leisure',
      form: 'sig',
      phase: 'measures',
      subjectIds: [file.personId],
      content: { text: 'Boxning på tisdagar.' },
    });
    const [item] = await tx.of(ItemStore).findSealed([id]);
    const { branchId } = world.caller('marcus');
    const houses = (await tx.of(ShareStore).findHouses()).filter((house) => house.branchId === branchId);
    if (item) await giveTold(tx, { told: [toldItem(item)], houses, purpose: 'support' });
  });

const assessed = (thing = itemId) => ({
  i: {
    caseId: file.caseId,
    itemIds: [thing],
    toBranchId: school(),
    purpose: 'support',
    ground: 'OSL 10:27',
    criteria: [{ criterion: 'interestClearlyOutweighs', met: true }],
    reasons: 'Skolan möter honom varje dag och kan bryta kvällarna.',
    until: new Date(Date.now() + 30 * 86_400_000).toISOString(),
  },
});
const toSchool = (thing = itemId) => ({
  i: {
    caseId: file.caseId,
    pairs: [{ thing, toBranchId: school() }],
    purpose: 'support',
    receivers: [{ branchId: school(), staffIds: [lena()] }],
  },
});

describe('in the police', () => {
  it('the representative sees what the house has said and who may assess, and may not', async () => {
    const { sharing } = await marcus.query(SHARING, { id: file.caseId });
    expect(sharing).toMatchObject({
      mayAssess: false,
      assessors: [
        { name: 'Disa Rönnkvist', role: 'investigation-leader' },
        { name: 'Gunvor Stålhed', role: 'manager' },
      ],
    });
    expect(sharing.items).toEqual(
      expect.arrayContaining([
        { id: itemId, text: SEEN },
        { id: investigated, text: INVESTIGATED },
      ]),
    );
    expect((await marcus.refusal(ASSESS, assessed())).code).toBe('NOT_ALLOWED');
    expect((await marcus.query(SHARE, toSchool())).shareItems).toMatchObject([{ outcome: 'refer', shareId: null }]);
  });

  it('the manager assesses in their own name, and then it may be told', async () => {
    expect((await chief.query(ASSESS, assessed())).assessGround).toEqual({ opens: true });
    const [row] = await world.behindTheLocks<{ from_house: string; decided_as: string }>(
      `select from_house, decided_as from assessment where person_id = $1 and ground = 'OSL 10:27'`,
      [file.personId],
    );
    expect(row).toEqual({ from_house: 'polisen/lpo-ekvalla', decided_as: 'manager' });
    const { shareItems } = await marcus.query(SHARE, toSchool());
    expect(shareItems).toMatchObject([{ outcome: 'release', ground: 'OSL 10:27' }]);
    const { sharedCase } = await (await api.as({ id: lena() })).query(PAGE, { id: file.caseId });
    expect(sharedCase.things).toEqual([{ part: { text: SEEN, ground: 'OSL 10:27' } }]);
  });

  it('what stands in a preliminary investigation is its leader’s to weigh, and nobody else’s', async () => {
    const refused = await chief.refusal(ASSESS, assessed(investigated));
    expect([refused.code, refused.message]).toEqual(['LEADER_ASSESSES', expect.stringContaining('förundersökning')]);
    const suspected = await said('crime-and-suspicion', 'Misstänks för rån.');
    expect((await leader.refusal(ASSESS, assessed(suspected))).code).toBe('MANAGER_ASSESSES');
    expect((await marcus.query(SHARE, toSchool(investigated))).shareItems).toMatchObject([{ outcome: 'refer' }]);
    expect((await leader.query(ASSESS, assessed(investigated))).assessGround).toEqual({ opens: true });
    const { shareItems } = await marcus.query(SHARE, toSchool(investigated));
    expect(shareItems).toMatchObject([{ outcome: 'release', ground: 'OSL 10:27' }]);
    const { sharedCase } = await (await api.as({ id: lena() })).query(PAGE, { id: file.caseId });
    expect(sharedCase.things).toContainEqual({ part: { text: INVESTIGATED, ground: 'OSL 10:27' } });
    const rows = await world.behindTheLocks<{ decided_as: string }>(
      `select decided_as from assessment where person_id = $1 and 'preliminary-investigation' = any (categories)`,
      [file.personId],
    );
    expect(rows).toEqual([{ decided_as: 'investigation-leader' }]);
  });

  it('the post is given by the administrator, in the police alone, and by nobody past the program elsewhere', async () => {
    const tove = await api.as({ id: world.town.staff.get('tove') ?? '' });
    const post = (staffKey: string, unitKey: string) => ({
      input: {
        staffId: world.town.staff.get(staffKey),
        unitId: world.caller(unitKey).unitId,
        role: 'investigation-leader',
      },
    });
    const { addPost } = await tove.query(ADD_POST, post('marcus', 'marcus'));
    expect(addPost.posts).toContainEqual({ role: 'investigation-leader' });
    const refused = await tove.refusal(ADD_POST, post('lena', 'lena'));
    expect(refused.faults).toMatchObject([{ field: 'role', code: 'POST_OF_THE_POLICE' }]);
    const { municipalityId, staffId, unitId } = world.caller('lena');
    const forced = world.behindTheLocks(
      `insert into membership (id, municipality_id, staff_id, unit_id, role, starts_at)
       values (gen_random_uuid(), $1, $2, $3, 'investigation-leader', clock.now())`,
      [municipalityId, staffId, unitId],
    );
    await expect(forced).rejects.toThrow('led in the police');
  });

  it('and in the school its own manager may', async () => {
    const { branchId } = world.caller('kerstin');
    await world.behindTheLocks(
      `insert into assignment (id, case_id, branch_id, staff_id, reason) values (gen_random_uuid(), $1, $2, $3, 'share')`,
      [file.caseId, branchId, world.caller('kerstin').staffId],
    );
    const kerstin = await api.as({ id: world.caller('kerstin').staffId });
    expect((await kerstin.query(SHARING, { id: file.caseId })).sharing).toMatchObject({ mayAssess: true });
  });

  it('and assesses nothing that another house has said', async () => {
    const others = await world.asCaller.run(world.caller('anna'), (tx) =>
      world.seal.item(tx, {
        caseId: file.caseId,
        category: 'home-and-family',
        form: 'sig',
        phase: 'measures',
        subjectIds: [file.personId],
        content: { text: 'Lugnare hemma.' },
      }),
    );
    const { i } = assessed();
    expect((await chief.refusal(ASSESS, { i: { ...i, itemIds: [others] } })).code).toBe('NOT_FOUND');
  });
});
