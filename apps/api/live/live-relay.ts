import { randomUUID } from 'node:crypto';
import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { hasCapability } from '#domain/organisation/role.js';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { OutboxSignal, type OutboxNews } from '#use-cases/outbox/outbox-signal.port.js';
import { ResolveSession } from '#use-cases/sign-in/resolve-session.js';
import { faultFacts } from '#platform/log/fault-facts.js';
import { Log } from '#platform/log/log.js';
import { LiveTopics, type LiveTopic } from './live-topic.js';
import { Watchers } from './watchers.js';

/**
 * From a committed outbox row to the screens of this node. Each node hears the database itself, decides for its own
 * sockets and serialises for each; between nodes travel ids only. If the line to the database was down, every screen is
 * told to read afresh, so nothing is missed.
 */
@Injectable()
export class LiveRelay implements OnApplicationBootstrap, OnApplicationShutdown {
  constructor(
    private readonly signal: OutboxSignal,
    private readonly topics: LiveTopics,
    private readonly watchers: Watchers,
    private readonly sessions: ResolveSession,
    private readonly log: Log,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.signal.listen({
      news: (news) => void this.relay(news),
      gap: () => this.watchers.all().forEach((socket) => socket.emit('stale')),
    });
  }

  async onApplicationShutdown(): Promise<void> {
    await this.signal.close();
  }

  private async relay(news: OutboxNews): Promise<void> {
    if (news.topic === 'live:session-ended') {
      for (const socket of this.watchers.ofSession(String(news.payload['sessionId']))) socket.disconnect(true);
      return;
    }
    const address = news.topic.slice('live:'.length);
    const found = this.topics.find(address);
    if (!found) return;
    const room = this.watchers.inRoom(address);
    await Promise.all(room.map(({ socket, caller }) => this.emit(socket, caller, address, found, news)));
  }

  private async emit(
    socket: { emit(event: string, body: object): unknown; disconnect(close: boolean): unknown },
    arrived: StaffCaller,
    address: string,
    { topic, id }: { topic: LiveTopic; id: string },
    news: OutboxNews,
  ): Promise<void> {
    try {
      const live = await this.sessions.byId(arrived.sessionId, { origin: arrived.origin, requestId: randomUUID() });
      const caller = live?.caller;
      if (!caller) {
        socket.disconnect(true);
        return;
      }
      if (topic.requires !== 'signed-in' && !hasCapability(caller.role, topic.requires)) return;
      const change = await topic.changeFor(caller, id, news.payload);
      if (change) socket.emit('change', { address, outboxId: news.id, change });
    } catch (error) {
      this.log.warn('a screen could not be told', { topic: topic.name, ...faultFacts(error) });
      socket.emit('stale', { address });
    }
  }
}
