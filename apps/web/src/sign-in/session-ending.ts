/** When to warn that a session ends: the nearer of the two limits, early enough to finish a sentence. */
const MINUTE = 60_000;
const EARLY = { idle: 5 * MINUTE, limit: 15 * MINUTE } as const;

export interface SessionEnds {
  readonly idleUntil: string;
  readonly expiresAt: string;
  readonly now: number;
}

export type Ending = { readonly why: 'idle' | 'limit'; readonly at: string } | null;

export function sessionEnding({ idleUntil, expiresAt, now }: SessionEnds): Ending {
  if (Date.parse(expiresAt) - now <= EARLY.limit) return { why: 'limit', at: expiresAt };
  return Date.parse(idleUntil) - now <= EARLY.idle ? { why: 'idle', at: idleUntil } : null;
}
