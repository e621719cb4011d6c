import { Injectable } from '@nestjs/common';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { Failure } from '../failure.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { OutboxStore } from '../outbox/outbox.port.js';
import { IdentityProvider } from './identity-provider.port.js';
import type { LiveSession } from './resolve-session.js';
import { SessionStore } from './session.port.js';
import { SessionTokens } from './session-token.port.js';
import { StaffDirectory } from './staff-directory.port.js';

/** Writes that sessions have ended and tells every node to cut their sockets, with the change itself or not at all. */
export async function tellEnded(
  tx: CallerTransaction,
  sessionIds: readonly string[],
  why: 'replaced' | 'signed-out' | 'signed-out-everywhere' | 'ended-by-administrator' | 'post-ended' | 'staff-disabled',
): Promise<void> {
  const action = why === 'signed-out' || why === 'signed-out-everywhere' ? 'sign-out' : 'end-session';
  await tx
    .of(LedgerStore)
    .record(sessionIds.map((sessionId) => ({ action, outcome: 'done', ground: why, detail: { sessionId } })));
  await tx
    .of(OutboxStore)
    .put(sessionIds.map((sessionId) => ({ topic: 'live:session-ended', payload: { sessionId } })));
}

/** Signs out of this browser. Returns where the provider's own session is ended, or null. */
@Injectable()
export class SignOut {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly provider: IdentityProvider,
    private readonly tokens: SessionTokens,
  ) {}

  /** Someone whose last post has ended has no identity to act under, yet may leave. */
  async run({ session, caller }: LiveSession, requestId: string): Promise<string | null> {
    const sealed = await this.asCaller.run(caller ?? { kind: 'service', name: 'sign-in', requestId }, async (tx) => {
      const sessions = tx.of(SessionStore);
      if (await sessions.end(session.id, 'signed-out')) await tellEnded(tx, [session.id], 'signed-out');
      return sessions.findProviderSession(session.id);
    });
    return this.provider.signOutAddress(sealed ? this.tokens.unseal(sealed) : null);
  }
}

/** Ends every session of the caller, this one too. Returns how many there were. */
@Injectable()
export class SignOutEverywhere {
  constructor(private readonly asCaller: AsCaller) {}

  run(caller: StaffCaller): Promise<number> {
    return this.asCaller.run(caller, async (tx) => {
      const ended = await tx.of(SessionStore).endAllOf(caller.staffId, 'signed-out-everywhere');
      await tellEnded(tx, ended, 'signed-out-everywhere');
      return ended.length;
    });
  }
}

/** The administrator's kill: a lost phone, a post that has ended, an account in wrong hands (ASVS 7.4.5). */
@Injectable()
export class EndSessions {
  constructor(private readonly asCaller: AsCaller) {}

  run(caller: StaffCaller, staffId: string): Promise<number> {
    return this.asCaller.run(caller, async (tx) => {
      if (!(await tx.of(StaffDirectory).findById(staffId))) throw new Failure('NOT_FOUND', 'staffId');
      const ended = await tx.of(SessionStore).endAllOf(staffId, 'ended-by-administrator');
      await tellEnded(tx, ended, 'ended-by-administrator');
      return ended.length;
    });
  }
}
