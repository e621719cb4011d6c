import { Injectable } from '@nestjs/common';
import { AsCaller } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { Failure } from '../failure.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { actingCaller, type RequestOrigin } from './acting-caller.js';
import type { LiveSession } from './resolve-session.js';
import { SessionStore, type SessionFacts } from './session.port.js';

/**
 * Acts in another of one's own posts from now on: one at a time, so that each house's rules hold by themselves. Also where
 * the post that one acted in has ended.
 */
@Injectable()
export class SwitchMembership {
  constructor(private readonly asCaller: AsCaller) {}

  async run(live: LiveSession, membershipId: string, from: RequestOrigin): Promise<SessionFacts> {
    const caller = live.caller ?? inThePost(live.session, membershipId, from);
    return this.asCaller.run(caller, async (tx) => {
      // Posts in other municipalities are hidden from the caller's own identity.
      const session = await tx.asService('sign-in', (service) => service.of(SessionStore).findById(caller.sessionId));
      if (!session?.memberships.some((m) => m.id === membershipId)) throw new Failure('NOT_FOUND', 'id');
      await tx.of(SessionStore).chooseMembership(caller.sessionId, membershipId);
      await tx
        .of(LedgerStore)
        .record([{ action: 'change', outcome: 'done', ground: 'acting-role', detail: { membershipId } }]);
      return { ...session, chosenMembershipId: membershipId };
    });
  }
}

/** Whoever acts in nothing any more chooses as who they will be. */
function inThePost(session: SessionFacts, membershipId: string, from: RequestOrigin): StaffCaller {
  const post = session.memberships.find(({ id }) => id === membershipId);
  if (!post) throw new Failure('NOT_FOUND', 'id');
  return actingCaller({ staffId: session.staffId, sessionId: session.id }, post, from);
}
