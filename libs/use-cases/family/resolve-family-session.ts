import { Injectable } from '@nestjs/common';
import { decideFamilySession, FAMILY_IDLE } from '#domain/family/family-session.js';
import { MINUTE } from '#domain/kernel/instant.js';
import { AsCaller } from '../gate/as-caller.js';
import type { FamilyCaller, ServiceCaller } from '../gate/caller.js';
import type { RequestOrigin } from '../sign-in/acting-caller.js';
import { SessionTokens } from '../sign-in/session-token.port.js';
import { FamilySessionStore, type FamilySessionFacts } from './family-access.port.js';

/** A browser of a family; `caller` is null until somebody is identified and, if a child, has said that it is they. */
export interface LiveFamily {
  readonly session: FamilySessionFacts;
  readonly caller: FamilyCaller | null;
}

const PROLONG_AT_MOST_EVERY = MINUTE;

/** What the platform does for families before it knows who they are. */
export const asFamilyService = (requestId: string): ServiceCaller => ({ kind: 'service', name: 'family', requestId });

export const familyCaller = (session: FamilySessionFacts, from: RequestOrigin): FamilyCaller => ({
  kind: 'family',
  personId: session.personId,
  municipalityId: session.municipalityId,
  branchId: session.branchId,
  sessionId: session.id,
  origin: from.origin,
  requestId: from.requestId,
});

/** From a family's cookie to who asks; asked at every request, so that a session that was ended opens nothing more. */
@Injectable()
export class ResolveFamilySession {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly tokens: SessionTokens,
  ) {}

  /** `active` false does not prolong it: a page that asks by itself is no sign of a person. */
  async byToken(token: string, from: RequestOrigin, active: boolean): Promise<LiveFamily | undefined> {
    return this.asCaller.run(asFamilyService(from.requestId), async (tx) => {
      const store = tx.of(FamilySessionStore);
      const session = await store.findByTokenHash(this.tokens.hashOf(token));
      if (!session || !isLive(session, tx.now)) return undefined;
      const idleUntil = new Date(Math.min(tx.now.getTime() + FAMILY_IDLE, session.expiresAt.getTime()));
      const prolonged =
        active &&
        session.identifiedAt !== null &&
        idleUntil.getTime() - session.idleUntil.getTime() >= PROLONG_AT_MOST_EVERY;
      if (prolonged) await store.prolong(session.id, idleUntil);
      const known = session.identifiedAt !== null && session.ownStepAt !== null;
      return {
        session: prolonged ? { ...session, idleUntil } : session,
        caller: known ? familyCaller(session, from) : null,
      };
    });
  }
}

export const isLive = (session: FamilySessionFacts, now: Date): boolean =>
  decideFamilySession(
    {
      idleUntil: session.idleUntil.getTime(),
      expiresAt: session.expiresAt.getTime(),
      revokedAt: session.revokedAt?.getTime() ?? null,
    },
    now.getTime(),
  ) === 'live';
