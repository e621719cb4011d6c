/**
 * From investigation to measures: a named investigator says that the looking is done and help begins, with reasons; only
 * then may a consent open the room to others (SoL 20:3; MASH step 4 [S0]).
 */
import type { Phase } from '../disclosure/vocabulary.js';
import type { FieldFault } from '../person/field-fault.js';

export interface MeasuresInput {
  readonly phase: Phase;
  /** The case has not been closed. */
  readonly open: boolean;
  readonly reasons: string;
}

export type MeasuresFaultCode = 'missing' | 'too-long';

export type MeasuresDecision =
  | { readonly outcome: 'begun'; readonly reasons: string }
  | { readonly outcome: 'not-from-here'; readonly code: 'no-investigation' | 'begun-already' | 'ended' }
  | { readonly outcome: 'refused'; readonly faults: readonly FieldFault<MeasuresFaultCode>[] };

export const LONGEST_MEASURES_REASONS = 5_000;

export const decideMeasures = (input: MeasuresInput): MeasuresDecision => {
  if (!input.open) return { outcome: 'not-from-here', code: 'ended' };
  if (input.phase === 'measures' || input.phase === 'follow-up')
    return { outcome: 'not-from-here', code: 'begun-already' };
  if (input.phase !== 'investigation') return { outcome: 'not-from-here', code: 'no-investigation' };
  const reasons = input.reasons.trim();
  if (reasons === '') return { outcome: 'refused', faults: [{ field: 'reasons', code: 'missing' }] };
  if (reasons.length > LONGEST_MEASURES_REASONS)
    return { outcome: 'refused', faults: [{ field: 'reasons', code: 'too-long' }] };
  return { outcome: 'begun', reasons };
};
