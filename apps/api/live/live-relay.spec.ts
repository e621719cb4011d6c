/** What the relay makes of news: one bunch at a time for each room, the same written once, and nobody told who may not be. */
import { describe, expect, it } from '@jest/globals';
import type { Socket } from 'socket.io';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import type { Seat } from '#use-cases/live/read-room.js';
import type { OutboxListener, OutboxNews } from '#use-cases/outbox/outbox-signal.port.js';
import { OutboxSignal } from '#use-cases/outbox/outbox-signal.port.js';
import type { Log } from '#platform/log/log.js';
import { LastHeard } from './last-heard.js';
import { LiveRelay } from './live-relay.js';
import { type ChangePayload, LiveTopic, LiveTopics, type Told } from './live-topic.js';
import { Watchers } from './watchers.js';

class Line extends OutboxSignal {
  listener: OutboxListener | undefined;
  private next = 0;
  listen(listener: OutboxListener): Promise<void> {
    this.listener = listener;
    return Promise.resolve();
  }
  close(): Promise<void> {
    return Promise.resolve();
  }
  say(address: string, payload: OutboxNews['payload']): void {
    this.listener?.news({ id: String((this.next += 1)), topic: `live:${address}`, payload });
  }
}

/** What each room is asked for; each telling waits until the test answers it. */
class Rooms extends LiveTopic {
  readonly name = 'room';
  readonly requires = 'signed-in' as const;
  readonly asked: { id: string; payloads: readonly ChangePayload[]; answer: (told: Told | Error) => void }[] = [];
  mayWatch(): Promise<boolean> {
    return Promise.resolve(true);
  }
  tell(_seats: readonly Seat[], id: string, payloads: readonly ChangePayload[]): Promise<Told> {
    return new Promise((resolve, reject) => {
      this.asked.push({
        id,
        payloads,
        answer: (told) => (told instanceof Error ? reject(told) : resolve(told)),
      });
    });
  }
}

/** A screen that remembers what it was sent, and whether alone or with others. */
class Screen {
  readonly heard: string[] = [];
  cut = false;
  constructor(
    readonly id: string,
    private readonly all: Map<string, Screen>,
    private readonly written: object[],
  ) {}
  emit(event: string, body: { change?: object }): void {
    this.written.push(body);
    this.heard.push(event === 'change' ? JSON.stringify(body.change) : event);
  }
  disconnect(): void {
    this.cut = true;
  }
  get nsp() {
    return {
      to: (ids: readonly string[]) => ({
        emit: (event: string, body: { change?: object }) => {
          this.written.push(body);
          for (const id of ids) this.all.get(id)?.heard.push(event === 'change' ? JSON.stringify(body.change) : event);
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
  const relay = new LiveRelay(line, topics, watchers, new LastHeard(), silent);
  await relay.onApplicationBootstrap();
  return { line, rooms, screens, written, watchers };
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

  it('writes what is the same for several once, and to each only what is theirs', async () => {
    const { line, rooms, screens, written } = await aHouse({ a: ['anna', 'bo', 'cleo', 'dan'] });
    line.say('room:a', { seq: 1 });
    await turn();
    const whole = { text: 'allt' };
    rooms.asked[0]?.answer({
      changes: changes({ anna: [whole], bo: [whole, { pen: 'x' }], cleo: [{ text: null }] }),
      ended: ['session of dan'],
    });
    await turn();
    const heard = Object.fromEntries([...screens.values()].map(({ id, heard: of }) => [id, of]));
    expect(heard).toEqual({
      anna: ['{"text":"allt"}'],
      bo: ['{"text":"allt"}', '{"pen":"x"}'],
      cleo: ['{"text":null}'],
      dan: [],
    });
    expect(written).toHaveLength(3);
    expect([...screens.values()].filter(({ cut }) => cut).map(({ id }) => id)).toEqual(['dan']);
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
});
