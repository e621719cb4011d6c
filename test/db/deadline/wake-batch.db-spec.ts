/** Many deadlines at once: once each whoever works beside, none held up by one at fault, and few messages to each. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { CarryOutWake } from '#use-cases/deadline/carry-out-wake.js';
import { DeadlineActs } from '#use-cases/deadline/deadline-acts.js';
import { ReconcileDeadlines } from '#use-cases/deadline/reconcile-deadlines.js';
import { WakeStore } from '#use-cases/deadline/wake.port.js';
import type { ServiceCaller } from '#use-cases/gate/caller.js';
import { JobQueue, type JobToHand } from '#use-cases/outbox/job-queue.port.js';
import { aCase, aDeadline, effectsOf, staffOf } from '../../support/deadlines.js';
import { buildWorld, type World } from '../../support/world.js';

const HOUR = 3_600_000;
const MINUTE = 60_000;
const DEADLINES: ServiceCaller = { kind: 'service', name: 'deadlines', requestId: 'test' };

let world: World;
let acts: DeadlineActs;
let wake: CarryOutWake;

beforeEach(async () => {
  world = await buildWorld();
  acts = new DeadlineActs();
  wake = new CarryOutWake(world.asCaller, acts);
}, 60_000);
afterEach(() => world?.close());

class KeptQueue extends JobQueue {
  readonly names = ['wake-deadline'];
  readonly kept: JobToHand[] = [];

  hand(jobs: readonly JobToHand[]): Promise<void> {
    this.kept.push(...jobs);
    return Promise.resolve();
  }
}

/** Copies of one deadline that a person opened: only what they are about differs. */
async function copies(deadlineId: string, count: number): Promise<void> {
  await world.behindTheLocks(
    `insert into deadline select (jsonb_populate_record(d, jsonb_build_object('id', gen_random_uuid(), 'about_id', gen_random_uuid()))).*
     from deadline d, generate_series(1, $2) where d.id = $1`,
    [deadlineId, count],
  );
}

const counts = async () => {
  const [row] = await world.behindTheLocks<Record<string, number>>(
    `select (select count(*)::int from deadline_effect) as effects, (select count(*)::int from notice) as notices,
       (select count(*)::int from ledger_entry where actor_service = 'deadlines') as ledger,
       (select count(distinct detail->>'deadlineId')::int from ledger_entry where actor_service = 'deadlines') as told,
       (select count(*)::int from deadline where next_wake_at <= clock.now()) as due`,
  );
  return row;
};

describe('two workers at once', () => {
  it('carry out each of 450 deadlines once, with its notices, its ledger line and its next wake', async () => {
    const { deadlineId } = await aDeadline(world, await aCase(world), { startedAgo: 2.5 * HOUR });
    await copies(deadlineId, 449);
    const other = new CarryOutWake(world.asCaller, new DeadlineActs());
    const answers = await Promise.all([wake, other, wake, other].map((one) => one.runDue(DEADLINES)));
    expect(answers.reduce((sum, { effects }) => sum + effects, 0)).toBe(450);
    expect(await counts()).toEqual({ effects: 450, notices: 900, ledger: 450, told: 450, due: 0 });
    const wakes = await world.behindTheLocks<{ same: boolean }>(
      `select distinct next_wake_at = starts_at + (due_at - starts_at) * 0.8 as same from deadline`,
    );
    expect(wakes).toEqual([{ same: true }]);
    expect(await wake.runDue(DEADLINES)).toMatchObject({ effects: 0, deadlines: 0 });
  }, 60_000);

  it('miss each once, at its own end, and tell the branch’s screens of each', async () => {
    const { deadlineId } = await aDeadline(world, await aCase(world), { startedAgo: 4.1 * HOUR });
    await copies(deadlineId, 20);
    await Promise.all([wake.runDue(DEADLINES), wake.runDue(DEADLINES)]);
    const rows = await world.behindTheLocks<Record<string, unknown>>(
      `select distinct state, settled_at = due_at as at_due, settled_by, version from deadline`,
    );
    expect(rows).toEqual([{ state: 'missed', at_due: true, settled_by: null, version: 2 }]);
    const [screens] = await world.behindTheLocks<{ told: number }>(
      `select count(*)::int as told from outbox where topic like 'live:deadlines:%' and payload->>'deadlineId' <> $1`,
      [deadlineId],
    );
    expect(screens).toEqual({ told: 20 });
  }, 60_000);
});

describe('one that cannot be carried out', () => {
  it('rolls back alone, lets all others wake, and is tried again in a minute', async () => {
    const caseId = await aCase(world);
    const { deadlineId } = await aDeadline(world, caseId, { kind: 'unit-knowledge', startedAgo: 1.1 * HOUR });
    await copies(deadlineId, 30);
    let failing = true;
    acts.add('ask-deputy', async (tx, deadline) => {
      // A statement that the database refuses spoils the whole transaction, as a real fault would.
      if (failing && deadline.id === deadlineId) await tx.of(WakeStore).putOff('no id at all', tx.now);
    });
    await expect(wake.runDue(DEADLINES)).rejects.toThrow('1 deadlines could not be woken');
    expect(await effectsOf(world, deadlineId)).toEqual([]);
    expect(await counts()).toMatchObject({ effects: 60, told: 30, due: 0 });
    const [row] = await world.behindTheLocks<{ waits: number }>(
      `select extract(epoch from next_wake_at - clock.now())::float as waits from deadline where id = $1`,
      [deadlineId],
    );
    expect(row?.waits).toBeGreaterThan(50);
    expect(row?.waits).toBeLessThanOrEqual(60);

    failing = false;
    await world.database.moveClock('2 minutes');
    expect(await wake.runDue(DEADLINES)).toMatchObject({ effects: 2, deadlines: 1 });
    expect((await effectsOf(world, deadlineId)).map(({ key }) => key).sort()).toEqual(['act:ask-deputy', 'warn:0.5']);
  }, 60_000);

  it('is not woken before its time by being put off', async () => {
    const { deadlineId } = await aDeadline(world, await aCase(world));
    const before = await world.behindTheLocks(`select next_wake_at from deadline where id = $1`, [deadlineId]);
    await world.asCaller.run(DEADLINES, (tx) =>
      tx.of(WakeStore).putOff(deadlineId, new Date(tx.now.getTime() + MINUTE)),
    );
    expect(await world.behindTheLocks(`select next_wake_at from deadline where id = $1`, [deadlineId])).toEqual(before);
  });
});

describe('after an outage', () => {
  it('each person gets one mail and one text message for all that happened, and every notice', async () => {
    const { deadlineId } = await aDeadline(world, await aCase(world), { startedAgo: 30 * HOUR });
    await copies(deadlineId, 300);
    await wake.runDue(DEADLINES);
    const messages = await world.behindTheLocks<{ who: string; channel: string; count: number }>(
      `select s.subject as who, d.channel, count(*)::int as count from delivery d join notice n on n.id = d.notice_id
       join staff_member s on s.id = n.staff_id where s.subject in ('maria', 'jonas') group by 1, 2 order by 1, 2`,
    );
    expect(messages).toEqual([
      { who: 'jonas', channel: 'mail', count: 1 },
      { who: 'jonas', channel: 'sms', count: 1 },
      { who: 'maria', channel: 'mail', count: 1 },
      { who: 'maria', channel: 'sms', count: 1 },
    ]);
    const [maria] = await world.behindTheLocks<{ count: number }>(
      `select count(*)::int as count from notice where staff_id = $1`,
      [staffOf(world, 'maria')],
    );
    // Two warnings, the unit's escalation and the end of each of 301.
    expect(maria?.count).toBeGreaterThanOrEqual(4 * 301);

    // Once it is on its way, what comes next is told anew.
    await world.behindTheLocks(`update delivery set next_try_at = clock.now() + interval '2 minutes'`);
    const next = await aDeadline(world, await aCase(world), { startedAgo: 2.5 * HOUR });
    await wake.runDue(DEADLINES);
    const [again] = await world.behindTheLocks<{ count: number }>(
      `select count(*)::int as count from delivery d join notice n on n.id = d.notice_id where n.deadline_id = $1`,
      [next.deadlineId],
    );
    expect(again).toEqual({ count: 2 });
  }, 60_000);
});

describe('reconciling', () => {
  it('carries out what is due and hands a job over for each moment within three minutes', async () => {
    const caseId = await aCase(world);
    const { deadlineId } = await aDeadline(world, caseId, { startedAgo: 2.5 * HOUR });
    const soon = await aDeadline(world, caseId, { startedAgo: 2 * HOUR - MINUTE });
    await copies(soon.deadlineId, 10);
    await aDeadline(world, caseId, { startedAgo: 2 * HOUR - 10 * MINUTE });
    const queue = new KeptQueue();
    const reconcile = new ReconcileDeadlines(world.asCaller, wake, queue);
    expect(await reconcile.isOverdue(DEADLINES)).toBe(true);
    expect(await reconcile.reconcile(DEADLINES)).toBe(1);
    expect(await reconcile.isOverdue(DEADLINES)).toBe(false);
    expect((await effectsOf(world, deadlineId)).map(({ key }) => key)).toEqual(['warn:0.5']);
    const at = Math.ceil((soon.dueAt.getTime() - 2 * HOUR) / 50) * 50;
    expect(queue.kept.map(({ jobId }) => jobId)).toEqual([`wake-${at}`]);
  }, 30_000);

  it('does not call overdue what is in somebody’s hand', async () => {
    const { deadlineId } = await aDeadline(world, await aCase(world), { startedAgo: 2.5 * HOUR });
    const reconcile = new ReconcileDeadlines(world.asCaller, wake, new KeptQueue());
    await world.asCaller.run(DEADLINES, async (tx) => {
      expect((await tx.of(WakeStore).takeDue(tx.now, 10)).map(({ id }) => id)).toEqual([deadlineId]);
      expect(await reconcile.isOverdue(DEADLINES)).toBe(false);
    });
    expect(await reconcile.isOverdue(DEADLINES)).toBe(true);
  }, 30_000);
});

it('lets the municipality’s auditor read the alarms, and another’s not', async () => {
  const { deadlineId } = await aDeadline(world, await aCase(world), { startedAgo: 2.5 * HOUR });
  await wake.runDue(DEADLINES);
  const readBy = (municipality: string) =>
    world.source.transaction(async (manager) => {
      await manager.query(
        `select set_config('samnav.staff', $1, true), set_config('samnav.role', 'auditor', true), set_config('samnav.municipality', $2, true)`,
        [staffOf(world, 'maria'), municipality],
      );
      return manager.query(
        `select detail->>'deadline' as deadline from ledger_entry where detail->>'deadlineId' = $1 order by id`,
        [deadlineId],
      ) as Promise<{ deadline: string }[]>;
    });
  expect(await readBy(world.town.municipalityId)).toEqual([{ deadline: 'opened' }, { deadline: 'warn:0.5' }]);
  expect(await readBy('00000000-0000-4000-8000-000000000000')).toEqual([]);
});
