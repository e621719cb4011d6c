/**
 * Less is always possible: anyone whose name stands under a consent takes an agency or a kind of information away, alone
 * and at once; taking everything away is withdrawing (OSL 10:1, 12:2; JO on consent that can be taken back).
 */
import {
  NO_REFUSALS,
  reachesNothing,
  scopeNow,
  sizeOf,
  type ConsentRecord,
  type ConsentScope,
  type Refusals,
} from './consent.js';
import { decideConsentStep, type ConsentState } from './consent-states.js';
import { standingOf } from './decide-names.js';
import { asSeenBy, withRefusals, type Situated } from './sign-consent.js';

export type NarrowingDecision =
  | { readonly outcome: 'narrowed'; readonly state: ConsentState; readonly scope: ConsentScope }
  /** Nothing would be left: the page asks whether to withdraw instead. */
  | {
      readonly outcome: 'refused';
      readonly code: 'not-asked' | 'not-needed-now' | 'not-open' | 'unknown-part' | 'nothing-left' | 'no-change';
    };

export function decideNarrowing(
  record: ConsentRecord,
  narrowing: { readonly person: string; readonly refusals: Refusals },
  situated: Situated,
): NarrowingDecision {
  const standing = standingOf(record, narrowing.person, situated);
  if (standing.outcome === 'refused') return standing;
  const step = decideConsentStep(record.state, 'narrow');
  if (step.outcome === 'refused') return { outcome: 'refused', code: 'not-open' };
  const after = withRefusals(record, narrowing.person, narrowing.refusals ?? NO_REFUSALS);
  if (after === undefined) return { outcome: 'refused', code: 'unknown-part' };
  const [before, left] = [record, after].map((one) => scopeNow(asSeenBy(one, narrowing.person))) as [
    ConsentScope,
    ConsentScope,
  ];
  if (reachesNothing(left)) return { outcome: 'refused', code: 'nothing-left' };
  if (sizeOf(before) === sizeOf(left)) return { outcome: 'refused', code: 'no-change' };
  return { outcome: 'narrowed', state: step.state, scope: scopeNow(after) };
}
