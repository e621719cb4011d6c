/**
 * A family's session is short and its own: a telephone that is put down on a kitchen table shows nothing after a quarter
 * of an hour, and nothing after an hour whatever is done (ASVS 7.3.1–2).
 */
import { HOUR, MINUTE, type Instant } from '../kernel/instant.js';

export const FAMILY_IDLE = 15 * MINUTE;
export const FAMILY_ABSOLUTE = HOUR;
/** A link that was opened, until somebody has identified themselves. */
export const ENTRY_LIMIT = 20 * MINUTE;

export interface FamilySessionLimits {
  readonly idleUntil: Instant;
  readonly expiresAt: Instant;
  readonly revokedAt: Instant | null;
}

export type FamilySessionDecision = 'live' | 'idle' | 'expired' | 'revoked';

export function decideFamilySession(session: FamilySessionLimits, asOf: Instant): FamilySessionDecision {
  if (session.revokedAt !== null) return 'revoked';
  if (asOf >= session.expiresAt) return 'expired';
  return asOf >= session.idleUntil ? 'idle' : 'live';
}
