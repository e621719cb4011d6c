/** Outside social services the house's manager assesses a ground for what the house has said; its representative cannot (docs/decisions/0005). */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ItemStore } from '#use-cases/gate/items.port.js';
import { giveTold } from '#use-cases/share/give-told.js';
import { ShareStore } from '#use-cases/share/share.port.js';
import { toldItem } from '#use-cases/share/tellables.js';
import { startApi, type Api, type ApiClient } from '../../support/api.js';
import { openMeasuresCase, SCHOOL, signedConsent, type JointCase } from '../../support/joint.js';
import { buildWorld, type World } from '../../support/world.js';

const SHARING = `query($id: ID!) { sharing(caseId: $id) { mayAssess assessors { name } items { id text } } }`;
const ASSESS = `mutation($i: AssessGroundInput!) { assessGround(input: $i) { opens } }`;
const SHARE = `mutation($i: ShareItemsInput!) { shareItems(input: $i) { outcome ground shareId } }`;
const PAGE = `query($id: ID!) { sharedCase(caseId: $id) { things { part { text ground } } } }`;
const SEEN = 'Sedd med äldre vid torget tre kvällar.';

let world: World;
let api: Api;
let file: JointCase;
let marcus: ApiClient;
let chief: ApiClient;
let itemId: string;
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
  const chiefId = randomUUID();
  await world.behindTheLocks(
    `insert into staff_member (id, municipality_id, issuer, subject, name, title, email)
     values ($1, $2, 'https://login.polisen.example', 'gunvor', 'Gunvor Stålhed', 'Gruppchef', 'gunvor@polisen.example')`,
    [chiefId, officer.municipalityId],
  );
  await world.behindTheLocks(
    `insert into membership (id, municipality_id, staff_id, unit_id, role, rank, starts_at)
     values (gen_random_uuid(), $1, $2, $3, 'manager', 'leader', clock.now() - interval '1 day')`,
    [officer.municipalityId, chiefId, officer.unitId],
  );
  for (const staffId of [officer.staffId, chiefId])
    await world.behindTheLocks(
      `insert into assignment (id, case_id, branch_id, staff_id, reason) values (gen_random_uuid(), $1, $2, $3, 'share')`,
      [file.caseId, officer.branchId, staffId],
    );
  [marcus, chief] = await Promise.all([api.as({ id: officer.staffId }), api.as({ id: chiefId })]);
  itemId = await world.asCaller.run(officer, (tx) =>
    world.seal.item(tx, {
      caseId: file.caseId,
      category: 'associates-and-network',
      form: 'sig',
      phase: 'measures',
      subjectIds: [file.personId],
      content: { text: SEEN },
    }),
  );
}, 120_000);
afterAll(async () => {
  await api?.close();
  await world?.close();
});

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

const assessed = () => ({
  i: {
    caseId: file.caseId,
    itemIds: [itemId],
    toBranchId: school(),
    purpose: 'support',
    ground: 'OSL 10:27',
    criteria: [{ criterion: 'interestClearlyOutweighs', met: true }],
    reasons: 'Skolan möter honom varje dag och kan bryta kvällarna.',
    until: new Date(Date.now() + 30 * 86_400_000).toISOString(),
  },
});
const toSchool = () => ({
  i: {
    caseId: file.caseId,
    pairs: [{ thing: itemId, toBranchId: school() }],
    purpose: 'support',
    receivers: [{ branchId: school(), staffIds: [lena()] }],
  },
});

describe('in the police', () => {
  it('the representative sees what the house has said and who may assess, and may not', async () => {
    const { sharing } = await marcus.query(SHARING, { id: file.caseId });
    expect(sharing).toMatchObject({ mayAssess: false, assessors: [{ name: 'Gunvor Stålhed' }] });
    expect(sharing.items).toEqual([{ id: itemId, text: SEEN }]);
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
