import { randomUUID } from 'node:crypto';
import {
  ConnectedSocket,
  MessageBody,
  SubscribeMessage,
  WebSocketGateway,
  type OnGatewayConnection,
  type OnGatewayDisconnect,
} from '@nestjs/websockets';
import type { Socket } from 'socket.io';
import { hasCapability } from '#domain/organisation/role.js';
import { RecordRefusal } from '#use-cases/ledger/record-refusal.js';
import { ResolveSession } from '#use-cases/sign-in/resolve-session.js';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { Log } from '#platform/log/log.js';
import { askedOfTopic } from '../guard/asked-of.js';
import { RequestBudget } from '../guard/request-budget.js';
import { Requires } from '../guard/requires.js';
import { cookieOf } from '../session/cookie.js';
import { SESSION_COOKIE } from '../session/signed-request.js';
import { LastHeard } from './last-heard.js';
import { LiveTopics } from './live-topic.js';
import { Watchers } from './watchers.js';

interface Answer {
  readonly ok: boolean;
  readonly code?: string;
  /** Nothing was told of the address since the reading whose mark came with the question. */
  readonly unchanged?: boolean;
}

const MOST_TOPICS = 30;

/** One socket a tab: it says which screens it shows, and is told when something on them has changed. */
@WebSocketGateway()
export class LiveGateway implements OnGatewayConnection, OnGatewayDisconnect {
  constructor(
    private readonly sessions: ResolveSession,
    private readonly topics: LiveTopics,
    private readonly watchers: Watchers,
    private readonly refusals: RecordRefusal,
    private readonly lastHeard: LastHeard,
    private readonly budget: RequestBudget,
    private readonly log: Log,
  ) {}

  async handleConnection(socket: Socket): Promise<void> {
    try {
      const caller = await this.callerOf(socket);
      if (!caller || !(await this.isWithinBudget(caller))) {
        socket.disconnect(true);
        return;
      }
      this.watchers.arrive(socket, caller);
      socket.emit('hello', { serverTime: await this.sessions.now() });
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
    if (!(await this.pays(socket))) return { ok: false, code: 'REQUESTS_TOO_MANY' };
    // One argument is the address; a second is the mark of the reading that stands on the screen.
    const [address, mark] = Array.isArray(asked) ? (asked as unknown[]) : [asked];
    const found = typeof address === 'string' ? this.topics.find(address) : undefined;
    if (!found || typeof address !== 'string') return { ok: false, code: 'NOT_FOUND' };
    if (this.watchers.count(socket) >= MOST_TOPICS) return { ok: false, code: 'TOO_MANY' };
    const caller = await this.callerOf(socket);
    if (!caller) {
      socket.disconnect(true);
      return { ok: false, code: 'SIGN_IN_REQUIRED' };
    }
    const { topic, id } = found;
    if (topic.requires !== 'signed-in' && !hasCapability(caller.role, topic.requires)) {
      await this.refusals.ofCapability(caller, topic.requires, askedOfTopic(topic.name, id));
      return { ok: false, code: 'NOT_ALLOWED' };
    }
    if (!(await topic.mayWatch(caller, id))) {
      await this.refusals.ofObject(caller, askedOfTopic(topic.name, id));
      return { ok: false, code: 'NOT_ALLOWED' };
    }
    this.watchers.watch(socket, address);
    void this.tellPresence(address);
    // Compared when the screen hears already: what comes from now on is told to it.
    return this.lastHeard.isUnchanged(address, mark) ? { ok: true, unchanged: true } : { ok: true };
  }

  @Requires('signed-in')
  @SubscribeMessage('unwatch')
  async unwatch(@ConnectedSocket() socket: Socket, @MessageBody() address: unknown): Promise<Answer> {
    if (!(await this.pays(socket))) return { ok: false, code: 'REQUESTS_TOO_MANY' };
    if (typeof address !== 'string') return { ok: false, code: 'NOT_FOUND' };
    this.watchers.unwatch(socket, address);
    void this.tellPresence(address);
    return { ok: true };
  }

  /** Each message counts as a request does, also one that is refused; whoever has spent the minute's is let go. */
  private async pays(socket: Socket): Promise<boolean> {
    const caller = this.watchers.callerOf(socket) ?? (await this.callerOf(socket));
    if (caller && (await this.isWithinBudget(caller))) return true;
    socket.disconnect(true);
    return false;
  }

  private async isWithinBudget(caller: StaffCaller): Promise<boolean> {
    const { seconds, isFirst } = await this.budget.spend(caller.staffId);
    if (isFirst) await this.refusals.ofBudget(caller);
    return seconds === 0;
  }

  private async tellPresence(address: string): Promise<void> {
    const found = this.topics.find(address);
    try {
      await found?.topic.presenceChanged?.(found.id, this.watchers.callersOf(address));
    } catch {
      this.log.warn('presence could not be told', { topic: found?.topic.name });
    }
  }

  private async callerOf(socket: Socket): Promise<StaffCaller | null> {
    const token = cookieOf(socket.handshake.headers.cookie, SESSION_COOKIE);
    if (!token) return null;
    const live = await this.sessions.byToken(
      token,
      { origin: socket.handshake.address, requestId: randomUUID() },
      false,
    );
    return live?.caller ?? null;
  }
}
