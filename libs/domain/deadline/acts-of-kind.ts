/** What a kind of deadline makes happen by itself: a unit that has not answered is asked through its deputy [S0]. */
import { DEFAULT_ALARM_PLAN, type AlarmPlan, type PlannedAct } from './alarm-plan.js';
import type { DeadlineKind } from './built-in-deadlines.js';

/** A half of the time is left to whoever is asked in the representative's stead. */
export const ACTS_OF_KIND: Readonly<Partial<Record<DeadlineKind, readonly PlannedAct[]>>> = {
  'unit-knowledge': [{ name: 'ask-deputy', fraction: 0.5 }],
  // Another house is reminded once more while there is time; its own chain is its own.
  'step-two-gathering': [
    { name: 'ask-inquiry-deputy', fraction: 0.5 },
    { name: 'remind-inquiry', fraction: 0.75 },
  ],
  'minutes-adjusted': [{ name: 'tell-fixed-minutes', fraction: 1 }],
  // Its assessor is told by the alarms; whoever leads the group waits for it and is told as it becomes late.
  'ordered-assessment': [{ name: 'tell-late-assessment', fraction: 1 }],
  // Whoever is called is reminded while there is time; whoever leads the meeting is told once who stayed silent.
  'invitation-answer': [
    { name: 'remind-unanswered', fraction: 0.5 },
    { name: 'tell-unanswered', fraction: 1 },
  ],
};

/** Its acts tell those whom it concerns: that it was missed rings for nobody besides. */
const TOLD_BY_ACTS: ReadonlySet<DeadlineKind> = new Set(['invitation-answer']);
export const isToldByActs = (kind: DeadlineKind): boolean => TOLD_BY_ACTS.has(kind);

/** Until a municipality chooses its own. */
export const defaultAlarmsOf = (kind: DeadlineKind): AlarmPlan =>
  isToldByActs(kind) ? { warnings: [], escalations: {} } : DEFAULT_ALARM_PLAN;

/** The alarms that a municipality chose together with the acts that belong to the kind. */
export const planOfKind = (kind: DeadlineKind, alarms: AlarmPlan): AlarmPlan => ({
  ...alarms,
  acts: ACTS_OF_KIND[kind] ?? [],
});
