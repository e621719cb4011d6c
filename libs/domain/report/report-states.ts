/**
 * The life of a concern report from the first call to the decision, as one table: no step can be skipped that a child
 * depends on, and a red case never waits for paperwork (SoL 20:1–2; grades and hub [S0]).
 */
import type { Grade } from './grading.js';

export const REPORT_STATES = [
  'received',
  'assessed',
  'graded',
  'in-hub',
  'handed-over',
  'closed-other-support',
  'closed-without-action',
  'joined',
] as const;

export type ReportState = (typeof REPORT_STATES)[number];

export const REPORT_STEPS = [
  'assess-protection',
  'grade',
  'convene-hub',
  'decide-more-now',
  'open-investigation',
  'give-other-support',
  'close-without-action',
  'join',
  'separate',
] as const;

export type ReportStep = (typeof REPORT_STEPS)[number];

/** What is not here cannot be done. Ending states allow a new protection assessment nowhere: new worry is a new report. */
export const REPORT_TRANSITIONS: Readonly<Record<ReportState, Readonly<Partial<Record<ReportStep, ReportState>>>>> = {
  received: { 'assess-protection': 'assessed', grade: 'graded', join: 'joined' },
  assessed: { 'assess-protection': 'assessed', grade: 'graded', join: 'joined' },
  graded: {
    'assess-protection': 'graded',
    grade: 'graded',
    'convene-hub': 'in-hub',
    'open-investigation': 'handed-over',
    'give-other-support': 'closed-other-support',
    'close-without-action': 'closed-without-action',
    join: 'joined',
  },
  'in-hub': {
    'assess-protection': 'in-hub',
    grade: 'in-hub',
    'decide-more-now': 'in-hub',
    'open-investigation': 'handed-over',
    'give-other-support': 'closed-other-support',
    'close-without-action': 'closed-without-action',
    join: 'joined',
  },
  'handed-over': {},
  'closed-other-support': {},
  'closed-without-action': {},
  joined: { separate: 'received' },
};

export interface ReportFacts {
  readonly state: ReportState;
  readonly protectionAssessed: boolean;
  readonly grade: Grade | null;
}

export type ReportStepDecision =
  | { readonly outcome: 'moved'; readonly state: ReportState }
  | {
      readonly outcome: 'refused';
      readonly code: 'not-from-here' | 'protection-not-assessed' | 'green-needs-no-hub';
      readonly possible: readonly ReportStep[];
    };

const CLOSES: readonly ReportStep[] = ['give-other-support', 'close-without-action'];

/** Opening an investigation never waits for the protection assessment; closing always does (SoL 20:1). */
export const decideReportStep = (report: ReportFacts, step: ReportStep): ReportStepDecision => {
  const possible = Object.keys(REPORT_TRANSITIONS[report.state]) as readonly ReportStep[];
  const refused = (code: 'not-from-here' | 'protection-not-assessed' | 'green-needs-no-hub'): ReportStepDecision => ({
    outcome: 'refused',
    code,
    possible,
  });
  const state = REPORT_TRANSITIONS[report.state][step];
  if (state === undefined) return refused('not-from-here');
  if (CLOSES.includes(step) && !report.protectionAssessed) return refused('protection-not-assessed');
  if (step === 'convene-hub' && report.grade === 'green') return refused('green-needs-no-hub');
  return { outcome: 'moved', state };
};

export const isReportOpen = (state: ReportState): boolean =>
  state !== 'joined' && Object.keys(REPORT_TRANSITIONS[state]).length > 0;
