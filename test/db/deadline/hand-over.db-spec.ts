/** From outbox to queue: in order, under ids that make a repeated hand-over harmless, and nothing left lying. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { HandOverJobs } from '#use-cases/outbox/hand-over-jobs.js';
import { JobQueue, type JobToHand } from '#use-cases/outbox/job-queue.port.js';
import type { ServiceCaller } from '#use-cases/gate/caller.js';
import { aCase, aDeadline } from '../../support/deadlines.js';
import { buildWorld, type World } from '../../support/world.js';

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
  const near = await aDeadline(world, caseId);
  const past = await aDeadline(world, caseId, { startedAgo: 3_600_000 * 3 });
  const far = await aDeadline(world, caseId, { kind: 'retention' });
  await world.behindTheLocks(`insert into outbox (topic, payload) values ('job:of-a-newer-program', '{}')`);

  queue.away = true;
  await expect(handOver.run(OUTBOX)).rejects.toThrow('the queue is away');
  queue.away = false;
  expect(await handOver.run(OUTBOX)).toEqual({ taken: 3, more: false });
  expect(await handOver.run(OUTBOX)).toEqual({ taken: 0, more: false });

  const ids = queue.kept.map(({ payload }) => payload['deadlineId']);
  expect(ids).toEqual([near.deadlineId, past.deadlineId]);
  expect(ids).not.toContain(far.deadlineId);
  expect(queue.kept[0]?.jobId).toMatch(new RegExp(`^wake-${near.deadlineId}-\\d+$`));
  expect(queue.kept[0]?.delay).toBeGreaterThan(7_190_000);
  expect(queue.kept[1]?.delay).toBe(0);

  // Rows for the screens and rows that were handed over go after ten minutes; what nobody knows stays.
  await world.database.moveClock('11 minutes');
  await handOver.sweep(OUTBOX);
  expect(await world.behindTheLocks(`select topic from outbox`)).toEqual([{ topic: 'job:of-a-newer-program' }]);
});
