/**
 * A case that no hub decides on is decided by a named person who has the authority, with reasons, and never closed before
 * anyone has looked at whether the child needs protection now (SoL 20:1–2).
 */
import type { FieldFault } from '../person/field-fault.js';
import { decideReportStep, type ReportFacts, type ReportStep } from './report-states.js';

export const CASE_DECISION_KINDS = ['open-investigation', 'no-investigation', 'other-support'] as const;

export type CaseDecisionKind = (typeof CASE_DECISION_KINDS)[number];

export const STEP_OF_DECISION: Readonly<Record<CaseDecisionKind, ReportStep>> = {
  'open-investigation': 'open-investigation',
  'no-investigation': 'close-without-action',
  'other-support': 'give-other-support',
};

export interface CaseDecisionInput {
  readonly report: ReportFacts;
  /** A hub of the case that has not closed: it decides, nobody beside it. */
  readonly hubIsOpen: boolean;
  readonly kind: string;
  readonly reasons: string;
  /** Who decides, or to whom a decision is proposed, and whether their role may. */
  readonly decider: string | null;
  readonly deciderMayDecide: boolean;
  /** Who takes over; needed to open an investigation. */
  readonly investigator: string | null;
}

export type CaseDecisionFaultCode = 'missing' | 'unknown-word' | 'may-not-decide' | 'protection-first';

export type CaseDecision =
  | { readonly outcome: 'decided'; readonly kind: CaseDecisionKind; readonly investigator: string | null }
  | { readonly outcome: 'not-from-here'; readonly code: 'hub-decides' | 'not-graded' | 'ended' }
  | { readonly outcome: 'refused'; readonly faults: readonly FieldFault<CaseDecisionFaultCode>[] };

/** The same for a decision and for a proposal of one: what cannot be decided is not proposed either. */
export const decideCase = (input: CaseDecisionInput): CaseDecision => {
  const { report } = input;
  if (input.hubIsOpen) return { outcome: 'not-from-here', code: 'hub-decides' };
  const opening = decideReportStep(report, 'open-investigation');
  if (opening.outcome === 'refused')
    return { outcome: 'not-from-here', code: opening.possible.includes('grade') ? 'not-graded' : 'ended' };
  const faults: FieldFault<CaseDecisionFaultCode>[] = [];
  const kind = CASE_DECISION_KINDS.find((word) => word === input.kind);
  if (kind === undefined) faults.push({ field: 'kind', code: input.kind === '' ? 'missing' : 'unknown-word' });
  else if (decideReportStep(report, STEP_OF_DECISION[kind]).outcome === 'refused')
    faults.push({ field: 'kind', code: 'protection-first' });
  if (input.decider === null) faults.push({ field: 'decider', code: 'missing' });
  else if (!input.deciderMayDecide) faults.push({ field: 'decider', code: 'may-not-decide' });
  if (input.reasons.trim() === '') faults.push({ field: 'reasons', code: 'missing' });
  if (kind === 'open-investigation' && input.investigator === null)
    faults.push({ field: 'investigator', code: 'missing' });
  if (kind === undefined || faults.length > 0) return { outcome: 'refused', faults };
  return { outcome: 'decided', kind, investigator: kind === 'open-investigation' ? input.investigator : null };
};
