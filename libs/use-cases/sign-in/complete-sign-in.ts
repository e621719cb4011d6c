import { Injectable } from '@nestjs/common';
import { decideSignIn, type SignInFault } from '#domain/sign-in/decide-sign-in.js';
import { ABSOLUTE_LIMIT, IDLE_LIMIT } from '#domain/sign-in/decide-session.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { ServiceCaller, StaffCaller } from '../gate/caller.js';
import { LedgerAppender } from '../ledger/ledger-appender.port.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { actingCaller, type RequestOrigin } from './acting-caller.js';
import { tellEnded } from './end-session.js';
import { IdentityProvider, IdentityRefused, type ProvedIdentity } from './identity-provider.port.js';
import { SessionStore, type SessionFacts } from './session.port.js';
import { SessionTokens } from './session-token.port.js';
import { SignInAttemptStore, type SignInAttempt } from './sign-in-attempt.port.js';
import { StaffDirectory } from './staff-directory.port.js';

export type SignInRefusal = SignInFault | IdentityRefused['why'] | 'attempt-over';

export type SignInOutcome =
  | { readonly outcome: 'signed-in'; readonly token: string; readonly returnTo: string }
  | { readonly outcome: 'refused'; readonly why: SignInRefusal };

export interface ProviderAnswer extends RequestOrigin {
  /** The query string that came back with the browser. */
  readonly answer: string;
  /** The cookie of the attempt; null when the browser has none for this state. */
  readonly attemptToken: string | null;
  /** The cookie of the session that the browser has had until now. */
  readonly previousToken: string | null;
}

/**
 * From the provider's answer to a session. The session is always a new one and the browser's earlier one ends, so an id
 * that somebody planted or saw is worth nothing (ASVS 7.2.4).
 */
@Injectable()
export class CompleteSignIn {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly provider: IdentityProvider,
    private readonly tokens: SessionTokens,
    private readonly appender: LedgerAppender,
  ) {}

  async run(input: ProviderAnswer): Promise<SignInOutcome> {
    const service: ServiceCaller = { kind: 'service', name: 'sign-in', requestId: input.requestId };
    const taken = await this.takeAttempt(service, input.attemptToken);
    if (!taken) return this.refuse(service, 'attempt-over', null);
    let identity: ProvedIdentity;
    try {
      identity = await this.provider.hear(input.answer, taken.attempt);
    } catch (error) {
      if (error instanceof IdentityRefused) return this.refuse(service, error.why, null);
      throw error;
    }
    const { person, previous, sessionId } = await this.asCaller.run(service, async (tx) => ({
      person: await tx.of(StaffDirectory).findByIdentity(identity.issuer, identity.subject),
      previous: await this.findPrevious(tx, input.previousToken),
      sessionId: tx.newId(),
    }));
    const decision = decideSignIn({
      ...identity,
      askedAgo: taken.askedAgo,
      again: taken.attempt.again,
      person: person ? { id: person.id, disabled: person.disabled, posts: person.memberships.length } : null,
    });
    if (decision.outcome === 'refused') return this.refuse(service, decision.why, person?.id ?? null);
    // Whoever proves themselves in the middle of something goes on in the post that they do it in.
    const wanted = taken.attempt.again === null ? person?.lastMembershipId : previous?.chosenMembershipId;
    const acting = person?.memberships.find((m) => m.id === wanted) ?? person?.memberships[0];
    if (!person || !acting) return this.refuse(service, 'no-post', person?.id ?? null);
    const caller = actingCaller({ staffId: person.id, sessionId }, acting, input);
    const token = await this.open(caller, identity, input.previousToken);
    return { outcome: 'signed-in', token, returnTo: taken.attempt.returnTo };
  }

  private takeAttempt(
    service: ServiceCaller,
    token: string | null,
  ): Promise<{ attempt: SignInAttempt; askedAgo: number } | undefined> {
    if (token === null) return Promise.resolve(undefined);
    return this.asCaller.run(service, async (tx) => {
      const attempt = await tx.of(SignInAttemptStore).take(this.tokens.hashOf(token));
      if (!attempt || attempt.expiresAt <= tx.now) return undefined;
      return { attempt, askedAgo: tx.now.getTime() - attempt.startedAt.getTime() };
    });
  }

  private async refuse(service: ServiceCaller, why: SignInRefusal, staffId: string | null): Promise<SignInOutcome> {
    await this.appender.append(service, [
      { action: 'sign-in', outcome: 'refuse', ground: why, detail: staffId ? { staffId } : {} },
    ]);
    return { outcome: 'refused', why };
  }

  private async open(caller: StaffCaller, identity: ProvedIdentity, previousToken: string | null): Promise<string> {
    const { token, hash } = this.tokens.make();
    const { sessionId, staffId, membershipId } = caller;
    await this.asCaller.run(caller, async (tx) => {
      await tx.of(SessionStore).add({
        id: sessionId,
        tokenHash: hash,
        staffId,
        membershipId,
        acr: identity.acr ?? '',
        // By the clock that decides here: the provider's own may differ, and the demonstration's is moved.
        authTime: new Date(tx.now.getTime() - Math.max(0, identity.provedAgo ?? 0)),
        idleUntil: new Date(tx.now.getTime() + IDLE_LIMIT),
        expiresAt: new Date(tx.now.getTime() + ABSOLUTE_LIMIT),
        providerSession: this.tokens.seal(identity.providerSession),
      });
      await tx.of(LedgerStore).record([{ action: 'sign-in', outcome: 'done', detail: { sessionId } }]);
      if (previousToken !== null) await this.endPrevious(tx, previousToken);
    });
    return token;
  }

  private findPrevious(tx: CallerTransaction, token: string | null): Promise<SessionFacts | undefined> {
    return token === null ? Promise.resolve(undefined) : tx.of(SessionStore).findByTokenHash(this.tokens.hashOf(token));
  }

  /** As the platform: the browser's earlier session may have been another person's. */
  private async endPrevious(tx: CallerTransaction, token: string): Promise<void> {
    const ended = await tx.asService('sign-in', async (service) => {
      const previous = await this.findPrevious(service, token);
      return previous && (await service.of(SessionStore).end(previous.id, 'replaced')) ? [previous.id] : [];
    });
    await tellEnded(tx, ended, 'replaced');
  }
}
