import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { createServer, type Socket } from 'node:net';
import { ListeningLine } from '#store/outbox/listening-line.js';
import { buildWorld, type World } from '../../support/world.js';

describe('the line on which the database is heard', () => {
  let world: World;
  beforeAll(async () => {
    world = await buildWorld();
  });
  afterAll(() => world.close());

  it('comes back after the server cut it, says that something may be missed, and hears again', async () => {
    const heard: string[] = [];
    let restored = 0;
    const line = new ListeningLine({
      url: world.database.urls.app,
      name: 'line-under-test',
      retryMs: 20,
      heard: (payload) => heard.push(payload),
      restored: () => (restored += 1),
    });
    await line.open();
    await world.behindTheLocks(
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'line-under-test'`,
    );
    for (let turn = 0; turn < 250 && restored === 0; turn += 1) await sleep(20);
    expect(restored).toBe(1);
    await world.behindTheLocks(`select pg_notify('outbox', 'hello')`);
    for (let turn = 0; turn < 250 && heard.length === 0; turn += 1) await sleep(20);
    expect(heard).toEqual(['hello']);
    await line.close();
  });

  it('makes one attempt at a time while nobody lets it in, however long that lasts', async () => {
    let together = 0;
    let most = 0;
    let attempts = 0;
    const refuse = (socket: Socket): void => {
      attempts += 1;
      together += 1;
      most = Math.max(most, together);
      socket.on('error', () => undefined);
      socket.on('close', () => (together -= 1));
      setTimeout(() => socket.destroy(), 5);
    };
    const server = createServer(refuse);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    const line = new ListeningLine({
      url: world.database.urls.app,
      name: 'line-refused',
      retryMs: 10,
      heard: () => undefined,
      restored: () => undefined,
    });
    await line.open();
    // From here every new attempt meets a door that shuts at once.
    Object.assign((line as unknown as { options: { url: string } }).options, {
      url: `postgresql://nobody@127.0.0.1:${port}/none`,
    });
    await world.behindTheLocks(
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'line-refused'`,
    );
    for (let turn = 0; turn < 500 && attempts < 12; turn += 1) await sleep(10);
    expect(attempts).toBeGreaterThanOrEqual(12);
    expect(most).toBe(1);
    await line.close();
    server.close();
  });
});
