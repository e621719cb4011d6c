import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { OutboxStore } from '#use-cases/outbox/outbox.port.js';
import { PersonKeyStore } from '#use-cases/gate/items.port.js';
import { buildWorld, type World } from '../../support/world.js';

describe('the caller’s transaction', () => {
  let world: World;
  beforeAll(async () => {
    world = await buildWorld();
  });
  afterAll(() => world.close());

  const waiting = async (topic: string): Promise<number> =>
    (await world.behindTheLocks(`select 1 from outbox where topic = $1`, [topic])).length;

  it('stands whole when the work ends', async () => {
    await world.asCaller.run(world.caller('maria'), (tx) =>
      tx.of(OutboxStore).put([{ topic: 'live:stands', payload: {} }]),
    );
    expect(await waiting('live:stands')).toBe(1);
  });

  it('leaves nothing behind when the work throws', async () => {
    const work = world.asCaller.run(world.caller('maria'), async (tx) => {
      await tx.of(OutboxStore).put([{ topic: 'live:thrown', payload: {} }]);
      throw new Error('changed my mind');
    });
    await expect(work).rejects.toThrow('changed my mind');
    expect(await waiting('live:thrown')).toBe(0);
  });

  it('does not call a rolled back transaction done when the work swallowed an error of the database', async () => {
    const work = world.asCaller.run(world.caller('maria'), async (tx) => {
      await tx.of(OutboxStore).put([{ topic: 'live:swallowed', payload: {} }]);
      await tx
        .of(PersonKeyStore)
        .getKey('not a uuid')
        .catch(() => undefined);
    });
    await expect(work).rejects.toThrow('rolled back');
    expect(await waiting('live:swallowed')).toBe(0);
  });

  it('gives a part of the work to a service and comes back as the caller', async () => {
    const maria = world.caller('maria');
    const seen = await world.asCaller.run(maria, async (tx) => {
      const inside = await tx.asService('reception', (service) => Promise.resolve(service.caller.kind));
      return [inside, tx.caller.kind];
    });
    expect(seen).toEqual(['service', 'staff']);
  });
});
