import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Socket } from 'socket.io';
import { hasHeard, laterOf, type Cursor } from '#domain/live/cursor.js';
import { OutboxSignal, type NewsSince, type ScreenNews } from '#use-cases/outbox/outbox-signal.port.js';
import { faultFacts } from '#platform/log/fault-facts.js';
import { Log } from '#platform/log/log.js';
import { LastHeard } from './last-heard.js';
import { LiveTopics, type LiveTopic, type Told } from './live-topic.js';
import { SlowSockets } from './slow-sockets.js';
import { Watchers, type Watcher } from './watchers.js';

/** Rooms that are read at once: the rest of the connections stay for those who ask. */
const MOST_ROOMS = 4;
const LIVE = 'live:';

/** A screen that comes back and says how far it had heard. */
interface Return {
  readonly socket: Socket;
  readonly since: Cursor;
  /** Whether it was told the rest; otherwise it reads afresh. */
  readonly done: (isTold: boolean) => void;
}

/** By what is told and the moment up to which it is told, to whom. */
type Heard = Map<object, Map<string, Socket[]>>;

/** What waits for one address. */
interface Waiting {
  news: ScreenNews[];
  returns: Return[];
  /** Something of it takes away what somebody sees. */
  isUrgent: boolean;
}

/**
 * From a committed outbox row to the screens of this node. Each node hears the database itself and decides for its own
 * sockets; between nodes travel ids only. A room is told of one bunch at a time, and what comes meanwhile is the next bunch;
 * whoever comes back is told in the same turn what came since, and from there on with the others, each thing once.
 */
@Injectable()
export class LiveRelay implements OnApplicationBootstrap, OnApplicationShutdown {
  /** By address, what is to be told; an address that is here is waiting or being told. */
  private readonly untold = new Map<string, Waiting>();
  private readonly queue: string[] = [];
  private telling = 0;

  constructor(
    private readonly signal: OutboxSignal,
    private readonly topics: LiveTopics,
    private readonly watchers: Watchers,
    private readonly slow: SlowSockets,
    private readonly lastHeard: LastHeard,
    private readonly log: Log,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const from = await this.signal.listen({
      news: (since) => this.hear(since),
      gap: (upTo) => {
        this.lastHeard.begin(upTo);
        this.watchers.all().forEach((socket) => socket.emit('stale'));
      },
    });
    this.lastHeard.begin(from);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.signal.close();
  }

  /**
   * Puts a screen in the room. Answers whether it knows everything now: nothing has come since what it shows, or it was told the
   * rest here; otherwise it reads afresh.
   */
  async join(socket: Socket, address: string, since: Cursor | undefined): Promise<boolean> {
    // It hears from here on, and only then is compared what has come before.
    this.watchers.watch(socket, address, since);
    if (this.lastHeard.isUnchanged(address, since)) return true;
    if (since === undefined || this.topics.find(address)?.topic.tellsAll !== true) return false;
    return new Promise((done) => {
      this.waitingOf(address).returns.push({ socket, since, done });
    });
  }

  private hear({ news, upTo }: NewsSince): void {
    const ended = news.filter(({ topic }) => topic === 'live:session-ended');
    const told = news.filter(({ topic }) => topic !== 'live:session-ended');
    this.lastHeard.note(new Set(told.map(addressOf)), upTo);
    for (const { payload } of ended)
      for (const socket of this.watchers.ofSession(String(payload['sessionId']))) socket.disconnect(true);
    for (const one of told) {
      const address = addressOf(one);
      if (this.watchers.isEmpty(address) && !this.untold.has(address)) continue;
      this.waitingOf(address, takesAway(one)).news.push(one);
    }
  }

  /** What waits for the address, which is told in its turn; what takes something away goes before the others and waits for nobody. */
  private waitingOf(address: string, isUrgent = false): Waiting {
    const before = this.untold.get(address);
    const waiting = before ?? { news: [], returns: [], isUrgent };
    this.untold.set(address, waiting);
    waiting.isUrgent ||= isUrgent;
    if (before) {
      const at = isUrgent ? this.queue.indexOf(address) : -1;
      // One that is being told meanwhile is told again at once when that is done.
      if (at >= 0) this.begin(...(this.queue.splice(at, 1) as [string]));
    } else if (isUrgent) this.begin(address);
    else {
      this.queue.push(address);
      this.next();
    }
    return waiting;
  }

  private next(): void {
    while (this.telling < MOST_ROOMS) {
      const address = this.queue.shift();
      if (address === undefined) return;
      this.begin(address);
    }
  }

  private begin(address: string): void {
    this.telling += 1;
    // In the next turn: all that was heard in this one is one bunch.
    void Promise.resolve()
      .then(() => this.tell(address))
      .finally(() => {
        this.telling -= 1;
        const left = this.untold.get(address);
        if (!left || left.news.length + left.returns.length === 0) this.untold.delete(address);
        else if (left.isUrgent) this.begin(address);
        // Behind the others: one busy room does not hold the rest up.
        else this.queue.push(address);
        this.next();
      });
  }

  private async tell(address: string): Promise<void> {
    const waiting = this.untold.get(address);
    const news = waiting?.news.splice(0) ?? [];
    const returns = waiting?.returns.splice(0) ?? [];
    if (waiting) waiting.isUrgent = false;
    const upTo = this.lastHeard.moment;
    const found = this.topics.find(address);
    if (!found || !upTo) {
      for (const { done } of returns) done(false);
      return;
    }
    const back = new Set(returns.map(({ socket }) => socket));
    const room = this.watchers.inRoom(address).filter(({ socket }) => !back.has(socket));
    for (const [bunch, watchers] of bunchesOf(room, news))
      await this.tellOne(found, address, { news: bunch, upTo }, watchers);
    const moments = new Set(returns.map(({ since }) => since.text));
    for (const moment of moments)
      await this.tellRest(
        found,
        address,
        returns.filter(({ since }) => since.text === moment),
      );
  }

  /** The same bunch to all these; where it could not be told they read afresh. */
  private async tellOne(
    { topic, id }: { readonly topic: LiveTopic; readonly id: string },
    address: string,
    { news, upTo }: NewsSince,
    watchers: readonly Watcher[],
  ): Promise<boolean> {
    try {
      const seats = watchers.map(({ caller }) => caller);
      const told = await topic.tell(
        seats,
        id,
        news.map(({ payload }) => payload),
      );
      this.emit(address, upTo, watchers, told);
      return true;
    } catch (error) {
      this.log.warn('a room could not be told', { topic: topic.name, ...faultFacts(error) });
      for (const { socket } of watchers) socket.emit('stale', { address });
      return false;
    }
  }

  /** What came since they heard last, to screens that come back from the same moment. */
  private async tellRest(
    found: { readonly topic: LiveTopic; readonly id: string },
    address: string,
    returns: readonly Return[],
  ): Promise<void> {
    const [first] = returns;
    if (!first) return;
    let isTold = false;
    try {
      const rest = await this.signal.since(`live:${address}`, first.since);
      const sockets = new Set(returns.map(({ socket }) => socket));
      const back = this.watchers.inRoom(address).filter(({ socket }) => sockets.has(socket));
      // What is committed while they are told waits in the queue, and of it they are told what came after this moment.
      if (rest) for (const { socket } of back) this.watchers.watch(socket, address, rest.upTo);
      isTold = rest !== null && (rest.news.length === 0 || (await this.tellOne(found, address, rest, back)));
    } catch (error) {
      this.log.warn('screens that came back could not be told', { topic: found.topic.name, ...faultFacts(error) });
    }
    for (const { done } of returns) done(isTold);
  }

  /**
   * To those who still watch: what is the same for several is written once. A line may break between two things that are told of
   * one moment, so only the last of them says that all of it is known.
   */
  private emit(address: string, upTo: Cursor, watchers: readonly Watcher[], { changes, ended }: Told): void {
    const over = new Set(ended);
    const parts: Heard = new Map();
    const lasts: Heard = new Map();
    for (const { socket, caller, upTo: known } of watchers) {
      if (over.has(caller.sessionId)) socket.disconnect(true);
      const all = changes.get(caller.sessionId) ?? [];
      if (all.length === 0 || !this.watchers.isWatching(socket, address)) continue;
      // A slow line is still told that something is no longer theirs: it is small, and reading afresh comes later.
      const own = this.slow.mayFeed(socket, address) ? all : all.filter(isRevoked);
      const { text } = laterOf(upTo, known) ?? upTo;
      for (const [place, change] of own.entries()) {
        const heard = place === own.length - 1 ? lasts : parts;
        const at = heard.get(change) ?? new Map<string, Socket[]>();
        at.set(text, [...(at.get(text) ?? []), socket]);
        heard.set(change, at);
      }
    }
    this.send(address, parts, { more: true });
    this.send(address, lasts, {});
  }

  private send(address: string, heard: Heard, more: { readonly more?: true }): void {
    for (const [change, byCursor] of heard)
      for (const [cursor, sockets] of byCursor) {
        const [first] = sockets;
        const body = { address, cursor, change, ...more };
        if (sockets.length === 1) first?.emit('change', body);
        else first?.nsp.to(sockets.map(({ id }) => id)).emit('change', body);
        if (isRevoked(change)) this.leave(address, sockets);
      }
  }

  /** Whoever was told that it is no longer theirs hears nothing more of it, and is no longer in the room. */
  private leave(address: string, sockets: readonly Socket[]): void {
    for (const socket of sockets) this.watchers.unwatch(socket, address);
    const found = this.topics.find(address);
    found?.topic
      .presenceChanged?.(found.id, this.watchers.callersOf(address))
      .catch((error: unknown) => this.log.warn('presence could not be told', faultFacts(error)));
  }
}

/** What says so itself, and all that is told of a house's sight of a case. */
const takesAway = ({ topic, payload }: ScreenNews): boolean =>
  payload['sight'] === true || topic.startsWith(`${LIVE}sight:`);

const addressOf = ({ topic }: ScreenNews): string => topic.slice(LIVE.length);

/** Who is to be told the same: all but what each has heard already. */
function bunchesOf(
  room: readonly Watcher[],
  news: readonly ScreenNews[],
): Iterable<readonly [readonly ScreenNews[], readonly Watcher[]]> {
  const bunches = new Map<string, [readonly ScreenNews[], Watcher[]]>();
  for (const watcher of room) {
    const { upTo } = watcher;
    const untold = upTo ? news.filter(({ transaction }) => !hasHeard(upTo, transaction)) : news;
    if (untold.length === 0) continue;
    const key = untold.map(({ id }) => id).join(' ');
    const bunch = bunches.get(key) ?? [untold, []];
    bunch[1].push(watcher);
    bunches.set(key, bunch);
  }
  return bunches.values();
}

const isRevoked = (change: object): boolean => 'kind' in change && change.kind === 'revoked';
