/**
 * What becomes of a decision of a meeting: done, not done and taken up again, or withdrawn ([S1]: who does what by when). One
 * that became a measure is followed in the plan from the first moment, and nowhere else.
 */
export const DECISION_STATES = ['open', 'done', 'not-done', 'withdrawn', 'in-plan'] as const;
export type DecisionState = (typeof DECISION_STATES)[number];

/** What is not here cannot be done: what is done is done, and what was not done can still be. */
export const DECISION_TRANSITIONS: Readonly<Record<DecisionState, readonly DecisionState[]>> = {
  open: ['done', 'not-done', 'withdrawn'],
  'not-done': ['done', 'withdrawn'],
  done: [],
  withdrawn: [],
  'in-plan': [],
};

export const mayBecome = (from: DecisionState, to: DecisionState): boolean => DECISION_TRANSITIONS[from].includes(to);

/** Stands on the next meeting's agenda. */
export const isUnfinished = (state: DecisionState): boolean => state === 'open' || state === 'not-done';
