/** From outbox to queue: in order, under ids that make a repeated hand-over harmless, and nothing left lying. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { HandOverJobs } from '#use-cases/outbox/hand-over-jobs.js';
import { JobQueue, type JobToHand } from '#use-cases/outbox/job-queue.port.js';
import type { ServiceCaller } from '#use-cases/gate/caller.js';
import { aCase, aDeadline } from '../../support/deadlines.js';
import { buildWorld, type World } from '../../support/world.js';

const HOUR = 3_600_000;
const OUTBOX: ServiceCaller = { kind: 'service', name: 'outbox', requestId: 'test' };
let world: World;

/** A queue of the test's own: what reaches it, and whether it can be reached. */
class KeptQueue extends JobQueue {
  readonly names = ['wake-deadline', 'deliver-notice', 'reconcile'];
  readonly kept: JobToHand[] = [];
  away = false;

  hand(jobs: readonly JobToHand[]): Promise<void> {
    if (this.away) return Promise.reject(new Error('the queue is away'));
    this.kept.push(...jobs);
    return Promise.resolve();
  }
}

beforeAll(async () => {
  world = await buildWorld();
}, 60_000);
afterAll(() => world?.close());

it('hands over in order, keeps what the queue did not take, and leaves far deadlines to the tables', async () => {
  const queue = new KeptQueue();
  const handOver = new HandOverJobs(world.asCaller, queue);
  const caseId = await aCase(world);
  const opened = await aDeadline(world, caseId);
  await aDeadline(world, caseId, { startedAgo: 3 * HOUR });
  await aDeadline(world, caseId, { kind: 'retention' });
  await world.behindTheLocks(`insert into outbox (topic, payload) values ('job:of-a-newer-program', '{}')`);

  queue.away = true;
  await expect(handOver.run(OUTBOX)).rejects.toThrow('the queue is away');
  queue.away = false;
  expect(await handOver.run(OUTBOX)).toEqual({ taken: 3, more: false });
  expect(await handOver.run(OUTBOX)).toEqual({ taken: 0, more: false });

  const [near, past] = queue.kept;
  expect(queue.kept).toHaveLength(2);
  const bucket = Math.ceil((opened.dueAt.getTime() - 2 * HOUR) / 50) * 50;
  expect(near).toMatchObject({ jobId: `wake-${bucket}`, payload: { at: new Date(bucket).toISOString() } });
  expect(near?.delay).toBeGreaterThan(2 * HOUR - 10_000);
  expect(past).toMatchObject({ jobId: expect.stringMatching(/^wake-due-\d+$/), delay: 0 });

  // Rows that were handed over go after ten minutes, those for screens ten minutes after the next look; what nobody knows stays.
  for (const ahead of ['11 minutes', '22 minutes']) {
    await world.database.moveClock(ahead);
    await handOver.sweep(OUTBOX);
  }
  expect(await world.behindTheLocks(`select topic from outbox`)).toEqual([{ topic: 'job:of-a-newer-program' }]);
});

it('hands many wakes over as one job for each twentieth of a second, and one for all that are due', async () => {
  const queue = new KeptQueue();
  const handOver = new HandOverJobs(world.asCaller, queue);
  const soon = Math.ceil((await databaseNow()) / 50) * 50 + 600_000;
  const instants = [soon - 49, soon - 20, soon, soon + 1, soon - 900_000, soon - 1_000_000];
  await world.behindTheLocks(
    `insert into outbox (topic, payload) select 'job:wake-deadline', jsonb_build_object('at', at) from unnest($1::text[]) at`,
    [instants.map((at) => new Date(at).toISOString())],
  );
  expect(await handOver.run(OUTBOX)).toEqual({ taken: 6, more: false });
  expect(queue.kept.map(({ jobId }) => jobId)).toEqual([
    `wake-${soon}`,
    `wake-${soon + 50}`,
    expect.stringMatching(/^wake-due-\d+$/),
  ]);
  // Never before the last of them is due.
  const remaining = soon - (await databaseNow());
  expect(queue.kept[0]?.delay).toBeGreaterThanOrEqual(remaining);
});

async function databaseNow(): Promise<number> {
  const [row] = await world.behindTheLocks<{ now: Date }>(`select clock.now() as now`);
  return row?.now.getTime() ?? 0;
}
