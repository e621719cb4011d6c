import {
  ConnectedSocket,
  MessageBody,
  SubscribeMessage,
  WebSocketGateway,
  type OnGatewayConnection,
  type OnGatewayDisconnect,
} from '@nestjs/websockets';
import type { Socket } from 'socket.io';
import { parseCursor } from '#domain/live/cursor.js';
import { hasCapability } from '#domain/organisation/role.js';
import { RecordRefusal } from '#use-cases/ledger/record-refusal.js';
import { Log } from '#platform/log/log.js';
import { askedOfTopic } from '../guard/asked-of.js';
import { Requires } from '../guard/requires.js';
import { LiveRelay } from './live-relay.js';
import { LiveTopics } from './live-topic.js';
import { SocketCallers } from './socket-callers.js';
import { Watchers } from './watchers.js';

interface Answer {
  readonly ok: boolean;
  readonly code?: string;
  /** Whoever asked knows everything: nothing has come since the mark, or it was told the rest before this answer. */
  readonly unchanged?: boolean;
}

const MOST_TOPICS = 30;

/** One socket a tab: it says which screens it shows, and is told when something on them has changed. */
@WebSocketGateway()
export class LiveGateway implements OnGatewayConnection, OnGatewayDisconnect {
  constructor(
    private readonly callers: SocketCallers,
    private readonly topics: LiveTopics,
    private readonly watchers: Watchers,
    private readonly refusals: RecordRefusal,
    private readonly relay: LiveRelay,
    private readonly log: Log,
  ) {}

  async handleConnection(socket: Socket): Promise<void> {
    try {
      const caller = await this.callers.of(socket);
      if (!caller || !(await this.callers.pays(socket, caller))) {
        socket.disconnect(true);
        return;
      }
      this.watchers.arrive(socket, caller);
      socket.emit('hello', { serverTime: await this.callers.now() });
    } catch {
      socket.disconnect(true);
    }
  }

  handleDisconnect(socket: Socket): void {
    const left = this.watchers.leave(socket);
    for (const address of left) void this.tellPresence(address);
  }

  @Requires('signed-in')
  @SubscribeMessage('watch')
  async watch(@ConnectedSocket() socket: Socket, @MessageBody() asked: unknown): Promise<Answer> {
    if (!(await this.callers.pays(socket))) return { ok: false, code: 'REQUESTS_TOO_MANY' };
    // One argument is the address; a second is the mark of what stands on the screen, from whichever node it came.
    const [address, mark] = Array.isArray(asked) ? (asked as unknown[]) : [asked];
    const found = typeof address === 'string' ? this.topics.find(address) : undefined;
    if (!found || typeof address !== 'string') return { ok: false, code: 'NOT_FOUND' };
    if (this.watchers.count(socket) >= MOST_TOPICS) return { ok: false, code: 'TOO_MANY' };
    const caller = await this.callers.of(socket);
    if (!caller) {
      socket.disconnect(true);
      return { ok: false, code: 'SIGN_IN_REQUIRED' };
    }
    const { topic, id } = found;
    if (topic.requires !== 'signed-in' && !hasCapability(caller.role, topic.requires)) {
      await this.refusals.ofCapability(caller, topic.requires, askedOfTopic(topic.name, id));
      return { ok: false, code: 'NOT_ALLOWED' };
    }
    const may = await topic.mayWatch(caller, id);
    if (may !== true) {
      if (!may) await this.refusals.ofObject(caller, askedOfTopic(topic.name, id));
      return { ok: false, code: 'NOT_ALLOWED' };
    }
    const joined = this.relay.join(socket, address, parseCursor(mark));
    void this.tellPresence(address);
    return (await joined) ? { ok: true, unchanged: true } : { ok: true };
  }

  @Requires('signed-in')
  @SubscribeMessage('unwatch')
  async unwatch(@ConnectedSocket() socket: Socket, @MessageBody() address: unknown): Promise<Answer> {
    if (!(await this.callers.pays(socket))) return { ok: false, code: 'REQUESTS_TOO_MANY' };
    if (typeof address !== 'string') return { ok: false, code: 'NOT_FOUND' };
    this.watchers.unwatch(socket, address);
    void this.tellPresence(address);
    return { ok: true };
  }

  private async tellPresence(address: string): Promise<void> {
    const found = this.topics.find(address);
    try {
      await found?.topic.presenceChanged?.(found.id, this.watchers.callersOf(address));
    } catch {
      this.log.warn('presence could not be told', { topic: found?.topic.name });
    }
  }
}
