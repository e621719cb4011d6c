/** A house's webhook is its administrators' alone, its secret is read by nobody, and a call is made by the database only. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { WebhookStore } from '#use-cases/webhook/webhook.port.js';
import { buildWorld, type World } from '../../support/world.js';

let world: World;
beforeAll(async () => {
  world = await buildWorld();
});
afterAll(() => world?.close());

const administrator = (key: string): StaffCaller => ({ ...world.caller(key), role: 'administrator' });
const add = (caller: StaffCaller) =>
  world.asCaller.run(caller, (tx) =>
    tx.of(WebhookStore).add({ id: tx.newId(), address: 'sealed', events: ['plan-changed'], secret: 'sealed' }),
  );

describe('the second lock on webhooks', () => {
  it('lets the administrator of the house keep it, and shows it to nobody else', async () => {
    await add(administrator('marcus'));
    await expect(add(world.caller('lena'))).rejects.toThrow('row-level security');
    await expect(add(administrator('marcus'))).rejects.toThrow('duplicate key');
    const own = (caller: StaffCaller) => world.asCaller.run(caller, (tx) => tx.of(WebhookStore).findOwn());
    expect(await own(administrator('marcus'))).toMatchObject({ events: ['plan-changed'], version: 1 });
    for (const caller of [world.caller('marcus'), administrator('lena'), world.caller('anna')])
      expect(await own(caller)).toBeUndefined();
  });

  it('shows of calls what was tried, and takes none but a trial from a person', async () => {
    const [row] = await world.behindTheLocks<{ id: string; municipality_id: string }>(
      `select id, municipality_id from webhook limit 1`,
    );
    const ids = { waiting: randomUUID(), dropped: randomUUID(), sent: randomUUID() };
    for (const [state, id] of Object.entries(ids))
      await world.behindTheLocks(
        `insert into webhook_call (id, municipality_id, webhook_id, event, group_id, state, begun, next_try_at, settled_at)
         values ($1, $2, $3, 'trial', null, $4, true, case when $4 = 'waiting' then clock.now() end, case when $4 <> 'waiting' then clock.now() end)`,
        [id, row!.municipality_id, row!.id, state],
      );
    const seen = (caller: StaffCaller) =>
      world.asCaller.run(caller, async (tx) =>
        (await tx.of(WebhookStore).findCalls(row!.id, 10)).map(({ id }) => id).sort(),
      );
    expect(await seen(administrator('marcus'))).toEqual([ids.waiting, ids.sent].sort());
    expect(await seen(administrator('lena'))).toEqual([]);
    await world.asCaller.run(administrator('marcus'), (tx) => tx.of(WebhookStore).addTrial(tx.newId(), row!.id));
    await expect(
      world.asCaller.run(administrator('lena'), (tx) => tx.of(WebhookStore).addTrial(tx.newId(), row!.id)),
    ).rejects.toThrow('row-level security');
  });

  it('answers who may know of a call to the service alone', async () => {
    const [call] = await world.behindTheLocks<{ id: string; webhook_id: string }>(
      `select id, webhook_id from webhook_call limit 1`,
    );
    for (const sql of [`caller.webhook_readers($1)`, `caller.webhook_call_facts($1)`])
      expect(await world.source.query(`select * from ${sql}`, [call!.id])).toEqual([]);
    expect(await world.source.query(`select * from caller.webhook_keepers($1)`, [call!.webhook_id])).toEqual([]);
  });
});
