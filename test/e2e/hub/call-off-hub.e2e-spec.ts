/** A hub is called off: nothing of it runs on, nobody stands on the case for it, and why is kept. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Api, startApi } from '../../support/api.js';
import { openGradedCase } from '../../support/case.js';
import { until } from '../../support/deadlines.js';
import { onBoard } from '../../support/hub.js';
import { hostWorker, type HostedWorker } from '../../support/hosted.js';
import { buildWorld, type World } from '../../support/world.js';

const DEMONSTRATION = { SAMNAV_DEMONSTRATION: '1' };
let world: World;
let api: Api;
let worker: HostedWorker;

beforeAll(async () => {
  world = await buildWorld();
  [api, worker] = await Promise.all([
    startApi(world.database, DEMONSTRATION),
    hostWorker(world.database, DEMONSTRATION),
  ]);
}, 120_000);
afterAll(async () => {
  await worker?.stop();
  await api?.close();
  await world?.close();
}, 30_000);

it('asks why, ends what was asked and who was asked, and puts nobody new on the case', async () => {
  const { caseId } = await openGradedCase(world, { grade: 'red' });
  const as = (key: string) => api.as({ id: world.town.staff.get(key) ?? '' });
  const maria = await as('maria');
  const { proposeHub } = await maria.query(`query($id: ID!) { proposeHub(caseId: $id) { units { unitId } } }`, {
    id: caseId,
  });
  const input = { caseId, unitIds: proposeHub.units.map((unit: { unitId: string }) => unit.unitId) };
  const convene = `mutation($i: ConveneHubInput!) { conveneHub(input: $i) { id } }`;
  const { conveneHub } = await maria.query(convene, { i: input });
  const hub = onBoard(conveneHub.id, {}, as);
  const read = `query($id: ID!) { hub(id: $id) { state } }`;
  expect((await (await as('sara')).query(read, { id: hub.hubId })).hub.state).toBe('planned');

  const silent = await hub.refusal('maria', 'moveMeeting', 'MoveMeetingInput', { step: 'call-off', reasons: ' ' });
  expect(silent.faults).toMatchObject([{ field: 'reasons', code: 'REASONS_MISSING' }]);

  const reasons = 'Barnet är redan omhändertaget.';
  await hub.act('maria', 'moveMeeting', 'MoveMeetingInput', { step: 'call-off', reasons });
  const { items } = await hub.board('maria');
  expect(items.map(({ text }) => text)).toEqual([reasons]);
  expect(await world.behindTheLocks(`select 1 from board_event where payload::text like '%omhändertaget%'`)).toEqual(
    [],
  );

  const deadlines = () =>
    world.behindTheLocks<{ state: string; void_reason: string | null }>(
      `select distinct state, void_reason from deadline where case_id = $1 and kind = 'unit-knowledge'`,
      [caseId],
    );
  expect(await deadlines()).toEqual([{ state: 'void', void_reason: 'hub-called-off' }]);
  const working = () =>
    world.behindTheLocks<{ subject: string }>(
      `select s.subject from assignment a join staff_member s on s.id = a.staff_id
       where a.case_id = $1 and a.reason = 'hub' and (a.ends_at is null or a.ends_at > clock.now()) order by 1`,
      [caseId],
    );
  expect((await working()).filter(({ subject }) => subject !== 'maria')).toEqual([]);
  expect((await (await as('sara')).refusal(read, { id: hub.hubId })).code).toBe('NOT_FOUND');
  const told = await world.behindTheLocks<{ kind: string; unread: boolean }>(
    `select n.kind, n.read_at is null as unread from notice n join staff_member s on s.id = n.staff_id
     where s.subject = 'sara' and n.kind in ('question-asked', 'not-needed') order by 1`,
  );
  expect(told).toEqual([
    { kind: 'not-needed', unread: true },
    { kind: 'question-asked', unread: false },
  ]);

  // Half the time and then all of it go by; the grade's own time still warns, which shows that the worker was awake.
  await maria.query(`mutation { moveClock(minutes: 239) { aheadMinutes } }`);
  const warned = () =>
    world.behindTheLocks(`select 1 from notice where case_id = $1 and kind like 'deadline-%'`, [caseId]);
  await until(warned, (lines) => lines.length > 0);
  expect(
    await world.behindTheLocks(
      `select 1 from hub_question where deputy_asked_at is not null and representative_id is not null`,
    ),
  ).toEqual([]);
  expect(await deadlines()).toEqual([{ state: 'void', void_reason: 'hub-called-off' }]);
  expect((await working()).filter(({ subject }) => subject !== 'maria')).toEqual([]);

  const { conveneHub: anew } = await maria.query(convene, { i: input });
  expect(anew.id).not.toBe(hub.hubId);
}, 90_000);
