import { ConnectedSocket, MessageBody, SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
import type { Socket } from 'socket.io';
import { hasCapability } from '#domain/organisation/role.js';
import { RecordRefusal } from '#use-cases/ledger/record-refusal.js';
import { askedOfTopic } from '../guard/asked-of.js';
import { Requires } from '../guard/requires.js';
import { HeldPens } from './held-pens.js';
import { LiveTopics } from './live-topic.js';
import { SocketCallers } from './socket-callers.js';
import { Watchers } from './watchers.js';

interface Answer {
  readonly ok: boolean;
  readonly code?: string;
}

/** Where on a screen that one watches one has something open to write in: said over the line that it hangs on. */
@WebSocketGateway()
export class PenGateway {
  constructor(
    private readonly callers: SocketCallers,
    private readonly topics: LiveTopics,
    private readonly watchers: Watchers,
    private readonly refusals: RecordRefusal,
    private readonly pens: HeldPens,
  ) {}

  /** The address, and where on it; null puts the pen down. */
  @Requires('signed-in')
  @SubscribeMessage('pen')
  async pen(@ConnectedSocket() socket: Socket, @MessageBody() said: unknown): Promise<Answer> {
    if (!(await this.callers.pays(socket))) return { ok: false, code: 'REQUESTS_TOO_MANY' };
    const [address, at = null] = Array.isArray(said) ? (said as unknown[]) : [];
    const found = typeof address === 'string' ? this.topics.find(address) : undefined;
    if (typeof address !== 'string' || !found?.topic.pens || !this.watchers.isWatching(socket, address))
      return { ok: false, code: 'NOT_FOUND' };
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
    const isDone = await this.pens.move(socket, address, { topic: found.topic.pens, id, caller, at });
    return isDone ? { ok: true } : { ok: false, code: 'NOT_ALLOWED' };
  }
}
