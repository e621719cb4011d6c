/** Whether a session still speaks for its owner: idle and absolute limits, a revocation, a disabled account, an ended post (ASVS 7.3–7.4). */
import type { Instant } from '../kernel/instant.js';
import { MINUTE, HOUR } from '../kernel/instant.js';

export const IDLE_LIMIT = 30 * MINUTE;
export const ABSOLUTE_LIMIT = 12 * HOUR;

export interface SessionTimes {
  readonly idleUntil: Instant;
  readonly expiresAt: Instant;
  readonly revokedAt: Instant | null;
  readonly staffDisabledAt: Instant | null;
}

export type SessionDecision =
  | { readonly outcome: 'live' }
  | { readonly outcome: 'ended'; readonly why: 'revoked' | 'disabled' | 'expired' | 'idle' };

export function decideSession(session: SessionTimes, now: Instant): SessionDecision {
  if (session.revokedAt !== null && session.revokedAt <= now) return { outcome: 'ended', why: 'revoked' };
  if (session.staffDisabledAt !== null && session.staffDisabledAt <= now) return { outcome: 'ended', why: 'disabled' };
  if (session.expiresAt <= now) return { outcome: 'ended', why: 'expired' };
  if (session.idleUntil <= now) return { outcome: 'ended', why: 'idle' };
  return { outcome: 'live' };
}
