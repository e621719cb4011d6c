/**
 * A form is for certain ages ([S1]: each town has its own). Whoever is younger or older may need it all the same: then a
 * closed word says why, asked for as the group is taken up and again where a birthday has passed before it is formed.
 */
import type { Span } from '../form/form.js';

export const OUTSIDE_AGES_REASONS = ['soon-of-age', 'work-goes-on', 'need-weighs-more', 'no-other-form'] as const;
export type OutsideAgesReason = (typeof OUTSIDE_AGES_REASONS)[number];

export type AgesDecision =
  | { readonly outcome: 'within' }
  | { readonly outcome: 'outside'; readonly reason: OutsideAgesReason }
  | { readonly outcome: 'refused'; readonly code: 'reason-missing' };

export const isOutsideAges = (ages: Span | null, age: number): boolean =>
  ages !== null && (age < ages.from || age > ages.to);

/** `age` in whole years today; `said` is a word of the list, or nothing yet. */
export function decideAges(ages: Span | null, age: number, said: string | null): AgesDecision {
  if (!isOutsideAges(ages, age)) return { outcome: 'within' };
  const reason = OUTSIDE_AGES_REASONS.find((word) => word === said);
  return reason === undefined ? { outcome: 'refused', code: 'reason-missing' } : { outcome: 'outside', reason };
}
