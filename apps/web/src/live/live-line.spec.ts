/** The live line against a real socket server: between reading and watching, a watch that is refused, and a line that is away. */
import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Server, type Socket as ServerSocket } from 'socket.io';
import { io, type Socket } from 'socket.io-client';
import { LiveLine, type LiveEvent } from './live-line.js';

/** Where the cover is what a test is about; elsewhere a slow machine must not be taken for a line that never came. */
const SHORT_PATIENCE = 300;

describe('the live line', () => {
  let http: HttpServer;
  let server: Server;
  let socket: Socket;
  let line: LiveLine;
  let answer: (address: string) => object;
  /** What happened, in order. */
  let told: string[];
  let onRead: () => Promise<void>;
  let patience: number;
  /** What the api waits for before it answers a watch. */
  let held: Promise<void>;

  beforeEach(async () => {
    http = createServer();
    server = new Server(http);
    answer = () => ({ ok: true });
    told = [];
    onRead = () => Promise.resolve();
    patience = 30_000;
    held = Promise.resolve();
    server.on('connection', (one: ServerSocket) => {
      one.on('watch', (address: string, ...rest: (string | ((said: object) => void))[]) => {
        const [mark] = rest.filter((more) => typeof more === 'string');
        told.push(['watch', address, ...(mark === undefined ? [] : [`since ${mark}`])].join(' '));
        const reply = rest.at(-1);
        if (typeof reply === 'function') void held.then(() => reply(answer(address)));
      });
      one.on('echo', (reply: () => void) => reply());
      one.emit('hello', { serverTime: '2026-11-24T09:00:00Z' });
    });
    await new Promise<void>((listening) => http.listen(0, '127.0.0.1', listening));
    const { port } = http.address() as AddressInfo;
    line = new LiveLine({
      connect: () => {
        socket = io(`http://127.0.0.1:${port}`, { transports: ['websocket'], reconnectionDelay: 50 });
        return Promise.resolve(socket);
      },
      readAfresh: async () => {
        told.push('read all');
        await onRead();
      },
      hearTime: () => undefined,
      now: () => '2026-11-24T09:00:00Z',
      get patience() {
        return patience;
      },
    });
  });
  afterEach(async () => {
    await line.close();
    await server.close();
  });

  const listener = (event: LiveEvent): void => void told.push(`${event.kind} ${event.address}`);
  const until = (holds: () => boolean): Promise<void> =>
    new Promise((done) => {
      const look = () => (holds() ? done() : setTimeout(look, 5));
      look();
    });
  const settled = () => until(() => line.snapshot().state === 'live' && told.some((one) => one.startsWith('stale')));

  it('says that what was read is stale as soon as the first watch holds, since nobody heard what came between', async () => {
    line.hear('sight:a', listener);
    await settled();
    expect(told).toEqual(['watch sight:a', 'stale sight:a']);
  });

  it('says so to each who comes later too, to a new address and to one that is watched already', async () => {
    line.hear('sight:a', listener);
    await settled();
    told.length = 0;
    line.hear('sight:a', (event) => told.push(`second ${event.kind}`));
    line.hear('board:b', listener);
    await until(() => told.length === 3);
    expect(told.sort()).toEqual(['second stale', 'stale board:b', 'watch board:b']);
  });

  describe('with the mark of what was read', () => {
    /** The first watch has its answer: what is sent after it comes after it. */
    const answered = async () => {
      await until(() => line.snapshot().state === 'live' && told.length > 0);
      await socket.emitWithAck('echo');
    };

    it('says nothing where the api has told of nothing since, and says that it is stale where it has', async () => {
      answer = () => ({ ok: true, unchanged: true });
      line.hear('sight:a', listener, () => '5:5:');
      await answered();
      answer = () => ({ ok: true, unchanged: false });
      line.hear('board:b', listener, () => '6:6:');
      await until(() => told.length === 3);
      expect(told).toEqual(['watch sight:a since 5:5:', 'watch board:b since 6:6:', 'stale board:b']);
    });

    it('compares the earliest of what is shown, and nothing where one is not known', async () => {
      answer = () => ({ ok: true, unchanged: true });
      for (const mark of ['12:12:', '9:12:', '9:12:10'])
        line.hear(
          'sight:a',
          () => undefined,
          () => mark,
        );
      for (const mark of ['1:1:', 'no mark'])
        line.hear(
          'board:b',
          () => undefined,
          () => mark,
        );
      for (const mark of ['1:1:', null])
        line.hear(
          'hub:c',
          () => undefined,
          () => mark,
        );
      await until(() => told.length === 3);
      expect(told).toEqual(['watch sight:a since 9:12:10', 'watch board:b', 'watch hub:c']);
    });

    it('asks for whoever comes later by their own reading', async () => {
      answer = () => ({ ok: true, unchanged: true });
      line.hear('sight:a', listener, () => '5:5:');
      await answered();
      answer = () => ({ ok: true, unchanged: false });
      line.hear(
        'sight:a',
        (event) => told.push(`second ${event.kind}`),
        () => '8:8:',
      );
      await until(() => told.length === 3);
      expect(told.slice(1)).toEqual(['watch sight:a since 8:8:', 'second stale']);
    });

    it('tells whoever comes while the question is under way, since it did not ask for them', async () => {
      answer = () => ({ ok: true, unchanged: true });
      let letGo: () => void = () => undefined;
      held = new Promise((done) => (letGo = done));
      line.hear('sight:a', listener, () => '5:5:');
      await until(() => told.length === 1);
      line.hear(
        'sight:a',
        (event) => told.push(`second ${event.kind}`),
        () => '4:4:',
      );
      line.hear(
        'sight:a',
        (event) => told.push(`third ${event.kind}`),
        () => '6:6:',
      );
      letGo();
      await until(() => told.length === 2);
      await socket.emitWithAck('echo');
      // What the third shows was read after what was asked about: it stands too.
      expect(told).toEqual(['watch sight:a since 5:5:', 'second stale']);
    });

    it('asks after a break from what is shown by then, and says nothing where the api has told the rest', async () => {
      answer = () => ({ ok: true, unchanged: true });
      let mark = '5:5:';
      line.hear('sight:a', listener, () => mark);
      await answered();
      mark = '7:7:';
      socket.io.engine.close();
      await until(() => told.length === 2);
      await socket.emitWithAck('echo');
      expect(told).toEqual(['watch sight:a since 5:5:', 'watch sight:a since 7:7:']);
      answer = () => ({ ok: true });
      socket.io.engine.close();
      await until(() => told.length === 4);
      expect(told.slice(2)).toEqual(['watch sight:a since 7:7:', 'stale sight:a']);
    });
  });

  it('says that it is revoked when the api refuses the watch, and takes it back when it may be watched again', async () => {
    answer = () => ({ ok: false, code: 'NOT_ALLOWED' });
    line.hear('board:b', listener);
    await until(() => told.length === 2);
    expect(told).toEqual(['watch board:b', 'revoked board:b']);
    expect(line.goneAt('board:b')).toBe('2026-11-24T09:00:00Z');
    answer = () => ({ ok: true });
    socket.io.engine.close();
    await until(() => told.includes('stale board:b'));
    expect(line.goneAt('board:b')).toBeUndefined();
  });

  it('covers the page when the line has been away for so long, and shows it again only when all is read afresh', async () => {
    line.hear('sight:a', listener);
    await settled();
    patience = SHORT_PATIENCE;
    const covers: boolean[] = [];
    line.subscribe(() => covers.push(line.snapshot().covered));
    let read: () => void = () => undefined;
    onRead = () => new Promise((done) => (read = done));
    told.length = 0;
    socket.disconnect();
    line.lost();
    expect(line.snapshot()).toMatchObject({ state: 'offline', covered: false });
    await until(() => line.snapshot().covered);
    line.back();
    await until(() => told.includes('read all'));
    expect(told).toEqual(['watch sight:a', 'stale sight:a', 'read all']);
    expect(line.snapshot()).toMatchObject({ state: 'live', covered: true });
    read();
    await until(() => !line.snapshot().covered);
    expect(covers.lastIndexOf(true)).toBeLessThan(covers.length - 1);
  });

  it('reads afresh and covers nothing when it was away for a moment', async () => {
    line.hear('sight:a', listener);
    await settled();
    patience = SHORT_PATIENCE;
    told.length = 0;
    line.lost();
    line.back();
    await until(() => told.includes('stale sight:a'));
    await new Promise((done) => setTimeout(done, SHORT_PATIENCE + 50));
    expect(line.snapshot()).toMatchObject({ state: 'live', covered: false });
    expect(told).toEqual(['watch sight:a', 'stale sight:a']);
  });

  it('covers the page too when a line never comes', async () => {
    patience = SHORT_PATIENCE;
    await server.close();
    line.hear('sight:a', listener);
    await until(() => line.snapshot().covered);
    expect(line.snapshot().state).not.toBe('live');
  });

  it('keeps a page covered from the end of one session until it is read afresh in the next', async () => {
    line.hear('sight:a', listener);
    await settled();
    patience = SHORT_PATIENCE;
    await line.close();
    expect(line.snapshot()).toEqual({ state: 'idle', covered: true });
    told.length = 0;
    await line.open();
    await until(() => !line.snapshot().covered);
    expect(told).toEqual(['watch sight:a', 'stale sight:a', 'read all']);
  });
});
