/**
 * What a stopped worker, a wiped queue, a repeated delivery and a stepping clock must not do: lose a deadline or let one
 * ring twice. Short forms run always; SAMNAV_LONG=1 runs them at full length.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { JOB_NAMES, QUEUES } from '#jobs/jobs.js';
import { makeQueue } from '#jobs/queue-server.js';
import { aCase, aDeadline, until } from '../../support/deadlines.js';
import { startWorker, type WorkerProcess } from '../../support/worker.js';
import { buildWorld, type World } from '../../support/world.js';

const LONG = process.env['SAMNAV_LONG'] === '1';
const KILLS = LONG ? 100 : 5;
const DEADLINES = LONG ? 400 : 60;
const HOUR = 3_600_000;
const HALF = 2 * HOUR;

let world: World;
let worker: WorkerProcess | undefined;

beforeEach(async () => {
  world = await buildWorld();
}, 60_000);
afterEach(async () => {
  await worker?.kill();
  worker = undefined;
  await world?.close();
}, 30_000);

/** Red deadlines whose first warning comes between `from` and `until` milliseconds from now. */
async function warningsBetween(from: number, until: number, count = DEADLINES): Promise<string[]> {
  const caseId = await aCase(world);
  const ids: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const startedAgo = HALF - (from + ((until - from) * index) / count);
    const { deadlineId } = await aDeadline(world, caseId, { startedAgo: Math.round(startedAgo) });
    ids.push(deadlineId);
  }
  return ids;
}

interface State {
  readonly effects: number;
  readonly distinct: number;
  readonly notices: number;
  readonly ledger: number;
  readonly late: number;
}

/** What has happened in all, in every table that an effect leaves a row in. */
async function stateOf(): Promise<State> {
  const [row] = await world.behindTheLocks<State & object>(
    `select (select count(*)::int from deadline_effect) as effects,
       (select count(distinct (deadline_id, key))::int from deadline_effect) as distinct,
       (select count(*)::int from deadline_effect where late) as late,
       (select count(*)::int from notice) as notices,
       (select count(*)::int from ledger_entry where actor_service = 'deadlines' and detail ? 'told') as ledger`,
  );
  if (!row) throw new Error('the tables did not answer');
  return row;
}

const warned = (count: number, late = 0): State => ({
  effects: count,
  distinct: count,
  // The intake is two people; each is told once.
  notices: 2 * count,
  ledger: count,
  late,
});
const allWarned = (count: number, patience: number): Promise<State> =>
  until(stateOf, ({ effects }) => effects >= count, patience);

describe('fault 1: the worker is killed again and again', () => {
  it(`loses none of ${DEADLINES} in ${KILLS} kills, and each happens once`, async () => {
    const span = LONG ? 120_000 : 6_000;
    await warningsBetween(500, span);
    for (let kill = 0; kill < KILLS; kill += 1) {
      worker = await startWorker(world.database);
      await sleep(50 + ((kill * 137) % 600));
      await worker.kill();
    }
    worker = await startWorker(world.database);
    await allWarned(DEADLINES, span + 20_000);
    await sleep(LONG ? 10_000 : 1_500);
    expect(await stateOf()).toEqual(warned(DEADLINES));
  }, 400_000);
});

describe('fault 3: killed between commit and queue', () => {
  it('drains the outbox within ten seconds of a worker’s return', async () => {
    await warningsBetween(-1_000, 2_000, 40);
    const waiting = () =>
      world.behindTheLocks<{ id: string }>(`select id from outbox where topic like 'job:%' and handed_at is null`);
    expect(await waiting()).toHaveLength(40);
    worker = await startWorker(world.database);
    await until(waiting, (rows) => rows.length === 0, 10_000);
    await allWarned(40, 15_000);
    expect(await stateOf()).toEqual(warned(40));
  }, 60_000);
});

describe('fault 4: the queue is wiped', () => {
  it('is found out by the living worker within seconds, deadlines lost 0', async () => {
    worker = await startWorker(world.database);
    await warningsBetween(2_500, 5_000);
    const inQueue = () => world.behindTheLocks<{ count: number }>(`select count(*)::int as count from bullmq.job`);
    await until(inQueue, ([row]) => (row?.count ?? 0) >= 30, 10_000);
    await world.behindTheLocks(`truncate bullmq.job, bullmq.meta, bullmq.event cascade`);
    await allWarned(DEADLINES, 20_000);
    expect(await stateOf()).toEqual(warned(DEADLINES));
    // A worker that lives through it does not wait for the minute's round.
    const [latest] = await world.behindTheLocks<{ behind: number }>(
      `select max(extract(epoch from e.at - (d.starts_at + interval '2 hours')))::float as behind
       from deadline_effect e join deadline d on d.id = e.deadline_id`,
    );
    expect(latest?.behind).toBeLessThan(10);
  }, 150_000);
});

describe('fault 5: each job comes three times', () => {
  it('comes to the same state', async () => {
    worker = await startWorker(world.database);
    const ids = await warningsBetween(-60_000, -1_000);
    const queue = makeQueue({ databaseUrl: world.database.urls.app, redisUrl: undefined }, QUEUES[0]);
    try {
      const thrice = [...ids, ...ids, ...ids].map((deadlineId, index) => ({ deadlineId, index }));
      thrice.sort((a, b) => ((a.index * 7919) % 1009) - ((b.index * 7919) % 1009));
      for (const { deadlineId, index } of thrice) {
        const payload = { deadlineId, at: new Date().toISOString() };
        await queue.add(JOB_NAMES[0] ?? '', payload, { jobId: `again-${index}`, removeOnComplete: true });
      }
      await until(
        async () => (await queue.getJobCounts('waiting', 'active'))['waiting'] ?? 0,
        (waiting) => waiting === 0,
        30_000,
      );
    } finally {
      await queue.close();
    }
    await allWarned(DEADLINES, 10_000);
    await sleep(500);
    expect(await stateOf()).toEqual(warned(DEADLINES));
  }, 90_000);
});

describe('fault 6: the clock steps', () => {
  it('an hour ahead and back: none missed, none doubled', async () => {
    worker = await startWorker(world.database);
    await warningsBetween(30 * 60_000, 50 * 60_000, 20);
    await warningsBetween(2_000, 3_000, 20);
    const stepped = async (ahead: string) => {
      await world.database.moveClock(ahead);
      await world.behindTheLocks(`insert into outbox (topic, payload) values ('job:reconcile', '{}')`);
    };
    await stepped('-1 hour');
    await sleep(4_000);
    // By the database's time nothing is due yet, whatever the queue's own clock says.
    expect((await stateOf()).effects).toBe(0);
    await stepped('0 hours');
    await allWarned(20, 10_000);
    expect(await stateOf()).toEqual(warned(20));
    await stepped('1 hour');
    await allWarned(40, 10_000);
    await stepped('-1 hour');
    await stepped('0 hours');
    await sleep(1_000);
    const { late, ...rest } = await stateOf();
    const { late: _none, ...wanted } = warned(40);
    expect(rest).toEqual(wanted);
    expect(late).toBeGreaterThanOrEqual(20);
  }, 60_000);
});

describe('fault 7: nothing runs for a day', () => {
  it('all fire once within a minute of the return, marked late', async () => {
    const ids = await warningsBetween(10_000, 60_000, LONG ? 1_000 : 80);
    await world.database.moveClock('24 hours');
    const began = performance.now();
    worker = await startWorker(world.database);
    // Two warnings, missed, and three steps; nobody is on the duty roster, which is written down too.
    const each = 7;
    await allWarned(ids.length * each, 60_000);
    expect(performance.now() - began).toBeLessThan(60_000);
    const { effects, distinct, late, ledger } = await stateOf();
    expect({ effects, distinct, late, ledger }).toEqual({
      effects: ids.length * each,
      distinct: ids.length * each,
      late: ids.length * each,
      ledger: ids.length * each,
    });
    const [missed] = await world.behindTheLocks<{ count: number }>(
      `select count(*)::int as count from deadline where state = 'missed' and next_wake_at is null`,
    );
    expect(missed).toEqual({ count: ids.length });
  }, 120_000);
});
