/** What a kind of deadline makes happen by itself: a unit that has not answered is asked through its deputy [S0]. */
import { DEFAULT_ALARM_PLAN, type AlarmPlan, type PlannedAct } from './alarm-plan.js';
import type { DeadlineKind } from './built-in-deadlines.js';
import { RETENTION_KINDS } from './retention.js';

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
  // Shortly before it is told of: a note that has come since, or another day of birth, moves its end.
  retention: [{ name: 'recount-retention', fraction: 0.94 }],
  'retention-child-protection': [{ name: 'recount-retention', fraction: 0.99 }],
};

/**
 * What tells of its end in another way: that it was missed rings for nobody besides. A consent that ends says so itself; what is
 * to be disposed of stands before those who decide on it until they have.
 */
const MISSED_IN_SILENCE: ReadonlySet<DeadlineKind> = new Set([
  'invitation-answer',
  'consent-renewal',
  ...RETENTION_KINDS,
]);
export const isMissedInSilence = (kind: DeadlineKind): boolean => MISSED_IN_SILENCE.has(kind);

/** Months or years long: in nobody's list of what is due until the first reminder of it, and until then on the page of its case. */
export const SEEN_WHEN_REMINDED: readonly DeadlineKind[] = ['consent-renewal', ...RETENTION_KINDS];

/** Decided by the managers of the house, whoever worked on the case years ago: they are reminded, and it stands in their list alone. */
export const DECIDED_BY_MANAGERS: readonly DeadlineKind[] = RETENTION_KINDS;

/** That there is a consent is known by those who work on the case and by nobody for their post alone (OSL 26:1). */
const KNOWN_ON_CASE: ReadonlySet<DeadlineKind> = new Set(['consent-renewal']);
export const isKnownOnCaseOnly = (kind: DeadlineKind): boolean => KNOWN_ON_CASE.has(kind);

/**
 * Of half a year about five weeks are left, and then nine days: time to meet the family, and time to call. Of five years, and of
 * thirty, three months: once, and then it stands there.
 */
const ALARMS_OF_KIND: Readonly<Partial<Record<DeadlineKind, AlarmPlan>>> = {
  'invitation-answer': { warnings: [], escalations: {} },
  'consent-renewal': { warnings: [0.8, 0.95], escalations: {} },
  retention: { warnings: [0.95], escalations: {} },
  'retention-child-protection': { warnings: [0.992], escalations: {} },
};

/** Until a municipality chooses its own. */
export const defaultAlarmsOf = (kind: DeadlineKind): AlarmPlan => ALARMS_OF_KIND[kind] ?? DEFAULT_ALARM_PLAN;

/** The alarms that a municipality chose together with the acts that belong to the kind. */
export const planOfKind = (kind: DeadlineKind, alarms: AlarmPlan): AlarmPlan => ({
  ...alarms,
  acts: ACTS_OF_KIND[kind] ?? [],
});
