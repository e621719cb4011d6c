import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { PgOutboxSignal } from '#store/outbox/pg-outbox-signal.js';
import type { OutboxNews } from '#use-cases/outbox/outbox-signal.port.js';
import { OutboxStore } from '#use-cases/outbox/outbox.port.js';
import { buildWorld, type World } from '../../support/world.js';

describe('what screens are told', () => {
  let world: World;
  beforeAll(async () => {
    world = await buildWorld();
  });
  afterAll(() => world.close());

  it('is heard as it commits, in order, and nothing of what was rolled back', async () => {
    const heard: OutboxNews[] = [];
    let gaps = 0;
    const signal = new PgOutboxSignal(world.database.urls.app, world.asCaller);
    await signal.listen({ news: (news) => heard.push(news), gap: () => (gaps += 1) });
    const maria = world.caller('maria');
    await expect(
      world.asCaller.run(maria, async (tx) => {
        await tx.of(OutboxStore).put([{ topic: 'live:hub:rolled-back', payload: {} }]);
        throw new Error('changed my mind');
      }),
    ).rejects.toThrow();
    await world.asCaller.run(maria, (tx) =>
      tx.of(OutboxStore).put([
        { topic: 'live:hub:one', payload: { seq: 1 } },
        { topic: 'job:reconcile', payload: {} },
        { topic: 'live:hub:two', payload: { seq: 2 } },
      ]),
    );
    for (let turn = 0; turn < 250 && heard.length < 2 && gaps === 0; turn += 1) await sleep(20);
    expect(gaps).toBe(0);
    expect(heard.map((news) => [news.topic, news.payload])).toEqual([
      ['live:hub:one', { seq: 1 }],
      ['live:hub:two', { seq: 2 }],
    ]);
    await signal.close();
  });
});
