/** A deadline at work with the real worker: it warns, tells on and is missed as the clock goes, and ends when it is met. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aCase, aDeadline, effectsOf, until } from '../../support/deadlines.js';
import { startWorker, type WorkerProcess } from '../../support/worker.js';
import { buildWorld, type World } from '../../support/world.js';

const HOUR = 3_600_000;
let world: World;
let worker: WorkerProcess;

beforeAll(async () => {
  world = await buildWorld();
  worker = await startWorker(world.database);
}, 60_000);

afterAll(async () => {
  await worker?.stop();
  await world?.close();
});

const keysOf = async (id: string): Promise<string[]> => (await effectsOf(world, id)).map(({ key }) => key);

describe('a red report’s four hours', () => {
  it('warn at half time, within a moment of it', async () => {
    const { deadlineId } = await aDeadline(world, await aCase(world), { startedAgo: 2 * HOUR - 1_500 });
    expect(await keysOf(deadlineId)).toEqual([]);
    await until(
      () => keysOf(deadlineId),
      (keys) => keys.length === 1,
    );
    const [row] = await world.behindTheLocks<{ late_by: number }>(
      `select extract(epoch from e.at - (d.starts_at + (d.due_at - d.starts_at) * 0.5)) * 1000 as late_by
       from deadline_effect e join deadline d on d.id = e.deadline_id where d.id = $1`,
      [deadlineId],
    );
    expect(Number(row?.late_by)).toBeGreaterThanOrEqual(0);
    expect(Number(row?.late_by)).toBeLessThan(250);
  }, 20_000);
});
