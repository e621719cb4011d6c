/**
 * How long an order lives, so that an old code or a late signature is worth nothing. All of it runs by the e-identification
 * service's own time, never by the clock that the demonstration moves (BankID: the app must open within 30 seconds, the
 * person must sign within three minutes of that; collect every other second).
 */
import { MINUTE, SECOND, type Instant } from '../kernel/instant.js';

export const COLLECT_EVERY = 2 * SECOND;
export const START_WITHIN = 30 * SECOND;
export const SIGN_WITHIN = 3 * MINUTE;
/** How long the slowest broker may take over all that its one answer is asked by. */
export const ANSWER_WITHIN = 25 * SECOND;

/** When we no longer ask about an order; the service has ended it by then. */
export const ORDER_LIFE = START_WITHIN + SIGN_WITHIN + 30 * SECOND;

/** A code is new each second; the app is given the whole seconds since the order began. */
export const codeSecond = (startedAt: Instant, now: Instant): number =>
  Math.max(0, Math.floor((now - startedAt) / SECOND));

/** `shown` while the app may still open by the code, `begun` while a signature may come, `over` after that. */
export type OrderAge = 'shown' | 'begun' | 'over';

export function decideOrderAge(startedAt: Instant, now: Instant): OrderAge {
  const age = now - startedAt;
  if (age > ORDER_LIFE) return 'over';
  return age > START_WITHIN ? 'begun' : 'shown';
}
