/** Everything that binds has a start and perhaps an end, so that yesterday's right never opens today's door (OSL 26:1). */
import type { Instant } from '../kernel/instant.js';

/** Holds from its first instant; `until` is the first instant when it no longer holds, null = open end. */
export interface Period {
  readonly from: Instant;
  readonly until: Instant | null;
}

export const isInForce = (period: Period, at: Instant): boolean =>
  period.from <= at && (period.until === null || at < period.until);

/** A period that ends before or as it begins never holds and therefore overlaps nothing. */
export const isOverlapping = (a: Period, b: Period): boolean =>
  !isEmpty(a) && !isEmpty(b) && (b.until === null || a.from < b.until) && (a.until === null || b.from < a.until);

const isEmpty = (period: Period): boolean => period.until !== null && period.until <= period.from;
