/**
 * What a manager decides when the time of a case draws to its end: that it is disposed of, or that a lawful reason keeps it until
 * a day that is named; then somebody decides anew (SoL 16:1–3).
 */
import type { CivilDay } from '../kernel/civil-day.js';
import { parseCivilDay } from '../kernel/civil-day.js';
import type { Instant } from '../kernel/instant.js';
import { civilDayOf, endOfDay } from '../kernel/stockholm.js';

export const RETENTION_OUTCOMES = ['keep', 'dispose'] as const;
export type RetentionOutcome = (typeof RETENTION_OUTCOMES)[number];

/** A child who was placed away from home, a sample for research, a review that goes on, a note that has come since. */
export const KEEP_GROUNDS = ['placed-child', 'research', 'pending-review', 'newer-note'] as const;
export type KeepGround = (typeof KEEP_GROUNDS)[number];

/** The only reason to dispose of anything. */
export const DISPOSE_GROUND = 'time-is-up';

/** Nobody knows what is needed later than that. */
export const MOST_KEPT_DAYS = 36_525;

export interface RetentionWritten {
  readonly outcome: string;
  readonly ground: string;
  /** `2036-05-01`, its last day. */
  readonly keepUntil: string;
}

export interface RetentionFault {
  readonly field: keyof RetentionWritten;
  readonly code: 'choose-one' | 'newer-note' | 'no-date' | 'too-early' | 'too-late';
}

export type RetentionDecided =
  | { readonly outcome: 'dispose'; readonly ground: typeof DISPOSE_GROUND }
  | { readonly outcome: 'keep'; readonly ground: KeepGround; readonly until: CivilDay };

export type RetentionDecision =
  | { readonly outcome: 'decided'; readonly decided: RetentionDecided }
  | { readonly outcome: 'refused'; readonly faults: readonly RetentionFault[] };

const refused = (...faults: RetentionFault[]): RetentionDecision => ({ outcome: 'refused', faults });

/** `hasNewerNote`: written after that from which the time was counted. */
export function decideRetention(
  written: RetentionWritten,
  facts: { readonly now: Instant; readonly due: Instant; readonly hasNewerNote: boolean },
): RetentionDecision {
  if (written.outcome === 'dispose') {
    if (facts.hasNewerNote) return refused({ field: 'outcome', code: 'newer-note' });
    return { outcome: 'decided', decided: { outcome: 'dispose', ground: DISPOSE_GROUND } };
  }
  if (written.outcome !== 'keep') return refused({ field: 'outcome', code: 'choose-one' });
  const ground = KEEP_GROUNDS.find((one) => one === written.ground);
  const until = parseCivilDay(written.keepUntil);
  const faults: RetentionFault[] = ground === undefined ? [{ field: 'ground', code: 'choose-one' }] : [];
  if (until === undefined) faults.push({ field: 'keepUntil', code: 'no-date' });
  else if (until <= civilDayOf(facts.now) || endOfDay(until) <= facts.due)
    faults.push({ field: 'keepUntil', code: 'too-early' });
  else if (until - civilDayOf(facts.now) > MOST_KEPT_DAYS) faults.push({ field: 'keepUntil', code: 'too-late' });
  if (ground === undefined || until === undefined || faults.length > 0) return refused(...faults);
  return { outcome: 'decided', decided: { outcome: 'keep', ground, until } };
}
