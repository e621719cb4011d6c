/** Three in the morning: whoever is awake is told, asked and put first, and those who sleep are asked beside them. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { civilDayOf, instantAt } from '#domain/kernel/stockholm.js';
import { type Api, startApi } from '../../support/api.js';
import { openGradedCase } from '../../support/case.js';
import { buildWorld, type World } from '../../support/world.js';

let world: World;
let api: Api;
const night = instantAt(civilDayOf(Date.now()) + 2, 3 * 60);
const staff = (key: string): string => world.town.staff.get(key) ?? '';
const as = (key: string) => api.as({ id: staff(key) });

beforeAll(async () => {
  world = await buildWorld();
  api = await startApi(world.database);
  await world.database.moveClock(`${night - Date.now()} milliseconds`);
  await world.behindTheLocks(
    `insert into duty_shift (id, municipality_id, unit_id, staff_id, rank, starts_at, ends_at)
     select gen_random_uuid(), u.municipality_id, u.id, $1, 'primary', clock.now() - interval '6 hours', clock.now() + interval '5 hours'
     from unit u where u.kind = 'emergency' and u.municipality_id = $2`,
    [staff('nils'), world.town.municipalityId],
  );
}, 120_000);
afterAll(async () => {
  await api?.close();
  await world?.close();
});

it('asks the emergency service, and each unit’s own person at the same time', async () => {
  const { caseId } = await openGradedCase(world, { grade: 'red' });
  const maria = await as('maria');
  const { proposeHub } = await maria.query(
    `query($id: ID!) { proposeHub(caseId: $id) { units { unitId kind representative { staffId } deputy { staffId } onRoster together } } }`,
    { id: caseId },
  );
  const child = proposeHub.units.find((unit: { kind: string }) => unit.kind === 'child');
  expect(child).toMatchObject({
    representative: { staffId: staff('nils') },
    deputy: { staffId: staff('sara') },
    onRoster: true,
    together: true,
  });
  await maria.query(`mutation($i: ConveneHubInput!) { conveneHub(input: $i) { id } }`, {
    i: { caseId, unitIds: [child.unitId] },
  });
  const asked = await world.behindTheLocks<{ subject: string; sms: number; on_case: boolean }>(
    `select s.subject, (select count(*)::int from delivery d where d.notice_id = n.id and d.channel = 'sms') as sms,
       exists (select 1 from assignment a where a.case_id = n.case_id and a.staff_id = s.id) as on_case
     from notice n join staff_member s on s.id = n.staff_id where n.kind = 'question-asked' order by 1`,
  );
  // Sara has left no number.
  expect(asked).toEqual([
    { subject: 'nils', sms: 1, on_case: true },
    { subject: 'sara', sms: 0, on_case: true },
  ]);
});
