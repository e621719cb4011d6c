import { describe, expect, it } from '@jest/globals';
import { decideSession, type SessionTimes } from './decide-session.js';

const live: SessionTimes = { idleUntil: 2_000, expiresAt: 9_000, revokedAt: null, staffDisabledAt: null };

describe('a session', () => {
  it.each<[string, Partial<SessionTimes>, number, string]>([
    ['lives within its limits', {}, 1_999, 'live'],
    ['ends when idle, at the very instant', {}, 2_000, 'idle'],
    ['ends at the absolute limit however busy', { idleUntil: 99_000 }, 9_000, 'expired'],
    ['ends the moment it is revoked', { revokedAt: 1_000 }, 1_000, 'revoked'],
    ['is not ended by a revocation yet to come', { revokedAt: 1_001 }, 1_000, 'live'],
    ['ends when its owner is disabled', { staffDisabledAt: 500 }, 1_000, 'disabled'],
  ])('%s', (_, change, now, expected) => {
    const decision = decideSession({ ...live, ...change }, now);
    expect(decision.outcome === 'ended' ? decision.why : decision.outcome).toBe(expected);
  });
});
