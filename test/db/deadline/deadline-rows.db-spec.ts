/** Deadlines as rows: opened once, found again, seen by whom they concern, and written by nobody else. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CarryOutWake } from '#use-cases/deadline/carry-out-wake.js';
import { DeadlineActs } from '#use-cases/deadline/deadline-acts.js';
import { openDeadline } from '#use-cases/deadline/open-deadline.js';
import { settleDeadline } from '#use-cases/deadline/settle-deadline.js';
import type { ServiceCaller } from '#use-cases/gate/caller.js';
import { RoomStore } from '#use-cases/live/room.port.js';
import { notify } from '#use-cases/notice/notify.js';
import { NoticeLists } from '#use-cases/notice/notice-lists.port.js';
import { aCase, aDeadline, effectsOf, staffOf, unitOf } from '../../support/deadlines.js';
import { buildWorld, type World } from '../../support/world.js';

const HOUR = 3_600_000;
const DEADLINES: ServiceCaller = { kind: 'service', name: 'deadlines', requestId: 'test' };
let world: World;
let acts: DeadlineActs;
let wake: CarryOutWake;

beforeAll(async () => {
  world = await buildWorld();
  acts = new DeadlineActs();
  wake = new CarryOutWake(world.asCaller, acts);
}, 60_000);

afterAll(() => world?.close());

const rowOf = async (id: string) =>
  (await world.behindTheLocks<Record<string, unknown>>(`select * from deadline where id = $1`, [id]))[0];
const outboxOf = (id: string) =>
  world.behindTheLocks<{ topic: string; at: string | null }>(
    `select topic, payload->>'at' as at from outbox where payload->>'deadlineId' = $1 order by id`,
    [id],
  );

describe('a deadline that is opened', () => {
  it('is one row with rule, source, start, due, owner and the first wake on its way', async () => {
    const caseId = await aCase(world);
    const opened = await aDeadline(world, caseId);
    const row = await rowOf(opened.deadlineId);
    expect(row).toMatchObject({
      kind: 'grade-red-assessment',
      case_id: caseId,
      rule: { elapsed: { hours: 4 } },
      state: 'open',
      owner_unit_id: unitOf(world, 'mottagning'),
      version: 1,
    });
    expect(row?.['source']).toMatch(/FoU Nordväst/);
    const start = (row?.['starts_at'] as Date).getTime();
    expect((row?.['due_at'] as Date).getTime()).toBe(start + 4 * HOUR);
    expect((row?.['next_wake_at'] as Date).getTime()).toBe(start + 2 * HOUR);
    expect(await outboxOf(opened.deadlineId)).toEqual([
      { topic: 'job:wake-deadline', at: new Date(start + 2 * HOUR).toISOString() },
      { topic: expect.stringMatching(/^live:deadlines:/), at: null },
    ]);
    const ledger = await world.behindTheLocks<{ detail: object; actor_staff: string }>(
      `select detail, actor_staff from ledger_entry where case_id = $1`,
      [caseId],
    );
    expect(ledger).toEqual([
      {
        actor_staff: staffOf(world, 'maria'),
        detail: { deadlineId: opened.deadlineId, deadline: 'opened', kind: 'grade-red-assessment' },
      },
    ]);
  });

  it('is the same one when the deed is repeated, and another for another start or subject', async () => {
    const caseId = await aCase(world);
    const startsAt = new Date(Date.now() - HOUR);
    const first = await aDeadline(world, caseId, { startsAt });
    expect(await aDeadline(world, caseId, { startsAt })).toEqual({ ...first, opened: false });
    const about = await aDeadline(world, caseId, { startsAt, aboutId: staffOf(world, 'maria') });
    const later = await aDeadline(world, caseId, { startsAt: new Date(startsAt.getTime() + 1) });
    expect(new Set([first, about, later].map(({ deadlineId }) => deadlineId)).size).toBe(3);
    expect([about.opened, later.opened]).toEqual([true, true]);
  });

  it('is due at once where the law says so', async () => {
    const caseId = await aCase(world);
    const { deadlineId, dueAt } = await aDeadline(world, caseId, { kind: 'report-feedback', dueAtOnce: true });
    expect(dueAt).toEqual((await rowOf(deadlineId))?.['starts_at']);
  });

  it('stands or falls with the deed', async () => {
    const caseId = await aCase(world);
    const fault = world.asCaller.run(world.caller('maria'), async (tx) => {
      await openDeadline(tx, {
        kind: 'investigation',
        caseId,
        startsAt: tx.now,
        ownerUnitId: unitOf(world, 'mottagning'),
      });
      throw new Error('the deed failed');
    });
    await expect(fault).rejects.toThrow('the deed failed');
    expect(await world.behindTheLocks(`select 1 from deadline where case_id = $1`, [caseId])).toEqual([]);
  });
});

describe('a deadline that is settled', () => {
  const settle = (caseId: string, outcome: 'met' | 'void', reason?: string) =>
    world.asCaller.run(world.caller('maria'), (tx) =>
      settleDeadline(tx, { kind: 'grade-red-assessment', caseId, outcome, reason }),
    );

  it.each([
    ['met in time', 'met', 1, { state: 'met', met_late: false, void_reason: null }],
    ['met after its end', 'met', 5, { state: 'met', met_late: true, void_reason: null }],
    ['void in time', 'void', 1, { state: 'void', met_late: false, void_reason: 'joined' }],
    ['void after its end: it stays missed', 'void', 5, { state: 'missed', met_late: false, void_reason: 'joined' }],
  ] as const)('%s', async (_, outcome, hours, expected) => {
    const caseId = await aCase(world);
    const { deadlineId } = await aDeadline(world, caseId, { startedAgo: hours * HOUR });
    await settle(caseId, outcome, 'joined');
    expect(await rowOf(deadlineId)).toMatchObject({
      ...expected,
      next_wake_at: null,
      settled_by: staffOf(world, 'maria'),
    });
    // A job that is still on its way finds nothing to do.
    expect(await wake.run(DEADLINES, deadlineId)).toBe(0);
    expect(await settle(caseId, 'met')).toEqual([]);
  });
});

describe('a wake', () => {
  it('carries out what is due, once, however often it comes, and plans the next', async () => {
    const caseId = await aCase(world);
    const { deadlineId } = await aDeadline(world, caseId, { startedAgo: 2.5 * HOUR });
    const counts = await Promise.all([1, 2, 3].map(() => wake.run(DEADLINES, deadlineId)));
    expect(counts.reduce((sum, count) => sum + count)).toBe(1);
    expect(await wake.run(DEADLINES, deadlineId)).toBe(0);
    expect(await effectsOf(world, deadlineId)).toMatchObject([{ key: 'warn:0.5', late: true }]);
    const row = await rowOf(deadlineId);
    expect((row?.['next_wake_at'] as Date).getTime()).toBe((row?.['starts_at'] as Date).getTime() + 3.2 * HOUR);
    const notices = await world.behindTheLocks<{ kind: string; late: boolean; due: boolean }>(
      `select kind, late, due_at = $2 as due from notice where deadline_id = $1`,
      [deadlineId, row?.['due_at']],
    );
    expect(notices).toEqual([
      { kind: 'deadline-warning', late: true, due: true },
      { kind: 'deadline-warning', late: true, due: true },
    ]);
  });

  it('asks whoever owns it by name before the unit', async () => {
    const { deadlineId } = await aDeadline(world, await aCase(world), {
      startedAgo: 2.5 * HOUR,
      ownerStaffId: staffOf(world, 'jonas'),
    });
    await wake.run(DEADLINES, deadlineId);
    expect(await world.behindTheLocks(`select staff_id from notice where deadline_id = $1`, [deadlineId])).toEqual([
      { staff_id: staffOf(world, 'jonas') },
    ]);
  });

  it('rolls back whole: no effect without its act, no act without its effect', async () => {
    const caseId = await aCase(world);
    let failing = true;
    const seen: string[] = [];
    acts.add('ask-deputy', (_tx, deadline) => {
      if (failing) return Promise.reject(new Error('the act failed'));
      seen.push(deadline.id);
      return Promise.resolve();
    });
    const { deadlineId } = await aDeadline(world, caseId, { kind: 'unit-knowledge', startedAgo: 1.1 * HOUR });
    await expect(wake.run(DEADLINES, deadlineId)).rejects.toThrow('the act failed');
    expect(await effectsOf(world, deadlineId)).toEqual([]);
    failing = false;
    await wake.run(DEADLINES, deadlineId);
    await wake.run(DEADLINES, deadlineId);
    expect(seen).toEqual([deadlineId]);
    expect((await effectsOf(world, deadlineId)).map(({ key }) => key).sort()).toEqual(['act:ask-deputy', 'warn:0.5']);
  });

  it('leaves an act to a process that knows it', async () => {
    const { deadlineId } = await aDeadline(world, await aCase(world), {
      kind: 'unit-knowledge',
      startedAgo: 1.1 * HOUR,
    });
    await new CarryOutWake(world.asCaller, new DeadlineActs()).run(DEADLINES, deadlineId);
    expect((await effectsOf(world, deadlineId)).map(({ key }) => key)).toEqual(['warn:0.5']);
  });

  it('writes each effect into the ledger as the platform’s own', async () => {
    const caseId = await aCase(world);
    const { deadlineId } = await aDeadline(world, caseId, { startedAgo: 2.5 * HOUR });
    await wake.run(DEADLINES, deadlineId);
    const lines = await world.behindTheLocks<{ actor_service: string; detail: Record<string, unknown> }>(
      `select actor_service, detail from ledger_entry where case_id = $1 and actor_service = 'deadlines'`,
      [caseId],
    );
    expect(lines).toEqual([
      {
        actor_service: 'deadlines',
        detail: { deadlineId, deadline: 'warn:0.5', kind: 'grade-red-assessment', late: true, told: 2 },
      },
    ]);
  });
});

describe('the database’s own lock', () => {
  const sees = async (key: string, id: string): Promise<boolean> => {
    const service = { kind: 'service', name: 'sign-in', requestId: 'test' } as const;
    const [seen] = await world.asCaller.run(service, (tx) =>
      tx.of(RoomStore).findSeeing([world.caller(key)], 'deadline', id),
    );
    return seen === true;
  };

  it('shows a case’s deadline to who works on it and to the manager, to nobody else', async () => {
    const { deadlineId } = await aDeadline(world, await aCase(world));
    expect(
      await Promise.all(
        ['maria', 'jonas', 'birgitta', 'sara', 'marcus', 'olof', 'tove'].map(async (key) => [
          key,
          await sees(key, deadlineId),
        ]),
      ),
    ).toEqual([
      ['maria', true],
      ['jonas', true],
      ['birgitta', true],
      ['sara', false],
      ['marcus', false],
      ['olof', false],
      ['tove', false],
    ]);
  });

  it('shows a notice to whom it was told alone, and lets nobody but the platform see how it was sent', async () => {
    const caseId = await aCase(world);
    await world.asCaller.run(world.caller('maria'), (tx) =>
      notify(tx, {
        staffIds: [staffOf(world, 'sara')],
        kind: 'question-asked',
        effectKey: 'test:one',
        caseId,
      }),
    );
    const mine = (key: string) =>
      world.asCaller.run(world.caller(key), async (tx) =>
        (await tx.of(NoticeLists).findMine(50, null)).map((n) => n.kind),
      );
    expect([await mine('sara'), (await mine('maria')).includes('question-asked')]).toEqual([['question-asked'], false]);
    const asApp = await world.source.transaction(async (manager) => {
      await manager.query(`select set_config('samnav.staff', $1, true), set_config('samnav.municipality', $2, true)`, [
        staffOf(world, 'sara'),
        world.town.municipalityId,
      ]);
      return manager.query(`select count(*)::int as count from delivery`) as Promise<{ count: number }[]>;
    });
    expect(asApp).toEqual([{ count: 0 }]);
  });

  it('tells the same person of the same thing once', async () => {
    const told = () =>
      world.asCaller.run(world.caller('maria'), (tx) =>
        notify(tx, {
          staffIds: [staffOf(world, 'per'), staffOf(world, 'per')],
          kind: 'hand-over',
          effectKey: 'test:two',
        }),
      );
    expect([await told(), await told()]).toEqual([1, 0]);
  });

  it('refuses to open a deadline on a case that one does not work on', async () => {
    const caseId = await aCase(world);
    await expect(aDeadline(world, caseId, { by: 'sara', ownerUnitId: unitOf(world, 'barn') })).rejects.toThrow();
    expect(await world.behindTheLocks(`select 1 from deadline where case_id = $1`, [caseId])).toEqual([]);
  });
});
