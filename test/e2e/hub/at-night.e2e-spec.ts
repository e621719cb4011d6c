/** Three in the morning: whoever is awake is told, asked and put first, and those who sleep are asked beside them. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { civilDayOf, instantAt } from '#domain/kernel/stockholm.js';
import { type Api, type ApiClient, startApi } from '../../support/api.js';
import { openGradedCase } from '../../support/case.js';
import { onBoard } from '../../support/hub.js';
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
  const { conveneHub } = await maria.query(`mutation($i: ConveneHubInput!) { conveneHub(input: $i) { id } }`, {
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
  // The lobby gives the telephone of whoever is awake.
  const { hub } = await maria.query(`query($id: ID!) { hub(id: $id) { rows { state awaits { staffId } } } }`, {
    id: conveneHub.id,
  });
  expect(hub.rows).toEqual([{ state: 'awaited', awaits: { staffId: staff('nils') } }]);
});

/** Nils in his post of that role in the emergency service. */
async function inPost(role: string): Promise<ApiClient> {
  const [post] = await world.behindTheLocks<{ id: string }>(
    `select m.id from membership m join unit u on u.id = m.unit_id where m.staff_id = $1 and m.role = $2 and u.kind = 'emergency'`,
    [staff('nils'), role],
  );
  return api.as({ id: staff('nils') }, post!.id);
}

async function receive(nils: ApiClient, caseId: string): Promise<void> {
  await nils.query(PROTECT, {
    input: { caseId, needsProtection: false, reasons: 'Barnet är hos mormor.', measures: '' },
  });
  const now = (await nils.query(`query($id: ID!) { case(id: $id) { version } }`, { id: caseId })).case;
  await nils.query(GRADE, {
    input: { caseId, expectedVersion: now.version, grade: 'red', reasons: 'Hot i kväll.', instrument: 'check-irk' },
  });
}

it('lets whoever is on duty decide what cannot wait, in their own name: the four hours end before the others wake', async () => {
  const { id } = await makeReport(await as('marcus'));
  const [child] = await world.behindTheLocks<{ case_id: string }>(
    `select case_id from report_child where report_id = $1`,
    [id],
  );
  const caseId = child!.case_id;
  const [nils, forTheUnit] = [await inPost('intake'), await inPost('unit-representative')];
  await receive(nils, caseId);
  const { proposeHub } = await nils.query(`query($id: ID!) { proposeHub(caseId: $id) { units { unitId kind } } }`, {
    id: caseId,
  });
  const { unitId } = proposeHub.units.find((unit: { kind: string }) => unit.kind === 'child');
  const { conveneHub } = await nils.query(`mutation($i: ConveneHubInput!) { conveneHub(input: $i) { id } }`, {
    i: { caseId, unitIds: [unitId], deciderId: staff('elin') },
  });
  const { hub } = await forTheUnit.query(`query($id: ID!) { hub(id: $id) { rows { questionId } you { decisions } } }`, {
    id: conveneHub.id,
  });
  expect(hub.you.decisions).toEqual([]);
  const { questionId } = hub.rows[0];
  await forTheUnit.query(`mutation($i: AnswerHubQuestionInput!) { answerHubQuestion(input: $i) { late } }`, {
    i: {
      questionId,
      version: 1,
      knowledge: 'knows',
      parts: [{ category: 'home-and-family', text: 'Mormor tar emot i natt.', about: [] }],
    },
  });
  const board = onBoard(conveneHub.id, {}, (key) =>
    key === 'elin' ? as('elin') : Promise.resolve(key === 'unit' ? forTheUnit : nils),
  );
  await board.act('nils', 'moveMeeting', 'MoveMeetingInput', { step: 'start' });
  await board.act('unit', 'givePicture', 'GivePictureInput', { questionId });
  await board.act('nils', 'saveBoardText', 'SaveBoardTextInput', {
    text: 'joint-assessment',
    value: 'Barnet är i säkerhet i natt.',
    baseVersion: null,
  });
  const reasons = 'Hotet är akut. Mormor och polisen är vidtalade.';
  const closing = await board.refusal('nils', 'decideHub', 'DecideHubInput', { kind: 'no-investigation', reasons });
  expect(closing.faults.map(({ field, code }) => [field, code])).toEqual([['kind', 'WAITS_FOR_AUTHORITY']]);
  const asUnit = await board.refusal('unit', 'decideHub', 'DecideHubInput', { kind: 'more-now', reasons });
  expect(asUnit.code).toBe('NOT_ALLOWED');
  await board.act('nils', 'decideHub', 'DecideHubInput', {
    kind: 'open-investigation',
    reasons,
    handOverTo: staff('elin'),
  });
  // On duty one changes what was decided on duty.
  const more = { kind: 'more-now', reasons: 'Vi väntar in polisen.' };
  const again = { kind: 'open-investigation', reasons, handOverTo: staff('elin') };
  await board.act('nils', 'decideHub', 'DecideHubInput', more);
  await board.act('nils', 'decideHub', 'DecideHubInput', again);
  const standing = () =>
    world.behindTheLocks(
      `select d.kind, s.subject as decider from hub_decision d join staff_member s on s.id = d.decided_by where d.hub_id = $1`,
      [conveneHub.id],
    );
  expect(await standing()).toEqual([{ kind: 'open-investigation', decider: 'nils' }]);
  // What somebody with the authority has decided is nobody's to change at night, by the program or past it.
  await board.act('elin', 'decideHub', 'DecideHubInput', again);
  expect((await board.refusal('nils', 'decideHub', 'DecideHubInput', more)).faults).toMatchObject([
    { field: 'kind', code: 'WAITS_FOR_AUTHORITY' },
  ]);
  const emergency = await world.behindTheLocks<{ id: string; branch_id: string }>(
    `select id, branch_id from unit where kind = 'emergency' and municipality_id = $1`,
    [world.town.municipalityId],
  );
  const past = (role: string, sql: string) =>
    world.source.transaction(async (manager) => {
      await manager.query(
        `select set_config('samnav.staff', $1, true), set_config('samnav.unit', $2, true), set_config('samnav.branch', $3, true),
          set_config('samnav.municipality', $4, true), set_config('samnav.role', $5, true), set_config('samnav.service', '', true)`,
        [staff('nils'), emergency[0]!.id, emergency[0]!.branch_id, world.town.municipalityId, role],
      );
      return manager.query(sql, [conveneHub.id, staff('nils')]) as Promise<[unknown[], number]>;
    });
  const overturn = `update hub_decision set kind = 'more-now', decided_by = $2 where hub_id = $1 returning id`;
  expect((await past('intake', overturn))[1]).toBe(0);
  const anew = `insert into hub_decision (id, hub_id, kind, item_id, decided_by) select gen_random_uuid(), $1, 'no-investigation', r.item_id, $2
    from hub_decision r where r.hub_id = $1`;
  for (const role of ['intake', 'unit-representative', 'coordinator'])
    await expect(past(role, anew)).rejects.toThrow('row-level security');
  expect(await standing()).toEqual([{ kind: 'open-investigation', decider: 'elin' }]);
  await board.act('nils', 'moveMeeting', 'MoveMeetingInput', { step: 'begin-closing' });
  await board.act('nils', 'moveMeeting', 'MoveMeetingInput', { step: 'close' });
  const [decided] = await world.behindTheLocks(
    `select d.kind, s.subject as decider, c.state, l.state as deadline from hub_decision d join staff_member s on s.id = d.decided_by
     join hub h on h.id = d.hub_id join case_file c on c.id = h.case_id
     join deadline l on l.case_id = c.id and l.kind = 'grade-red-assessment' where h.id = $1`,
    [conveneHub.id],
  );
  expect(decided).toEqual({ kind: 'open-investigation', decider: 'elin', state: 'investigation', deadline: 'met' });
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

  const nils = await inPost('intake');
  await receive(nils, caseId);
  const { proposeHub } = await nils.query(
    `query($id: ID!) { proposeHub(caseId: $id) { leaders { staffId } deciders { staffId } } }`,
    { id: caseId },
  );
  expect(proposeHub.leaders[0]).toEqual({ staffId: staff('nils') });
  expect(proposeHub.deciders[0]).toEqual({ staffId: staff('nils') });

  await world.database.moveClock(`${night - Date.now() + 6 * 60 * 60_000} milliseconds`);
  const gone = await inPost('intake');
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
