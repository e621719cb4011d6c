/** What the relay makes of news: one bunch at a time for each room, the same written once, and nobody told who may not be. */
import { describe, expect, it } from '@jest/globals';
import type { Socket } from 'socket.io';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { hasHeard, parseCursor, type Cursor } from '#domain/live/cursor.js';
import type { Seat } from '#use-cases/live/read-room.js';
import type { NewsSince, OutboxListener, OutboxNews, ScreenNews } from '#use-cases/outbox/outbox-signal.port.js';
import { OutboxSignal } from '#use-cases/outbox/outbox-signal.port.js';
import type { Log } from '#platform/log/log.js';
import { LastHeard } from './last-heard.js';
import { LiveRelay } from './live-relay.js';
import { type ChangePayload, LiveTopic, LiveTopics, type Told } from './live-topic.js';
import { SlowSockets } from './slow-sockets.js';
import { Watchers } from './watchers.js';

/** The moment before so many transactions, all of which came one after another. */
const before = (next: number): Cursor => parseCursor(`${next}:${next}:`)!;

class Line extends OutboxSignal {
  listener: OutboxListener | undefined;
  /** What the database holds, whether or not it has been heard of. */
  readonly rows: ScreenNews[] = [];
  isSwept = false;
  private next = 10;
  listen(listener: OutboxListener): Promise<Cursor> {
    this.listener = listener;
    return Promise.resolve(before(this.next));
  }
  since(topic: string, cursor: Cursor): Promise<NewsSince | null> {
    const news = this.rows.filter((row) => row.topic === topic && !hasHeard(cursor, row.transaction));
    return Promise.resolve(this.isSwept ? null : { news, upTo: before(this.next) });
  }
  close(): Promise<void> {
    return Promise.resolve();
  }
  commit(address: string, payload: OutboxNews['payload']): ScreenNews {
    const row = { id: String(this.next), topic: `live:${address}`, payload, transaction: this.next };
    this.next += 1;
    this.rows.push(row);
    return row;
  }
  hear(...news: readonly ScreenNews[]): void {
    this.listener?.news({ news, upTo: before(this.next) });
  }
  say(address: string, payload: OutboxNews['payload']): void {
    this.hear(this.commit(address, payload));
  }
}

/** What each room is asked for; each telling waits until the test answers it. */
class Rooms extends LiveTopic {
  readonly name = 'room';
  readonly requires = 'signed-in' as const;
  override readonly tellsAll = true;
  readonly asked: {
    id: string;
    to: readonly string[];
    payloads: readonly ChangePayload[];
    answer: (told: Told | Error) => void;
  }[] = [];
  mayWatch(): Promise<boolean> {
    return Promise.resolve(true);
  }
  tell(seats: readonly Seat[], id: string, payloads: readonly ChangePayload[]): Promise<Told> {
    return new Promise((resolve, reject) => {
      this.asked.push({
        id,
        to: seats.map(({ sessionId }) => sessionId.replace('session of ', '')),
        payloads,
        answer: (told) => (told instanceof Error ? reject(told) : resolve(told)),
      });
    });
  }
}

/** A screen that remembers what it was sent, and whether alone or with others. */
class Screen {
  readonly heard: string[] = [];
  readonly cursors: string[] = [];
  readonly conn = {
    writeBuffer: [] as unknown[],
    once: (_: string, drained: () => void) => void (this.drain = drained),
  };
  drain: () => void = () => undefined;
  cut = false;
  constructor(
    readonly id: string,
    private readonly all: Map<string, Screen>,
    private readonly written: object[],
  ) {}
  emit(event: string, body: { change?: object; cursor?: string }): void {
    this.written.push(body);
    this.hear(event, body);
  }
  hear(event: string, body: { change?: object; cursor?: string }): void {
    this.heard.push(event === 'change' ? JSON.stringify(body.change) : event);
    if (body.cursor) this.cursors.push(body.cursor);
  }
  disconnect(): void {
    this.cut = true;
  }
  get nsp() {
    return {
      to: (ids: readonly string[]) => ({
        emit: (event: string, body: { change?: object; cursor?: string }) => {
          this.written.push(body);
          for (const id of ids) this.all.get(id)?.hear(event, body);
        },
      }),
    };
  }
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

async function aHouse(screensOfRoom: Readonly<Record<string, readonly string[]>>) {
  const line = new Line();
  const topics = new LiveTopics();
  const rooms = new Rooms();
  topics.add(rooms);
  const watchers = new Watchers();
  const screens = new Map<string, Screen>();
  const written: object[] = [];
  for (const [room, ids] of Object.entries(screensOfRoom))
    for (const id of ids) {
      const screen = screens.get(id) ?? new Screen(id, screens, written);
      const socket = screen as unknown as Socket;
      if (!screens.has(id)) watchers.arrive(socket, { sessionId: `session of ${id}`, staffId: id } as StaffCaller);
      screens.set(id, screen);
      watchers.watch(socket, `room:${room}`);
    }
  const silent = { warn: () => undefined } as unknown as Log;
  const relay = new LiveRelay(line, topics, watchers, new SlowSockets(), new LastHeard(), silent);
  await relay.onApplicationBootstrap();
  const join = (id: string, room: string, since: Cursor | undefined) =>
    relay.join(screens.get(id) as unknown as Socket, `room:${room}`, since);
  return { line, rooms, screens, written, watchers, join };
}

const changes = (of: Readonly<Record<string, readonly object[]>>) =>
  new Map(Object.entries(of).map(([id, sent]) => [`session of ${id}`, sent]));

describe('the relay', () => {
  it('tells what came while a room was told as the next bunch, in its order', async () => {
    const { line, rooms } = await aHouse({ a: ['anna'] });
    line.say('room:a', { seq: 1 });
    await turn();
    line.say('room:a', { seq: 2 });
    line.say('room:a', { seq: 3 });
    await turn();
    expect(rooms.asked.map(({ payloads }) => payloads)).toEqual([[{ seq: 1 }]]);
    rooms.asked[0]?.answer({ changes: new Map(), ended: [] });
    await turn();
    expect(rooms.asked.map(({ payloads }) => payloads)).toEqual([[{ seq: 1 }], [{ seq: 2 }, { seq: 3 }]]);
  });

  it('reads a few rooms at once, the waiting ones in turn, and none that nobody watches', async () => {
    const letters = ['a', 'b', 'c', 'd', 'e', 'f'];
    const { line, rooms } = await aHouse(Object.fromEntries(letters.map((room) => [room, ['anna']])));
    for (const room of [...letters, 'nobody']) line.say(`room:${room}`, {});
    await turn();
    line.say('room:a', { again: true });
    await turn();
    expect(rooms.asked.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd']);
    for (let at = 0; at < 7; at += 1) {
      rooms.asked[at]?.answer({ changes: new Map(), ended: [] });
      await turn();
    }
    // The busy room comes again behind those that have waited.
    expect(rooms.asked.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'a']);
  });

  it('tells what takes something away before all that waits, and at once after a telling that was begun', async () => {
    const letters = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    const { line, rooms } = await aHouse(Object.fromEntries(letters.map((room) => [room, ['anna']])));
    for (const room of letters) line.say(`room:${room}`, { seq: 1 });
    await turn();
    expect(rooms.asked.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd']);
    // One waits already, and one is being told.
    line.say('room:g', { sight: true });
    line.say('room:a', { sight: true });
    await turn();
    expect(rooms.asked.at(-1)).toMatchObject({ id: 'g', payloads: [{ seq: 1 }, { sight: true }] });
    rooms.asked[0]?.answer({ changes: new Map(), ended: [] });
    await turn();
    expect(rooms.asked.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd', 'g', 'a']);
    expect(rooms.asked.at(-1)?.payloads).toEqual([{ sight: true }]);
  });

  it('writes what is the same for several once, and to each only what is theirs', async () => {
    const { line, rooms, screens, written } = await aHouse({ a: ['anna', 'bo', 'cleo', 'dan'] });
    line.say('room:a', { seq: 1 });
    await turn();
    const whole = { text: 'allt' };
    rooms.asked[0]?.answer({
      changes: changes({ anna: [whole], bo: [{ pen: 'x' }, whole], cleo: [{ text: null }] }),
      ended: ['session of dan'],
    });
    await turn();
    const heard = Object.fromEntries([...screens.values()].map(({ id, heard: of }) => [id, of]));
    expect(heard).toEqual({
      anna: ['{"text":"allt"}'],
      bo: ['{"pen":"x"}', '{"text":"allt"}'],
      cleo: ['{"text":null}'],
      dan: [],
    });
    expect(written).toHaveLength(3);
    expect([...screens.values()].filter(({ cut }) => cut).map(({ id }) => id)).toEqual(['dan']);
  });

  it('says with the last thing of a moment alone that all of it is known', async () => {
    const { line, rooms, written } = await aHouse({ a: ['anna', 'bo'] });
    line.say('room:a', { seq: 1 });
    await turn();
    const [one, two] = [{ seq: 1 }, { seq: 2 }];
    rooms.asked[0]?.answer({ changes: changes({ anna: [two], bo: [one, two] }), ended: [] });
    await turn();
    const body = { address: 'room:a', cursor: before(11).text };
    expect(written).toEqual([
      { ...body, change: one, more: true },
      { ...body, change: two },
    ]);
  });

  it('sends nothing to a screen that has turned away meanwhile', async () => {
    const { line, rooms, screens, watchers } = await aHouse({ a: ['anna', 'bo'] });
    line.say('room:a', { seq: 1 });
    await turn();
    watchers.unwatch(screens.get('bo') as unknown as Socket, 'room:a');
    const whole = { text: 'allt' };
    rooms.asked[0]?.answer({ changes: changes({ anna: [whole], bo: [whole] }), ended: [] });
    await turn();
    expect(screens.get('anna')?.heard).toHaveLength(1);
    expect(screens.get('bo')?.heard).toEqual([]);
  });

  it('tells a room to read afresh when it could not be told, and goes on', async () => {
    const { line, rooms, screens } = await aHouse({ a: ['anna'] });
    line.say('room:a', { seq: 1 });
    await turn();
    rooms.asked[0]?.answer(new Error('the database is away'));
    await turn();
    expect(screens.get('anna')?.heard).toEqual(['stale']);
    line.say('room:a', { seq: 2 });
    await turn();
    expect(rooms.asked).toHaveLength(2);
  });

  it('cuts the screens of a session that ends, at once', async () => {
    const { line, screens } = await aHouse({ a: ['anna', 'bo'] });
    line.say('session-ended', { sessionId: 'session of bo' });
    expect([...screens.values()].map(({ cut }) => cut)).toEqual([false, true]);
  });

  it('hears what commits late under an early number, and tells each thing once', async () => {
    const { line, rooms } = await aHouse({ a: ['anna'] });
    const late = line.commit('room:a', { seq: 1 });
    line.say('room:a', { seq: 2 });
    await turn();
    rooms.asked[0]?.answer({ changes: new Map(), ended: [] });
    await turn();
    line.hear(late);
    await turn();
    expect(rooms.asked.map(({ payloads }) => payloads)).toEqual([[{ seq: 2 }], [{ seq: 1 }]]);
  });
});

describe('a screen that comes back', () => {
  it('is told what came since it heard last, and from there on with the others, each thing once', async () => {
    const { line, rooms, screens, join } = await aHouse({ a: ['anna', 'bo'] });
    line.say('room:a', { seq: 1 });
    await turn();
    rooms.asked[0]?.answer({ changes: changes({ anna: [{ seq: 1 }], bo: [{ seq: 1 }] }), ended: [] });
    await turn();
    const heard = parseCursor(screens.get('bo')?.cursors.at(-1));
    line.say('room:a', { seq: 2 });
    await turn();
    rooms.asked[1]?.answer({ changes: new Map(), ended: [] });
    await turn();
    // Committed, and not yet heard of by this node.
    const unheard = line.commit('room:a', { seq: 3 });
    const joined = join('bo', 'a', heard);
    await turn();
    expect(rooms.asked[2]).toMatchObject({ to: ['bo'], payloads: [{ seq: 2 }, { seq: 3 }] });
    line.hear(unheard, line.commit('room:a', { seq: 4 }));
    rooms.asked[2]?.answer({ changes: changes({ bo: [{ rest: true }] }), ended: [] });
    expect(await joined).toBe(true);
    await turn();
    expect(rooms.asked.slice(3).map(({ to, payloads }) => [to, payloads])).toEqual([
      [['anna'], [{ seq: 3 }, { seq: 4 }]],
    ]);
    rooms.asked[3]?.answer({ changes: new Map(), ended: [] });
    await turn();
    expect(rooms.asked.slice(4).map(({ to, payloads }) => [to, payloads])).toEqual([[['bo'], [{ seq: 4 }]]]);
    expect(screens.get('bo')?.heard).toEqual(['{"seq":1}', '{"rest":true}']);
  });

  it('is asked for nothing where nothing has come, and reads afresh where that can no longer be told', async () => {
    const { line, rooms, join } = await aHouse({ a: ['anna'], b: ['bo'] });
    expect(await join('anna', 'a', before(10))).toBe(true);
    line.say('room:b', { seq: 1 });
    line.isSwept = true;
    await turn();
    rooms.asked[0]?.answer({ changes: new Map(), ended: [] });
    await turn();
    expect(await join('bo', 'b', before(10))).toBe(false);
    expect(await join('bo', 'b', undefined)).toBe(false);
    expect(rooms.asked).toHaveLength(1);
  });
});

describe('a slow line', () => {
  it('is fed no further, and reads afresh when it has taken what was on its way', async () => {
    const { line, rooms, screens } = await aHouse({ a: ['anna', 'bo'] });
    const slow = screens.get('bo')!;
    slow.conn.writeBuffer.push(...Array.from({ length: 100 }, () => 'waits'));
    for (const seq of [1, 2]) {
      line.say('room:a', { seq });
      await turn();
      rooms.asked[seq - 1]?.answer({ changes: changes({ anna: [{ seq }], bo: [{ seq }] }), ended: [] });
      await turn();
    }
    expect([screens.get('anna')?.heard, slow.heard]).toEqual([['{"seq":1}', '{"seq":2}'], []]);
    slow.conn.writeBuffer.length = 0;
    slow.drain();
    line.say('room:a', { seq: 3 });
    await turn();
    rooms.asked[2]?.answer({ changes: changes({ bo: [{ seq: 3 }] }), ended: [] });
    await turn();
    expect(slow.heard).toEqual(['stale', '{"seq":3}']);
  });

  it('is still told that something is no longer its own', async () => {
    const { line, rooms, screens } = await aHouse({ a: ['bo'] });
    const slow = screens.get('bo')!;
    slow.conn.writeBuffer.push(...Array.from({ length: 100 }, () => 'waits'));
    line.say('room:a', { sight: true });
    await turn();
    rooms.asked[0]?.answer({ changes: changes({ bo: [{ seq: 1 }, { kind: 'revoked' }] }), ended: [] });
    await turn();
    expect(slow.heard).toEqual(['{"kind":"revoked"}']);
  });
});
