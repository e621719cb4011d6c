import { randomUUID } from 'node:crypto';
import { WebSocketGateway, type OnGatewayConnection, type OnGatewayDisconnect } from '@nestjs/websockets';
import type { Socket } from 'socket.io';
import { ResolveFamilySession } from '#use-cases/family/resolve-family-session.js';
import type { FamilyCaller } from '#use-cases/gate/caller.js';
import { RequestBudget } from '../guard/request-budget.js';
import { cookieOf } from '../session/cookie.js';
import { FAMILY_COOKIE } from './family-cookie.js';
import { FamilyRelay } from './family-relay.js';
import { FamilyScreens } from './family-screens.js';

/** A mark is as long as this; what is longer is none. */
const LONGEST_MARK = 64;

/**
 * One line for each open page of a family, which takes no message: it is told that there is something new, and cut when the
 * session that it was opened in is over. It opens nothing and keeps no session alive.
 */
@WebSocketGateway({ namespace: 'family' })
export class FamilyGateway implements OnGatewayConnection, OnGatewayDisconnect {
  constructor(
    private readonly sessions: ResolveFamilySession,
    private readonly screens: FamilyScreens,
    private readonly relay: FamilyRelay,
    private readonly budget: RequestBudget,
  ) {}

  async handleConnection(socket: Socket): Promise<void> {
    try {
      const caller = await this.callerOf(socket);
      if (!caller || (await this.budget.spend(`family ${caller.sessionId}`)).seconds > 0) {
        socket.disconnect(true);
        return;
      }
      const { sessionId, origin, requestId, personId } = caller;
      this.screens.arrive({ socket, personId, page: { sessionId, origin, requestId }, mark: markOf(socket) });
      // It hears from here on, and only then is compared what has come before.
      this.relay.look(personId);
      socket.emit('hello');
    } catch {
      socket.disconnect(true);
    }
  }

  handleDisconnect(socket: Socket): void {
    this.screens.leave(socket);
  }

  private async callerOf({ handshake }: Socket): Promise<FamilyCaller | null> {
    const token = cookieOf(handshake.headers.cookie, FAMILY_COOKIE);
    if (!token) return null;
    const from = { origin: handshake.address, requestId: randomUUID() };
    return (await this.sessions.byToken(token, from, false))?.caller ?? null;
  }
}

/** Of what stands on the page. */
function markOf({ handshake }: Socket): string | null {
  const mark: unknown = handshake.auth['mark'];
  return typeof mark === 'string' && mark.length <= LONGEST_MARK ? mark : null;
}
