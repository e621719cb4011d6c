import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Socket } from 'socket.io';
import { OutboxSignal, type OutboxNews } from '#use-cases/outbox/outbox-signal.port.js';
import { faultFacts } from '#platform/log/fault-facts.js';
import { Log } from '#platform/log/log.js';
import { LastHeard } from './last-heard.js';
import { LiveTopics, type Told } from './live-topic.js';
import { Watchers } from './watchers.js';

/** Rooms that are read at once: the rest of the connections stay for those who ask. */
const MOST_ROOMS = 4;

/**
 * From a committed outbox row to the screens of this node. Each node hears the database itself and decides for its own
 * sockets; between nodes travel ids only. A room is told of one bunch at a time, and what comes meanwhile is the next bunch.
 * If the line to the database was down, every screen is told to read afresh, so nothing is missed.
 */
@Injectable()
export class LiveRelay implements OnApplicationBootstrap, OnApplicationShutdown {
  /** By address, what is to be told; an address that is here is waiting or being told. */
  private readonly untold = new Map<string, OutboxNews[]>();
  private readonly waiting: string[] = [];
  private telling = 0;

  constructor(
    private readonly signal: OutboxSignal,
    private readonly topics: LiveTopics,
    private readonly watchers: Watchers,
    private readonly lastHeard: LastHeard,
    private readonly log: Log,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.signal.listen({
      news: (news) => this.hear(news),
      gap: () => {
        this.lastHeard.gap();
        this.watchers.all().forEach((socket) => socket.emit('stale'));
      },
    });
  }

  async onApplicationShutdown(): Promise<void> {
    await this.signal.close();
  }

  private hear(news: OutboxNews): void {
    if (news.topic === 'live:session-ended') {
      for (const socket of this.watchers.ofSession(String(news.payload['sessionId']))) socket.disconnect(true);
      return;
    }
    const address = news.topic.slice('live:'.length);
    this.lastHeard.note(address);
    if (this.watchers.inRoom(address).length === 0) return;
    const before = this.untold.get(address);
    if (before) {
      before.push(news);
      return;
    }
    this.untold.set(address, [news]);
    // What takes something away goes before whatever waits, and waits for nobody itself.
    if (news.payload['sight'] === true) {
      this.begin(address);
      return;
    }
    this.waiting.push(address);
    this.next();
  }

  private next(): void {
    while (this.telling < MOST_ROOMS) {
      const address = this.waiting.shift();
      if (address === undefined) return;
      this.begin(address);
    }
  }

  private begin(address: string): void {
    this.telling += 1;
    void this.tell(address).finally(() => {
      this.telling -= 1;
      const left = this.untold.get(address);
      if (!left?.length) this.untold.delete(address);
      // Behind the others: one busy room does not hold the rest up.
      else this.waiting.push(address);
      this.next();
    });
  }

  private async tell(address: string): Promise<void> {
    const bunch = this.untold.get(address)?.splice(0) ?? [];
    const found = this.topics.find(address);
    const last = bunch.at(-1);
    if (!found || !last) return;
    const { topic, id } = found;
    try {
      const seats = this.watchers.inRoom(address).map(({ caller }) => caller);
      const told = await topic.tell(
        seats,
        id,
        bunch.map(({ payload }) => payload),
      );
      this.emit(address, last.id, told);
    } catch (error) {
      this.log.warn('a room could not be told', { topic: topic.name, ...faultFacts(error) });
      for (const { socket } of this.watchers.inRoom(address)) socket.emit('stale', { address });
    }
  }

  /** To those who still watch: what is the same for several is written once. */
  private emit(address: string, outboxId: string, { changes, ended }: Told): void {
    const over = new Set(ended);
    const heard = new Map<object, Socket[]>();
    for (const { socket, caller } of this.watchers.inRoom(address)) {
      if (over.has(caller.sessionId)) socket.disconnect(true);
      for (const change of changes.get(caller.sessionId) ?? [])
        heard.set(change, [...(heard.get(change) ?? []), socket]);
    }
    for (const [change, sockets] of heard) {
      const [first] = sockets;
      const body = { address, outboxId, change };
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

const isRevoked = (change: object): boolean => 'kind' in change && change.kind === 'revoked';
