import { Injectable } from '@nestjs/common';
import { decideSession, IDLE_LIMIT } from '#domain/sign-in/decide-session.js';
import { MINUTE } from '#domain/kernel/instant.js';
import { AsCaller } from '../gate/as-caller.js';
import type { ServiceCaller, StaffCaller } from '../gate/caller.js';
import { actingCaller, type RequestOrigin } from './acting-caller.js';
import { SessionStore, type SessionFacts } from './session.port.js';
import { SessionTokens } from './session-token.port.js';

/** A live session and the identity it gives; `caller` is null when the post that they act in is not in force. */
export interface LiveSession {
  readonly session: SessionFacts;
  readonly caller: StaffCaller | null;
  /** Milliseconds since the person proved who they are, as the provider said and this was written down at sign-in. */
  readonly provedAgo: number;
}

const PROLONG_AT_MOST_EVERY = MINUTE;

/** From a cookie's token to the identity of the request. */
@Injectable()
export class ResolveSession {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly tokens: SessionTokens,
  ) {}

  /** `active` false does not prolong the session: a socket that only listens is no sign of a person at the desk. */
  async byToken(token: string, from: RequestOrigin, active = true): Promise<LiveSession | undefined> {
    const service = signIn(from.requestId);
    const found = await this.asCaller.read(service, async (tx) => {
      const session = await tx.of(SessionStore).findByTokenHash(this.tokens.hashOf(token));
      return session && isLive(session, tx.now) ? { session, now: tx.now } : undefined;
    });
    if (!found) return undefined;
    const { session, now } = found;
    const idleUntil = new Date(Math.min(now.getTime() + IDLE_LIMIT, session.expiresAt.getTime()));
    const prolonged = active && idleUntil.getTime() - session.idleUntil.getTime() >= PROLONG_AT_MOST_EVERY;
    if (prolonged) await this.asCaller.run(service, (tx) => tx.of(SessionStore).prolong(session.id, idleUntil));
    return {
      session: prolonged ? { ...session, idleUntil } : session,
      caller: callerOf(session, from),
      provedAgo: now.getTime() - session.authTime.getTime(),
    };
  }

  /** The clock that decides, for screens that count down by it. */
  async now(): Promise<Date> {
    return this.asCaller.run(signIn('clock'), (tx) => Promise.resolve(tx.now));
  }
}

const signIn = (requestId: string): ServiceCaller => ({ kind: 'service', name: 'sign-in', requestId });

/** Who acts by this session at this instant; null when it is over, or its owner has no membership in force. */
export const liveCaller = (session: SessionFacts, from: RequestOrigin, now: Date): StaffCaller | null =>
  isLive(session, now) ? callerOf(session, from) : null;

function isLive(session: SessionFacts, now: Date): boolean {
  return (
    decideSession(
      {
        idleUntil: session.idleUntil.getTime(),
        expiresAt: session.expiresAt.getTime(),
        revokedAt: session.revokedAt?.getTime() ?? null,
        staffDisabledAt: session.staffDisabledAt?.getTime() ?? null,
      },
      now.getTime(),
    ).outcome === 'live'
  );
}

function callerOf(session: SessionFacts, from: RequestOrigin): StaffCaller | null {
  // A post that has ended is never another one by itself: what stands on the screen is the house's that it was in.
  const acting =
    session.chosenMembershipId === null
      ? session.memberships[0]
      : session.memberships.find((m) => m.id === session.chosenMembershipId);
  if (!acting) return null;
  return actingCaller({ staffId: session.staffId, sessionId: session.id }, acting, from);
}
