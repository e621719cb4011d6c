/**
 * A meeting ends in a decision that someone with authority has made with reasons, and that the next one in line can act on;
 * it is never closed into nothing (SoL 20:2; [S0]).
 */
import type { FieldFault } from '../person/field-fault.js';
import type { Board } from './board.js';

export const DECISION_KINDS = ['open-investigation', 'no-investigation', 'other-support', 'more-now'] as const;

export type DecisionKind = (typeof DECISION_KINDS)[number];

export interface DecisionInput {
  readonly kind: string | null;
  /** A member, by name in the record. */
  readonly decider: string | null;
  readonly deciderMayDecide: boolean;
  readonly reasons: string;
  /** Who takes over; needed to open an investigation. */
  readonly handOverTo: string | null;
}

export type DecisionFaultCode = 'missing' | 'unknown-word' | 'may-not-decide';

export type MeetingDecision =
  | {
      readonly outcome: 'decided';
      readonly kind: DecisionKind;
      readonly decider: string;
      readonly handOverTo: string | null;
    }
  | { readonly outcome: 'refused'; readonly faults: readonly FieldFault<DecisionFaultCode>[] };

export const decideMeeting = (input: DecisionInput): MeetingDecision => {
  const faults: FieldFault<DecisionFaultCode>[] = [];
  const kind = DECISION_KINDS.find((word) => word === input.kind);
  if (kind === undefined) faults.push({ field: 'kind', code: input.kind === null ? 'missing' : 'unknown-word' });
  if (input.decider === null) faults.push({ field: 'decider', code: 'missing' });
  else if (!input.deciderMayDecide) faults.push({ field: 'decider', code: 'may-not-decide' });
  if (input.reasons.trim() === '') faults.push({ field: 'reasons', code: 'missing' });
  if (kind === 'open-investigation' && input.handOverTo === null) faults.push({ field: 'handOverTo', code: 'missing' });
  if (kind === undefined || input.decider === null || faults.length > 0) return { outcome: 'refused', faults };
  return {
    outcome: 'decided',
    kind,
    decider: input.decider,
    handOverTo: kind === 'open-investigation' ? input.handOverTo : null,
  };
};

export type CloseLack = 'not-closing' | 'decision-missing' | 'assessment-missing' | 'picture-missing';

export type CloseDecision =
  | { readonly outcome: 'closed'; readonly handOverTo: string | null; readonly unheardUnits: readonly string[] }
  | { readonly outcome: 'refused'; readonly lacks: readonly CloseLack[] };

/**
 * `units`: those that were asked. One picture at least must be on the board; a unit that was never heard does not hold the
 * meeting up, but the record names it.
 */
export const decideClose = (board: Board, units: readonly string[]): CloseDecision => {
  const lacks: CloseLack[] = [];
  if (board.state !== 'closing') lacks.push('not-closing');
  if (board.decision === null) lacks.push('decision-missing');
  if (board.texts['joint-assessment'] === undefined && board.decision?.kind !== 'more-now')
    lacks.push('assessment-missing');
  const heard = new Set(Object.keys(board.pictures));
  if (heard.size === 0) lacks.push('picture-missing');
  return lacks.length > 0
    ? { outcome: 'refused', lacks }
    : {
        outcome: 'closed',
        handOverTo: board.decision?.handOverTo ?? null,
        unheardUnits: units.filter((unit) => !heard.has(unit)),
      };
};

export type JointCloseLack = 'not-closing' | 'steps-missing';

export type JointCloseDecision =
  { readonly outcome: 'closed' } | { readonly outcome: 'refused'; readonly lacks: readonly JointCloseLack[] };

/**
 * A joint meeting decides on nothing by itself: each authority does. It ends with what everyone does until next time, in
 * words or, in a group's meeting, as decisions with an owner and a day.
 */
export const decideJointClose = (board: Board, decisions = 0): JointCloseDecision => {
  const lacks: JointCloseLack[] = [];
  if (board.state !== 'closing') lacks.push('not-closing');
  if (board.texts['next-steps'] === undefined && decisions === 0) lacks.push('steps-missing');
  return lacks.length > 0 ? { outcome: 'refused', lacks } : { outcome: 'closed' };
};
