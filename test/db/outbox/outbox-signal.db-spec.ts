import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { hasHeard, isLater, type Cursor } from '#domain/live/cursor.js';
import { PgOutboxSignal } from '#store/outbox/pg-outbox-signal.js';
import { OutboxReader } from '#use-cases/outbox/outbox-reader.port.js';
import type { ScreenNews } from '#use-cases/outbox/outbox-signal.port.js';
import { OutboxStore, type OutboxMessage } from '#use-cases/outbox/outbox.port.js';
import { buildWorld, type World } from '../../support/world.js';

const OUTBOX = { kind: 'service', name: 'outbox', requestId: 'test' } as const;

describe('what screens are told', () => {
  let world: World;
  let signal: PgOutboxSignal;
  let heard: ScreenNews[];
  let moments: Cursor[];
  let gaps = 0;
  beforeAll(async () => {
    world = await buildWorld();
    heard = [];
    signal = new PgOutboxSignal(world.database.urls.app, world.asCaller);
    moments = [
      await signal.listen({
        news: ({ news, upTo }) => {
          heard.push(...news);
          moments.push(upTo);
        },
        gap: () => (gaps += 1),
      }),
    ];
  });
  afterAll(async () => {
    await signal.close();
    await world.close();
  });

  const put = (...messages: readonly OutboxMessage[]) =>
    world.asCaller.run(world.caller('maria'), (tx) => tx.of(OutboxStore).put(messages));
  const seqs = (topic: string) => heard.filter((news) => news.topic === topic).map(({ payload }) => payload['seq']);
  const until = async (holds: () => boolean): Promise<void> => {
    for (let turn = 0; turn < 250 && !holds(); turn += 1) await sleep(20);
  };

  it('is heard as it commits, in order, and nothing of what was rolled back', async () => {
    await expect(
      world.asCaller.run(world.caller('maria'), async (tx) => {
        await tx.of(OutboxStore).put([{ topic: 'live:hub:rolled-back', payload: {} }]);
        throw new Error('changed my mind');
      }),
    ).rejects.toThrow();
    await put(
      { topic: 'live:hub:one', payload: { seq: 1 } },
      { topic: 'job:reconcile', payload: {} },
      { topic: 'live:hub:two', payload: { seq: 2 } },
    );
    await until(() => heard.length >= 2);
    expect(heard.map((news) => [news.topic, news.payload])).toEqual([
      ['live:hub:one', { seq: 1 }],
      ['live:hub:two', { seq: 2 }],
    ]);
    expect(gaps).toBe(0);
  });

  it('is not passed by where it commits late under an early number, neither by who listens nor by who comes back', async () => {
    const late = new Client({ connectionString: world.database.urls.admin });
    await late.connect();
    await late.query('begin');
    await late.query(`insert into outbox (topic, payload) values ('live:hub:late', '{"seq": 1}')`);
    await put({ topic: 'live:hub:late', payload: { seq: 2 } });
    await until(() => seqs('live:hub:late').length === 1);
    const between = moments.at(-1)!;
    expect(seqs('live:hub:late')).toEqual([2]);
    await late.query('commit');
    await late.end();
    await until(() => seqs('live:hub:late').length === 2);
    expect(seqs('live:hub:late')).toEqual([2, 1]);
    const rest = await signal.since('live:hub:late', between);
    expect(rest?.news.map(({ payload }) => payload['seq'])).toEqual([1]);
    expect(rest?.news.every(({ transaction }) => hasHeard(rest.upTo, transaction))).toBe(true);
    for (const [at, moment] of moments.entries())
      if (at > 0 && moment.text !== moments[at - 1]!.text) expect(isLater(moment, moments[at - 1]!)).toBe(true);
  });

  it('is heard also where the line was cut while it was committed, without anything being missed', async () => {
    for (let seq = 1; seq <= 20; seq += 1) {
      if (seq % 5 === 0)
        await world.behindTheLocks(
          `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'samnav-live' and datname = current_database()`,
        );
      await put({ topic: 'live:hub:cut', payload: { seq } });
    }
    await until(() => seqs('live:hub:cut').length >= 20);
    expect(seqs('live:hub:cut')).toEqual(Array.from({ length: 20 }, (_, at) => at + 1));
    expect(gaps).toBe(0);
  });

  it('can be told from a moment until it is swept away, and not from one that this database has not reached', async () => {
    const from = moments.at(-1)!;
    await put({ topic: 'live:hub:swept', payload: { seq: 1 } });
    await until(() => seqs('live:hub:swept').length === 1);
    const sweep = () => world.asCaller.run(OUTBOX, (tx) => tx.of(OutboxReader).sweep(new Date(tx.now.getTime() + 1)));
    const toTell = async (cursor: Cursor) => (await signal.since('live:hub:swept', cursor))?.news.length ?? null;
    expect(await toTell(from)).toBe(1);
    await sweep();
    expect(await toTell(from)).toBe(1);
    await sweep();
    expect(await toTell(from)).toBeNull();
    expect(await toTell(await world.asCaller.run(OUTBOX, (tx) => tx.of(OutboxReader).now()))).toBe(0);
    expect(await toTell({ ...from, next: from.next + 1_000_000_000 })).toBeNull();
  });

  it('is read afresh where it is more than is worth telling', async () => {
    const from = await world.asCaller.run(OUTBOX, (tx) => tx.of(OutboxReader).now());
    await put(...Array.from({ length: 101 }, (_, seq) => ({ topic: 'live:hub:much', payload: { seq } }) as const));
    expect(await signal.since('live:hub:much', from)).toBeNull();
    await put({ topic: 'live:hub:little', payload: { seq: 1 } });
    expect((await signal.since('live:hub:little', from))?.news).toHaveLength(1);
  });

  it('tells nothing of rows that came with a copy of another database, and goes on', async () => {
    const reader = <T>(ask: (of: OutboxReader) => Promise<T>): Promise<T> =>
      world.asCaller.run(OUTBOX, (tx) => ask(tx.of(OutboxReader)));
    const from = await reader((of) => of.now());
    const ahead = from.next + 1_000_000;
    await world.behindTheLocks(
      `insert into outbox (topic, payload, transaction) values ('live:hub:copied', '{}', $1::text::xid8)`,
      [String(ahead)],
    );
    await world.behindTheLocks(`update outbox_swept set up_to = $1::pg_snapshot, next = $1::pg_snapshot`, [
      `${ahead}:${ahead}:`,
    ]);
    await put({ topic: 'live:hub:copied', payload: { seq: 1 } });
    expect(await reader((of) => of.findSince(from, 10, 'live:hub:copied'))).toMatchObject({
      isWhole: true,
      news: [{ payload: { seq: 1 } }],
    });
    await until(() => seqs('live:hub:copied').length === 1);
    expect(seqs('live:hub:copied')).toEqual([1]);
  });
});
