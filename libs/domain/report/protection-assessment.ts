/** Whether the child needs protection at once: assessed by a person within a day of every report, with reasons (SoL 20:1). */
import type { Instant } from '../kernel/instant.js';
import type { FieldFault } from '../person/field-fault.js';
import type { Grade } from './grading.js';

export const PROTECTION_OUTCOMES = ['no-immediate-need', 'needs-protection-now'] as const;

export type ProtectionOutcome = (typeof PROTECTION_OUTCOMES)[number];

export interface ProtectionAssessmentInput {
  readonly result: ProtectionOutcome | null;
  readonly reasons: string;
  /** What is done at once; needed when protection is. */
  readonly measures: string;
  readonly by: string | null;
  readonly at: Instant;
  readonly receivedAt: Instant;
  readonly grade: Grade | null;
}

export type ProtectionFaultCode =
  'result-missing' | 'assessor-missing' | 'reasons-missing' | 'measures-missing' | 'before-report';

export type ProtectionAssessmentDecision =
  | {
      readonly outcome: 'assessed';
      readonly result: ProtectionOutcome;
      /** A child in danger whose report is not red: a person is asked to grade anew, the program does not. */
      readonly asksRegrading: boolean;
    }
  | { readonly outcome: 'refused'; readonly faults: readonly FieldFault<ProtectionFaultCode>[] };

export const decideProtectionAssessment = (input: ProtectionAssessmentInput): ProtectionAssessmentDecision => {
  const faults: FieldFault<ProtectionFaultCode>[] = [];
  const { result } = input;
  if (result === null) faults.push({ field: 'result', code: 'result-missing' });
  if (input.by === null || input.by === '') faults.push({ field: 'by', code: 'assessor-missing' });
  if (input.reasons.trim() === '') faults.push({ field: 'reasons', code: 'reasons-missing' });
  if (result === 'needs-protection-now' && input.measures.trim() === '')
    faults.push({ field: 'measures', code: 'measures-missing' });
  if (input.at < input.receivedAt) faults.push({ field: 'at', code: 'before-report' });
  if (result === null || faults.length > 0) return { outcome: 'refused', faults };
  return { outcome: 'assessed', result, asksRegrading: result === 'needs-protection-now' && input.grade !== 'red' };
};
