/** What cannot wait goes on from shift to shift while the town is closed: nobody goes home with the case. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { civilDayOf, instantAt } from '#domain/kernel/stockholm.js';
import { weekdayOf } from '#domain/kernel/civil-day.js';
import { isHolidayOrEve } from '#domain/kernel/public-holidays.js';
import { carryOutBatch } from '#use-cases/deadline/wake-batch.js';
import { DeadlineActs } from '#use-cases/deadline/deadline-acts.js';
import { WakeStore } from '#use-cases/deadline/wake.port.js';
import { CallShift } from '#use-cases/report/call-shift.js';
import { type Api, startApi } from '../../support/api.js';
import { openGradedCase } from '../../support/case.js';
import { makeReport } from '../../support/reports.js';
import { hostWorker } from '../../support/hosted.js';
import { buildWorld, type World } from '../../support/world.js';

const HOUR = 60;
let world: World;
let api: Api;
const staff = (key: string): string => world.town.staff.get(key) ?? '';

/** An ordinary Tuesday, so that neither a weekend nor a holiday closes the town. */
const tuesday = (() => {
  let day = civilDayOf(Date.now()) + 2;
  while (weekdayOf(day) !== 'tue' || isHolidayOrEve(day) || isHolidayOrEve(day + 1)) day += 1;
  return day;
})();
const clockAt = (minutes: number) =>
  world.database.moveClock(`${instantAt(tuesday, 0) + minutes * 60_000 - Date.now()} milliseconds`);
const callShift = () =>
  new CallShift(world.asCaller).reconcile({ kind: 'service', name: 'reception', requestId: 'test' });

const shift = (key: string, from: number, until: number) =>
  world.behindTheLocks(
    `insert into duty_shift (id, municipality_id, unit_id, staff_id, rank, starts_at, ends_at)
     select gen_random_uuid(), u.municipality_id, u.id, $1, 'primary', $3::timestamptz, $4::timestamptz
     from unit u where u.kind = 'emergency' and u.municipality_id = $2`,
    [
      staff(key),
      world.town.municipalityId,
      new Date(instantAt(tuesday, 0) + from * 60_000),
      new Date(instantAt(tuesday, 0) + until * 60_000),
    ],
  );
const sees = async (key: string, caseId: string): Promise<boolean> => {
  const [post] = await world.behindTheLocks<{ id: string }>(
    `select m.id from membership m join unit u on u.id = m.unit_id
     where m.staff_id = $1 and m.role = 'intake' and u.kind = 'emergency'`,
    [staff(key)],
  );
  const client = await api.as({ id: staff(key) }, post!.id);
  return client.query(`query($id: ID!) { case(id: $id) { version } }`, { id: caseId }).then(
    () => true,
    () => false,
  );
};
/** Whom notices of the case have reached, by what; text messages among them. */
const toldOf = async (caseId: string, kind: string): Promise<string[]> => {
  const rows = await world.behindTheLocks<{ subject: string; own: boolean }>(
    `select s.subject from notice n join staff_member s on s.id = n.staff_id
     where n.case_id = $1 and n.kind = $2 order by n.created_at, 1`,
    [caseId, kind],
  );
  return rows.map(({ subject }) => subject);
};
const report = async (): Promise<string> => {
  const { id } = await makeReport(await api.as({ id: staff('marcus') }));
  const [child] = await world.behindTheLocks<{ case_id: string }>(
    `select case_id from report_child where report_id = $1`,
    [id],
  );
  return child!.case_id;
};

beforeAll(async () => {
  world = await buildWorld();
  await clockAt(12 * HOUR);
  api = await startApi(world.database);
  await world.behindTheLocks(
    `insert into membership (id, municipality_id, staff_id, unit_id, role, starts_at)
     select gen_random_uuid(), u.municipality_id, $1, u.id, 'intake', clock.now() - interval '1 day'
     from unit u where u.kind = 'emergency' and u.municipality_id = $2`,
    [staff('sara'), world.town.municipalityId],
  );
  await shift('nils', 16 * HOUR, 22 * HOUR);
  await shift('sara', 22 * HOUR, 30 * HOUR);
}, 120_000);
afterAll(async () => {
  await api?.close();
  await world?.close();
});

describe('a report at half past nine', () => {
  let caseId: string;
  beforeEach(() => clockAt(21.5 * HOUR));

  it('reaches the shift that goes home at ten, and the one that comes', async () => {
    caseId = await report();
    expect(await sees('nils', caseId)).toBe(true);
    await clockAt(22 * HOUR + 1);
    expect([await sees('nils', caseId), await sees('sara', caseId)]).toEqual([false, false]);
    await callShift();
    expect([await sees('nils', caseId), await sees('sara', caseId)]).toEqual([false, true]);
    const told = await world.behindTheLocks(
      `select s.subject, d.kind as about, n.due_at is not null as timed from notice n
       join staff_member s on s.id = n.staff_id join deadline d on d.id = n.deadline_id
       where n.case_id = $1 and n.kind = 'duty-waits'`,
      [caseId],
    );
    expect(told).toEqual([{ subject: 'sara', about: 'protection-assessment', timed: true }]);
    const lines = await world.behindTheLocks(
      `select detail ->> 'staffId' as staff from ledger_entry where case_id = $1 and action = 'assign' and detail ->> 'reason' = 'on-duty' order by id`,
      [caseId],
    );
    expect(lines).toEqual([{ staff: staff('nils') }, { staff: staff('sara') }]);
  });

  it('is told once to a shift, and to nobody when the town is at work again', async () => {
    await clockAt(22 * HOUR + 3);
    await Promise.all([callShift(), callShift(), callShift()]);
    expect(await toldOf(caseId, 'duty-waits')).toEqual(['sara']);
    const [row] = await world.behindTheLocks<{ n: number }>(
      `select count(*)::int as n from assignment where case_id = $1 and staff_id = $2 and reason = 'on-duty'`,
      [caseId, staff('sara')],
    );
    expect(row!.n).toBe(1);
    await shift('nils', 32 * HOUR, 40 * HOUR);
    await clockAt(33 * HOUR);
    expect(await callShift()).toBe(0);
    expect(await sees('nils', caseId)).toBe(false);
  });
});

it('gives a red case of the afternoon to the evening, and neither a green nor a decided one', async () => {
  await clockAt(16.5 * HOUR);
  const { caseId } = await openGradedCase(world, { grade: 'red' });
  const green = await openGradedCase(world, { grade: 'green' });
  const decided = await openGradedCase(world, { grade: 'orange' });
  await world.behindTheLocks(`update case_file set state = 'investigation' where id = $1`, [decided.caseId]);
  // Intake is there still.
  await callShift();
  expect(await sees('nils', caseId)).toBe(false);
  await clockAt(17 * HOUR + 1);
  // The worker does it by itself, as each minute.
  const worker = await hostWorker(world.database);
  try {
    for (let tries = 0; tries < 50 && !(await sees('nils', caseId)); tries += 1)
      await new Promise((resolve) => setTimeout(resolve, 100));
  } finally {
    await worker.stop();
  }
  expect(await toldOf(caseId, 'duty-waits')).toEqual(['nils']);
  expect([await sees('nils', caseId), await sees('nils', green.caseId), await sees('nils', decided.caseId)]).toEqual([
    true,
    false,
    false,
  ]);
}, 60_000);

it('puts on the case whoever an alarm has gone on to on the duty roster, and nobody before', async () => {
  await clockAt(12 * HOUR);
  const { caseId } = await openGradedCase(world, { grade: 'red' });
  await clockAt(16 * HOUR + 20);
  const carryOut = () =>
    world.asCaller.run({ kind: 'service', name: 'deadlines', requestId: 'test' }, async (tx) =>
      carryOutBatch(tx, new DeadlineActs(), await tx.of(WakeStore).takeDue(tx.now, 100)),
    );
  await carryOut();
  expect(await toldOf(caseId, 'deadline-escalated')).not.toContain('nils');
  expect(await sees('nils', caseId)).toBe(false);
  // An hour after its end, in the last of intake's hours.
  await world.behindTheLocks(
    `update deadline set next_wake_at = next_wake_at - interval '1 hour', starts_at = starts_at - interval '1 hour',
       due_at = due_at - interval '1 hour' where case_id = $1`,
    [caseId],
  );
  await carryOut();
  expect(await toldOf(caseId, 'deadline-escalated')).toContain('nils');
  expect(await sees('nils', caseId)).toBe(true);
  const [line] = await world.behindTheLocks(
    `select detail ->> 'staffId' as staff, detail ->> 'reason' as reason from ledger_entry where case_id = $1 and action = 'assign'`,
    [caseId],
  );
  expect(line).toEqual({ staff: staff('nils'), reason: 'on-duty' });
});
