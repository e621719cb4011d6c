/** Two people convene the same hub in the same moment: there is one hub, and the other is told so. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Api, startApi } from '../../support/api.js';
import { openGradedCase } from '../../support/case.js';
import { buildWorld, type World } from '../../support/world.js';

let world: World;
let api: Api;

beforeAll(async () => {
  world = await buildWorld();
  api = await startApi(world.database);
}, 120_000);
afterAll(async () => {
  await api?.close();
  await world?.close();
});

it('lets one of two who convene at once win, and asks each unit once', async () => {
  const { caseId } = await openGradedCase(world, { grade: 'red' });
  const as = (key: string) => api.as({ id: world.town.staff.get(key) ?? '' });
  const [maria, jonas] = [await as('maria'), await as('jonas')];
  const { proposeHub } = await maria.query(`query($id: ID!) { proposeHub(caseId: $id) { units { unitId } } }`, {
    id: caseId,
  });
  const units: string[] = proposeHub.units.map((unit: { unitId: string }) => unit.unitId);
  const convene = `mutation($i: ConveneHubInput!) { conveneHub(input: $i) { id } }`;
  const outcomes = await Promise.all(
    [maria, jonas, maria, jonas].map((one) =>
      one.query(convene, { i: { caseId, unitIds: units } }).then(
        () => 'convened',
        (fault: unknown) => String(fault),
      ),
    ),
  );
  expect(outcomes.filter((one) => one === 'convened')).toHaveLength(1);
  expect(outcomes.filter((one) => one.includes('HUB_ALREADY_CONVENED'))).toHaveLength(3);
  const hubs = await world.behindTheLocks<{ id: string }>(`select id from hub where case_id = $1`, [caseId]);
  expect(hubs).toHaveLength(1);
  expect(await world.behindTheLocks(`select 1 from hub_question`)).toHaveLength(units.length);
  await expect(
    world.behindTheLocks(
      `insert into hub (id, kind, municipality_id, branch_id, case_id, starts_at, minutes, convened_by)
       select gen_random_uuid(), kind, municipality_id, branch_id, case_id, starts_at, minutes, convened_by from hub where id = $1`,
      [hubs[0]!.id],
    ),
  ).rejects.toThrow('hub_one_open_internal');
});
