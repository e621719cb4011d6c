/**
 * An installation that keeps its queue in a Redis of its own, with several api nodes: a change at one is told at the other and a
 * board is the same at both, by the database and not by Redis (decision 2); due work is done, and a Redis that is killed and comes back empty loses nothing, since the tables are the only truth.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { QUEUES } from '#jobs/jobs.js';
import { makeQueue } from '#jobs/queue-server.js';
import { startApiProcess, type ApiProcess } from '../../support/api-process.js';
import { openGradedCase } from '../../support/case.js';
import { aCase, aDeadline, effectsOf, until } from '../../support/deadlines.js';
import { conveneHub, until as comesTrue, watch } from '../../support/hub.js';
import { describeOnRedis, startRedis, type RedisProcess } from '../../support/redis.js';
import { makeReport } from '../../support/reports.js';
import { startWorker, type WorkerProcess } from '../../support/worker.js';
import { buildWorld, type World } from '../../support/world.js';

const HALF = 2 * 3_600_000;

describeOnRedis('two api nodes and a worker on Redis', () => {
  let world: World;
  let redis: RedisProcess;
  let worker: WorkerProcess;
  let nodes: readonly ApiProcess[] = [];
  let caseId: string;

  const staff = (key: string) => ({ id: world.town.staff.get(key)! });
  /** A deadline whose first warning comes so many milliseconds from now. */
  const warnedIn = async (ms: number) => (await aDeadline(world, caseId, { startedAgo: HALF - ms })).deadlineId;
  const keysOf = async (deadlineId: string) => (await effectsOf(world, deadlineId)).map(({ key }) => key);

  beforeAll(async () => {
    [world, redis] = await Promise.all([buildWorld(), startRedis()]);
    const env = { REDIS_URL: redis.url, SAMNAV_LOG: 'info' };
    [worker, ...nodes] = await Promise.all([
      startWorker(world.database, env),
      startApiProcess(world, env),
      startApiProcess(world, env),
    ]);
    caseId = await aCase(world);
  }, 120_000);
  afterAll(async () => {
    await Promise.all(nodes.map((node) => node.stop()));
    await worker?.kill();
    await redis?.kill();
    await world?.close();
  }, 60_000);

  it('tell a screen at one node of a change through the other', async () => {
    const maria = await nodes[0]!.as(staff('maria'));
    const marcus = await nodes[1]!.as(staff('marcus'));
    const socket = await maria.socket();
    const address = `intake-queue:${world.caller('maria').branchId}`;
    expect(await socket.emitWithAck('watch', address)).toEqual({ ok: true });
    const told = new Promise<unknown>((resolve) => socket.once('change', resolve));
    await makeReport(marcus);
    expect(await told).toMatchObject({ address });
  }, 30_000);

  it('do what is due by jobs that wait in Redis and not in PostgreSQL', async () => {
    const deadlineId = await warnedIn(5_000);
    const queue = makeQueue({ databaseUrl: world.database.urls.app, redisUrl: redis.url }, QUEUES[0]);
    try {
      await until(
        () => queue.getJobCounts('delayed'),
        ({ delayed }) => (delayed ?? 0) > 0,
      );
    } finally {
      await queue.close();
    }
    expect(await world.behindTheLocks(`select count(*)::int as jobs from bullmq.job`)).toEqual([{ jobs: 0 }]);
    await until(
      () => keysOf(deadlineId),
      (keys) => keys.length > 0,
      15_000,
    );
  }, 30_000);

  it('lose nothing while Redis is killed and comes back empty, and do each thing once', async () => {
    const before = await warnedIn(4_000);
    await until(
      () => world.behindTheLocks(`select 1 from outbox where topic like 'job:%' and handed_at is null`),
      (waiting) => waiting.length === 0,
    );
    await redis.kill();
    const meanwhile = await warnedIn(1_000);
    const marcus = await nodes[1]!.as(staff('marcus'));
    await expect(makeReport(marcus)).resolves.toHaveProperty('receipt');
    await sleep(2_000);
    expect(await keysOf(meanwhile)).toEqual([]);
    await redis.start();
    const after = await warnedIn(500);
    for (const deadlineId of [before, meanwhile, after])
      await until(
        () => keysOf(deadlineId),
        (keys) => keys.length > 0,
        60_000,
      );
    const doubled = await world.behindTheLocks(
      `select deadline_id, key from deadline_effect group by 1, 2 having count(*) > 1`,
    );
    expect(doubled).toEqual([]);
    expect(
      await world.behindTheLocks(`select 1 from notice group by staff_id, effect_key having count(*) > 1`),
    ).toEqual([]);
    expect(worker.output()).not.toMatch(/unhandled|uncaught/i);
  }, 120_000);

  it('keep one board for those who hang on either, also while Redis is away', async () => {
    const red = await openGradedCase(world, { grade: 'red' });
    const clients = new Map<string, ReturnType<ApiProcess['as']>>();
    /** Sara and Ali hang on the other node. */
    const as = (key: string) => {
      const node = nodes[['sara', 'ali'].includes(key) ? 1 : 0]!;
      const client = clients.get(key) ?? node.as(staff(key));
      clients.set(key, client);
      return client;
    };
    const keyOf = (id: string) => [...world.town.staff].find(([, known]) => known === id)![0];
    const hub = await conveneHub(world, { as: ({ id }) => as(keyOf(id)) }, red);
    const [maria, sara] = [await watch(hub, 'maria'), await watch(hub, 'sara')];
    const bothShow = (text: string) => () => [maria, sara].every(({ texts }) => texts.includes(text));
    const give = (key: string) => hub.act(key, 'givePicture', 'GivePictureInput', { questionId: hub.questions[key] });
    await hub.act('maria', 'moveMeeting', 'MoveMeetingInput', { step: 'start' });
    await give('ali');
    await comesTrue(bothShow('Bild från ali'));
    await redis.kill();
    await give('sara');
    await comesTrue(bothShow('Bild från sara'));
    expect(Object.keys(maria.board.pictures)).toHaveLength(2);
    expect(sara.board.pictures).toEqual(maria.board.pictures);
    await redis.start();
  }, 60_000);
});
