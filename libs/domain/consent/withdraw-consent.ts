/**
 * A withdrawal closes the room for everyone at that instant. It never depends on the consent being whole: half signed or
 * in force, one of those who must sign is enough, and asking twice tells when it was done (OSL 12:2; [S1 Örebro]).
 */
import type { Instant } from '../kernel/instant.js';
import type { ConsentRecord } from './consent.js';
import { decideConsentStep, hasEnded, isAsking, type ConsentState } from './consent-states.js';
import { standingOf } from './decide-names.js';
import type { Situated } from './sign-consent.js';

export type WithdrawalDecision =
  | { readonly outcome: 'withdrawn'; readonly state: ConsentState }
  /** Done before, by this signer or another; nothing changes and nothing is wrong. */
  | { readonly outcome: 'already-over'; readonly since: Instant | null }
  | { readonly outcome: 'refused'; readonly code: 'not-asked' | 'not-needed-now' | 'not-open' };

export function decideWithdrawal(record: ConsentRecord, person: string, situated: Situated): WithdrawalDecision {
  if (!record.signers.some((one) => one.person === person)) return { outcome: 'refused', code: 'not-asked' };
  if (hasEnded(record.state)) return { outcome: 'already-over', since: record.withdrawnAt };
  const standing = standingOf(record, person, situated);
  if (standing.outcome === 'refused') return standing;
  // Before it was valid there is nothing to take back; saying no is what is meant.
  const unsigned = isAsking(record.state) && standing.signer.signedAt === null;
  const step = decideConsentStep(record.state, unsigned ? 'decline' : 'withdraw');
  if (step.outcome === 'refused') return { outcome: 'refused', code: 'not-open' };
  return { outcome: 'withdrawn', state: step.state };
}
