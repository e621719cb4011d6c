/**
 * What may be asked of a family at all: named houses, named kinds of information, a purpose, and an end within half a
 * year unless the municipality has set another; vague asking is refused before it is sent (OSL 10:1; [S1 Trollhättan], [S4]).
 */
import { addMonths } from '../kernel/civil-day.js';
import type { Instant } from '../kernel/instant.js';
import { civilDayOf, endOfDay } from '../kernel/stockholm.js';
import { reachesNothing, type ConsentScope, type Situation } from './consent.js';

/** Months that a consent may last unless the municipality has set another. */
export const CONSENT_MONTHS = 6;

export interface ConsentDraft {
  readonly scope: ConsentScope;
  readonly situations: readonly Situation[];
  readonly validFrom: Instant;
  readonly validUntil: Instant;
}

export type DraftFault =
  | {
      readonly field: 'from' | 'to' | 'categories' | 'purposes' | 'situations';
      readonly code: 'missing' | 'unknown-house';
    }
  | { readonly field: 'to'; readonly code: 'nobody-else' }
  | { readonly field: 'validUntil'; readonly code: 'before-start' | 'too-long' | 'over-already' };

/** The last end that may be asked for: the end of the day so many months after the start. */
export const longestUntil = (validFrom: Instant, months: number = CONSENT_MONTHS): Instant =>
  endOfDay(addMonths(civilDayOf(validFrom), months));

/** Everything that is wrong at once; an empty list is a draft that may be offered. */
export function draftFaults(
  draft: ConsentDraft,
  facts: { readonly asOf: Instant; readonly houses: readonly string[]; readonly months?: number },
): readonly DraftFault[] {
  const { scope } = draft;
  const faults: DraftFault[] = [];
  for (const field of ['from', 'to', 'categories', 'purposes'] as const)
    if (scope[field].length === 0) faults.push({ field, code: 'missing' });
  if (draft.situations.length === 0) faults.push({ field: 'situations', code: 'missing' });
  for (const field of ['from', 'to'] as const)
    if (!scope[field].every((house) => facts.houses.includes(house))) faults.push({ field, code: 'unknown-house' });
  if (
    scope.from.length > 0 &&
    scope.to.length > 0 &&
    scope.categories.length > 0 &&
    scope.purposes.length > 0 &&
    reachesNothing(scope)
  )
    faults.push({ field: 'to', code: 'nobody-else' });
  if (draft.validUntil <= draft.validFrom) faults.push({ field: 'validUntil', code: 'before-start' });
  else if (draft.validUntil <= facts.asOf) faults.push({ field: 'validUntil', code: 'over-already' });
  else if (draft.validUntil > longestUntil(draft.validFrom, facts.months))
    faults.push({ field: 'validUntil', code: 'too-long' });
  return faults;
}
