/** How long is left, as numbers for whoever finds the words: it never promises a minute that is not there. */
import { type Instant, MINUTE } from '../kernel/instant.js';

export interface TimeLeft {
  readonly overdue: boolean;
  /** Whole minutes left, rounded down; once overdue, whole minutes since, rounded down too. */
  readonly minutes: number;
  /** The part of the time that is used: 0 at the start, 1 when due, more when overdue. */
  readonly used: number;
}

export function timeLeft({ start, due }: { readonly start: Instant; readonly due: Instant }, now: Instant): TimeLeft {
  const overdue = now >= due;
  return {
    overdue,
    minutes: Math.floor(Math.abs(due - now) / MINUTE),
    used: due > start ? Math.max(0, (now - start) / (due - start)) : overdue ? 1 : 0,
  };
}
