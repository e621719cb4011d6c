import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Socket } from 'socket.io';
import type { StaffCaller } from '#use-cases/gate/caller.js';
import { RecordRefusal } from '#use-cases/ledger/record-refusal.js';
import { ResolveSession } from '#use-cases/sign-in/resolve-session.js';
import { RequestBudget } from '../guard/request-budget.js';
import { cookieOf } from '../session/cookie.js';
import { SESSION_COOKIE } from '../session/signed-request.js';
import { Watchers } from './watchers.js';

/** Who speaks through a socket, by its session as it is now, and whether they have anything left of their minute. */
@Injectable()
export class SocketCallers {
  constructor(
    private readonly sessions: ResolveSession,
    private readonly watchers: Watchers,
    private readonly budget: RequestBudget,
    private readonly refusals: RecordRefusal,
  ) {}

  now(): Promise<Date> {
    return this.sessions.now();
  }

  async of(socket: Socket): Promise<StaffCaller | null> {
    const token = cookieOf(socket.handshake.headers.cookie, SESSION_COOKIE);
    if (!token) return null;
    const live = await this.sessions.byToken(
      token,
      { origin: socket.handshake.address, requestId: randomUUID() },
      false,
    );
    return live?.caller ?? null;
  }

  /** Each socket and each message counts as a request does, also one that is refused; whoever has spent the minute's is let go. */
  async pays(socket: Socket, arriving?: StaffCaller): Promise<boolean> {
    const caller = arriving ?? this.watchers.callerOf(socket) ?? (await this.of(socket));
    if (caller) {
      const { seconds, isFirst } = await this.budget.spend(caller.staffId);
      if (isFirst) await this.refusals.ofBudget(caller);
      if (seconds === 0) return true;
    }
    socket.disconnect(true);
    return false;
  }
}
