/** How long a case is kept runs from its last note, or from a child's birth; a newer note moves it, and managers hear of it once. */
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Board } from '#domain/meeting/board.js';
import { OPEN_BEFORE } from '#migrations/0262-retention-of-cases.js';
import { OPEN_FOR_ADULTS } from '#migrations/0466-retention-of-adults.js';
import { CarryOutWake } from '#use-cases/deadline/carry-out-wake.js';
import { DeadlineActs } from '#use-cases/deadline/deadline-acts.js';
import { DeadlineLists } from '#use-cases/deadline/deadline-lists.port.js';
import { openRetention, recountRetention } from '#use-cases/deadline/retention-deadline.js';
import { RetentionDecisionStore } from '#use-cases/deadline/retention-decision.port.js';
import { RetentionStore } from '#use-cases/deadline/retention.port.js';
import type { ServiceCaller, StaffCaller } from '#use-cases/gate/caller.js';
import type { HubFacts } from '#use-cases/hub/hub.port.js';
import { concludeHub } from '#use-cases/meeting/conclude-hub.js';
import { openGradedCase, type GradedCase } from '../../support/case.js';
import { openMeasuresCase } from '../../support/joint.js';
import { buildWorld, type World } from '../../support/world.js';

const DEADLINES: ServiceCaller = { kind: 'service', name: 'deadlines', requestId: 'test' };
let world: World;
let maria: StaffCaller;

beforeEach(async () => {
  world = await buildWorld();
  maria = world.caller('maria');
}, 60_000);
afterEach(() => world?.close());

interface Row {
  readonly id: string;
  readonly kind: string;
  readonly state: string;
  readonly why: string | null;
  readonly starts: Date;
  readonly due: Date;
  readonly unit: string;
}
const rows = ({ caseId }: { readonly caseId: string }) =>
  world.behindTheLocks<Row>(
    `select id, kind, state, void_reason as why, starts_at as starts, due_at as due, owner_unit_id as unit
     from deadline where case_id = $1 and kind like 'retention%' order by starts_at`,
    [caseId],
  );
const open = ({ caseId }: { readonly caseId: string }) => world.asCaller.run(maria, (tx) => openRetention(tx, caseId));
const lastNote = async ({ caseId }: GradedCase): Promise<Date> =>
  (await world.behindTheLocks<{ at: Date }>(`select max(created_at) as at from item where case_id = $1`, [caseId]))[0]!
    .at;

async function closed(): Promise<GradedCase> {
  const file = await openGradedCase(world, { grade: 'green' });
  await world.behindTheLocks(`update case_file set state = 'closed', closed_at = clock.now() where id = $1`, [
    file.caseId,
  ]);
  return file;
}

const note = (file: GradedCase) =>
  world.asCaller.run(maria, (tx) =>
    world.seal.item(tx, {
      caseId: file.caseId,
      category: 'assessment-results',
      form: 'none',
      phase: 'preliminary',
      subjectIds: [file.personId],
      content: { text: 'Ett besked som kom i efterhand.' },
    }),
  );

function wake(): Promise<unknown> {
  const acts = new DeadlineActs();
  acts.add('recount-retention', recountRetention);
  return new CarryOutWake(world.asCaller, acts).runDue(DEADLINES);
}
const listed = async (caller: StaffCaller) =>
  (await world.asCaller.run(caller, (tx) => tx.of(DeadlineLists).findMine(100, null))).filter(({ kind }) =>
    kind.startsWith('retention'),
  ).length;
const told = (deadlineId: string) =>
  world.behindTheLocks<{ kind: string; staff: string }>(
    `select kind, staff_id as staff from notice where deadline_id = $1 order by created_at`,
    [deadlineId],
  );

describe('the time for which a case is kept', () => {
  it('runs from the last note of a closed case, once, with a unit that works on it', async () => {
    const file = await closed();
    await open(file);
    await open(file);
    const [row, ...more] = await rows(file);
    expect(more).toEqual([]);
    expect(row).toMatchObject({ kind: 'retention', state: 'open', unit: maria.unitId });
    expect(row!.starts.getTime()).toBe((await lastNote(file)).getTime());
    expect(Math.round((row!.due.getTime() - row!.starts.getTime()) / 86_400_000)).toBeGreaterThanOrEqual(1826);
  });

  it.each([
    ['no-investigation', 1],
    ['other-support', 1],
    ['more-now', 0],
  ] as const)('begins as a hub closes the case: %s', async (kind, expected) => {
    const file = await openGradedCase(world, { grade: 'red' });
    const hub = {
      ...{ id: randomUUID(), caseId: file.caseId, personId: file.personId, branchId: maria.branchId },
      ...{ leaderId: maria.staffId, convenedBy: maria.staffId },
    } as HubFacts;
    const decision = { kind, decider: maria.staffId, handOverTo: null };
    await world.asCaller.run(maria, (tx) => concludeHub(tx, { hub, board: { decision } as Board, caller: maria }));
    expect((await rows(file)).map((row) => row.kind)).toEqual(Array.from({ length: expected }, () => 'retention'));
  });

  it('does not run while the case goes on', async () => {
    const file = await openGradedCase(world, { grade: 'green' });
    await open(file);
    expect(await rows(file)).toEqual([]);
  });

  it('runs from birth where measures begin for a child: of whom only the year is known, from its last day', async () => {
    const file = await openMeasuresCase(world);
    await world.behindTheLocks(`delete from deadline where case_id = $1 and kind like 'retention%' returning 1`, [
      file.caseId,
    ]);
    await open(file);
    expect(await rows(file)).toMatchObject([
      {
        kind: 'retention-child-protection',
        starts: new Date('2011-12-30T23:00:00Z'),
        due: new Date('2041-12-31T23:00:00Z'),
      },
    ]);
  });

  it('runs from the last note where measures began for an adult, though the case is not closed', async () => {
    const file = await openMeasuresCase(world);
    await world.behindTheLocks(`update person set born = '1996-03-01' where id = $1 returning 1`, [file.personId]);
    const remove = () =>
      world.behindTheLocks(`delete from deadline where case_id = $1 and kind like 'retention%' returning 1`, [
        file.caseId,
      ]);
    await remove();
    await open(file);
    const opened = (await rows(file)).map(({ id: _, ...row }) => row);
    expect(opened).toMatchObject([{ kind: 'retention', state: 'open', starts: await lastNote(file) }]);
    // Those that had measures before this was counted get the same.
    await remove();
    await world.behindTheLocks(OPEN_FOR_ADULTS);
    await world.behindTheLocks(OPEN_FOR_ADULTS);
    expect((await rows(file)).map(({ id: _, ...row }) => row)).toEqual(opened);
  });

  it('begins anew with a newer note before anybody is told of it', async () => {
    const file = await closed();
    await open(file);
    await world.database.moveClock('1000 days');
    await note(file);
    await world.database.moveClock('1720 days');
    await wake();
    const [first, second] = await rows(file);
    expect(first).toMatchObject({ state: 'void', why: 'counted-anew' });
    expect(second).toMatchObject({ state: 'open', kind: 'retention' });
    expect(second!.starts.getTime()).toBe((await lastNote(file)).getTime());
    await world.database.moveClock('1800 days');
    await wake();
    expect(await told(first!.id)).toEqual([]);
    expect((await rows(file)).map(({ state }) => state)).toEqual(['void', 'open']);
  });

  it('follows a day of birth that is corrected', async () => {
    const file = await openMeasuresCase(world);
    await open(file);
    await world.behindTheLocks(`update person set born = '2011-05-04', born_exact = true where id = $1 returning 1`, [
      file.personId,
    ]);
    await world.behindTheLocks(
      `update deadline set starts_at = '1990-01-01', due_at = clock.now() + interval '30 days',
        next_wake_at = date_trunc('milliseconds', clock.now()) where case_id = $1 and kind like 'retention%' returning 1`,
      [file.caseId],
    );
    await wake();
    expect((await rows(file)).filter(({ state }) => state === 'open')).toMatchObject([
      { starts: new Date('2011-05-03T22:00:00Z'), due: new Date('2041-05-04T22:00:00Z') },
    ]);
  });

  it('is told to the managers once, three months ahead, and stands in their list alone from then on', async () => {
    const file = await closed();
    await open(file);
    const [row] = await rows(file);
    const birgitta = world.caller('birgitta');
    await world.database.moveClock('1720 days');
    await wake();
    // Counted anew and found as it was: nobody has been reminded yet.
    expect([await listed(birgitta), await told(row!.id)]).toEqual([0, []]);
    await world.database.moveClock('1740 days');
    await wake();
    expect(await told(row!.id)).toEqual([{ kind: 'deadline-warning', staff: birgitta.staffId }]);
    for (const [key, expected] of [
      ['birgitta', 1],
      ['maria', 0],
      ['elin', 0],
      ['lena', 0],
    ] as const)
      expect([key, await listed(world.caller(key))]).toEqual([key, expected]);
    await world.database.moveClock('1900 days');
    await wake();
    expect((await rows(file)).map(({ state }) => state)).toEqual(['missed']);
    expect([(await told(row!.id)).length, await listed(birgitta)]).toEqual([1, 1]);
  });

  it('is opened for cases that were closed or had measures before, as the program opens it', async () => {
    const file = await closed();
    const child = await openMeasuresCase(world);
    const both = async () => [...(await rows(file)), ...(await rows(child))].map(({ id: _, ...row }) => row);
    const remove = () => world.behindTheLocks(`delete from deadline where kind like 'retention%' returning 1`);
    await remove();
    await open(file);
    await open(child);
    const asOpened = await both();
    expect(asOpened.map(({ kind }) => kind)).toEqual(['retention', 'retention-child-protection']);
    await remove();
    await world.behindTheLocks(OPEN_BEFORE);
    await world.behindTheLocks(OPEN_BEFORE);
    expect(await both()).toEqual(asOpened);
    await wake();
    expect(await both()).toEqual(asOpened);
    const [next] = await world.behindTheLocks<{ later: boolean }>(
      `select bool_and(next_wake_at > clock.now() + interval '4 years') as later from deadline where kind like 'retention%'`,
    );
    expect(next).toEqual({ later: true });
  });
});

describe('what says how long', () => {
  it('is asked by the platform alone', async () => {
    const file = await closed();
    expect(await world.asCaller.run(maria, (tx) => tx.of(RetentionStore).find(file.caseId))).toBeUndefined();
    expect(await world.asCaller.run(DEADLINES, (tx) => tx.of(RetentionStore).find(file.caseId))).toMatchObject({
      closed: true,
      measuresSince: null,
      unitId: maria.unitId,
    });
  });

  it('is decided by a manager of the house, and by nobody else even behind the program', async () => {
    const file = await closed();
    await open(file);
    const [row] = await rows(file);
    const write = (caller: StaffCaller) =>
      world.asCaller.run(caller, (tx) =>
        tx.of(RetentionDecisionStore).add({
          id: tx.newId(),
          caseId: file.caseId,
          branchId: maria.branchId,
          deadlineId: row!.id,
          outcome: 'dispose',
          ground: 'time-is-up',
          keepUntil: null,
        }),
      );
    for (const key of ['maria', 'elin', 'lena'])
      await expect(write(world.caller(key))).rejects.toThrow(/row-level security/);
    await write(world.caller('birgitta'));
    const seen = (key: string) =>
      world.asCaller.run(world.caller(key), (tx) => tx.of(RetentionDecisionStore).findDecisions(file.caseId));
    expect([(await seen('birgitta')).length, (await seen('maria')).length, (await seen('lena')).length]).toEqual([
      1, 1, 0,
    ]);
  });
});
