/** Three in the morning: whoever is awake is told, asked and put first, and those who sleep are asked beside them. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { civilDayOf, instantAt } from '#domain/kernel/stockholm.js';
import { type Api, startApi } from '../../support/api.js';
import { openGradedCase } from '../../support/case.js';
import { GRADE, makeReport, PROTECT } from '../../support/reports.js';
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

it('tells whoever is on duty of a report by text message, who can receive, grade and lead until the shift ends', async () => {
  // A message that has not left would say it for this one too.
  await world.behindTheLocks(`delete from delivery`);
  const { id } = await makeReport(await as('marcus'));
  const [child] = await world.behindTheLocks<{ case_id: string }>(
    `select case_id from report_child where report_id = $1`,
    [id],
  );
  const caseId = child!.case_id;
  const told = await world.behindTheLocks<{ subject: string; channels: string[] }>(
    `select s.subject, array_agg(d.channel order by d.channel) as channels from notice n join staff_member s on s.id = n.staff_id
     join delivery d on d.notice_id = n.id where n.case_id = $1 and n.kind = 'report-received' group by 1 order by 1`,
    [caseId],
  );
  expect(told).toContainEqual({ subject: 'nils', channels: ['mail', 'sms'] });
  expect(told).toContainEqual({ subject: 'maria', channels: ['mail'] });

  const [post] = await world.behindTheLocks<{ id: string }>(
    `select id from membership where staff_id = $1 and role = 'intake'`,
    [staff('nils')],
  );
  const nils = await api.as({ id: staff('nils') }, post!.id);
  await nils.query(PROTECT, {
    input: { caseId, needsProtection: false, reasons: 'Barnet är hos mormor.', measures: '' },
  });
  const now = (await nils.query(`query($id: ID!) { case(id: $id) { version } }`, { id: caseId })).case;
  await nils.query(GRADE, {
    input: { caseId, expectedVersion: now.version, grade: 'red', reasons: 'Hot i kväll.', instrument: 'check-irk' },
  });
  const { proposeHub } = await nils.query(`query($id: ID!) { proposeHub(caseId: $id) { leaders { staffId } } }`, {
    id: caseId,
  });
  expect(proposeHub.leaders[0]).toEqual({ staffId: staff('nils') });

  await world.database.moveClock(`${night - Date.now() + 6 * 60 * 60_000} milliseconds`);
  const gone = await api.as({ id: staff('nils') }, post!.id);
  expect((await gone.refusal(`query($id: ID!) { case(id: $id) { version } }`, { id: caseId })).code).toBe('NOT_FOUND');
});

it('sends intake a text message too when the reporter says danger', async () => {
  const { id } = await makeReport(await as('marcus'), { immediateDanger: true });
  const told = await world.behindTheLocks<{ subject: string }>(
    `select s.subject from notice n join staff_member s on s.id = n.staff_id join delivery d on d.notice_id = n.id
     join report_child c on c.case_id = n.case_id
     where c.report_id = $1 and n.kind = 'report-received' and d.channel = 'sms' order by 1`,
    [id],
  );
  expect(told).toEqual([{ subject: 'jonas' }, { subject: 'maria' }]);
});
