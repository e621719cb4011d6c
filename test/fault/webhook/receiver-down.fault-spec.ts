/**
 * A house's own system is down when something happens, the worker that calls it is killed, and the queue is wiped: the call
 * comes when they are back, under the id that it had, and is taken once by whoever goes by that.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CLAIM } from '#domain/notice/delivery-tries.js';
import { type Api, startApi } from '../../support/api.js';
import { WRITE_ENTRY as WRITE } from '../../support/busy-plan.js';
import { until } from '../../support/deadlines.js';
import { formedGroup } from '../../support/group.js';
import { openReceiver, type Receiver } from '../../support/webhook-receiver.js';
import { startWorker, type WorkerProcess } from '../../support/worker.js';
import { buildWorld, type World } from '../../support/world.js';

const SAVE = `mutation($i: SaveWebhookInput!) { saveWebhook(input: $i) { secret } }`;

let world: World;
let api: Api;
let receiver: Receiver;
let worker: WorkerProcess | undefined;
let folder: string;
let env: Readonly<Record<string, string>>;

beforeAll(async () => {
  receiver = await openReceiver();
  folder = await mkdtemp(path.join(tmpdir(), 'samnav-webhook-'));
  const authority = path.join(folder, 'authority.pem');
  await writeFile(authority, receiver.ca);
  env = {
    SAMNAV_PUBLIC_URL: 'https://samnav.example',
    SAMNAV_WEBHOOK_NETWORKS: '127.0.0.0/8, ::1/128',
    NODE_EXTRA_CA_CERTS: authority,
  };
  world = await buildWorld();
  api = await startApi(world.database);
}, 120_000);
afterAll(async () => {
  await worker?.kill();
  await api?.close();
  await world?.close();
  await receiver?.close();
  await rm(folder, { recursive: true, force: true });
}, 30_000);

const states = () =>
  world.behindTheLocks<{ state: string; n: number }>(
    `select state, count(*)::int as n from webhook_call group by state order by state`,
  );

describe('a receiver that is down, a worker that is killed and a queue that is wiped', () => {
  it('loses no call, and tells nothing twice under two ids', async () => {
    const group = await formedGroup(world, api, { givenName: 'Iris' });
    const anna = await group.as('anna');
    const birgitta = await api.as({ id: world.caller('birgitta').staffId });
    const { saveWebhook } = await birgitta.query(SAVE, {
      i: { address: receiver.url, events: ['plan-changed'], version: 0 },
    });
    receiver.answer = 503;
    worker = await startWorker(world.database, env);
    await anna.query(WRITE, { i: { groupId: group.id, kind: 'goal', words: 'Komma in på fordon.' } });
    await until(
      () => Promise.resolve(receiver.taken.length),
      (taken) => taken > 0,
      20_000,
    );
    expect(await until(states, (rows) => rows.length > 0, 10_000)).toEqual([{ state: 'waiting', n: 1 }]);
    await worker.kill();
    // The queue is gone, and so is all that it was to wake for.
    await world.behindTheLocks(`delete from bullmq.job`).catch(() => undefined);
    await world.behindTheLocks(`delete from outbox`);
    receiver.answer = 'nothing';
    await world.database.moveClock('2 minutes');
    worker = await startWorker(world.database, env);
    const before = receiver.taken.length;
    await until(
      () => Promise.resolve(receiver.taken.length),
      (taken) => taken > before,
      90_000,
    );
    // Killed while it waits for an answer: what it had claimed is free when the claim is over.
    await worker.kill();
    receiver.answer = 204;
    await world.database.moveClock(`${CLAIM / 1000 + 121} seconds`);
    worker = await startWorker(world.database, env);
    expect(await until(states, (rows) => rows.every(({ state }) => state === 'sent'), 90_000)).toEqual([
      { state: 'sent', n: 1 },
    ]);
    await sleep(1_000);
    expect(new Set(receiver.taken.map(({ id }) => id)).size).toBe(1);
    for (const call of receiver.taken) expect(call.isSignedWith(saveWebhook.secret as string)).toBe(true);
    expect(worker.output()).not.toContain(receiver.url);
  }, 300_000);
});
