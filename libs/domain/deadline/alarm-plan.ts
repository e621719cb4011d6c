/**
 * When people are reminded and who is told next: unit, leader, manager, duty roster. A municipality sets its own
 * fractions; each is a part of the real time from start to due, so that everybody's clock agrees on it.
 */
import { ESCALATION_STEPS, type EscalationStep } from '../organisation/escalation.js';
import { fault, ok, type Result } from '../kernel/result.js';

export interface AlarmPlan {
  /** Reminders to whoever owns the deadline, each before it is due. */
  readonly warnings: readonly number[];
  /** From which part of the time on each step is told; above 1 it is told only about what is already missed. */
  readonly escalations: Readonly<Partial<Record<EscalationStep, number>>>;
  /** What a kind of deadline makes happen beside its alarms; it comes with the kind and is never configured. */
  readonly acts?: readonly PlannedAct[];
}

/** Such as asking the deputy of a unit when half of its time has gone [S0]. */
export interface PlannedAct {
  readonly name: string;
  readonly fraction: number;
}

/** The owner twice, the whole unit and its leader while it can still be met, then those who must answer for it. */
export const DEFAULT_ALARM_PLAN: AlarmPlan = {
  warnings: [0.5, 0.8],
  escalations: { unit: 0.8, leader: 0.9, manager: 1, 'duty-roster': 1.25 },
};

const isFraction = (value: unknown, most: number): value is number =>
  typeof value === 'number' && Number.isFinite(value) && value > 0 && value <= most;

/** A configured plan, or where it is at fault; what it leaves out keeps its default. */
export function parseAlarmPlan(value: unknown, path = 'alarms'): Result<AlarmPlan> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return fault(path, 'no-plan', 'an alarm plan is an object with warnings and escalations');
  }
  const stranger = Object.keys(value).find((key) => key !== 'warnings' && key !== 'escalations');
  if (stranger !== undefined) return fault(`${path}.${stranger}`, 'unknown-field', 'an alarm plan has no such field');
  const { warnings = DEFAULT_ALARM_PLAN.warnings, escalations = DEFAULT_ALARM_PLAN.escalations } = value as Readonly<
    Record<string, unknown>
  >;
  if (!Array.isArray(warnings)) return fault(`${path}.warnings`, 'no-fractions', 'warnings are a list of fractions');
  const wrong = warnings.findIndex((warning) => !isFraction(warning, 1) || warning === 1);
  if (wrong !== -1) return fault(`${path}.warnings[${wrong}]`, 'no-fraction', 'a warning comes between 0 and 1');
  if (new Set(warnings).size < warnings.length) {
    return fault(`${path}.warnings`, 'twice', 'the same warning is there twice');
  }
  return parseEscalations(
    escalations,
    `${path}.escalations`,
    [...(warnings as number[])].sort((a, b) => a - b),
  );
}

function parseEscalations(value: unknown, path: string, warnings: readonly number[]): Result<AlarmPlan> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return fault(path, 'no-fractions', `escalations are an object with ${ESCALATION_STEPS.join(', ')}`);
  }
  for (const [step, fraction] of Object.entries(value)) {
    if (!ESCALATION_STEPS.some((known) => known === step)) {
      return fault(`${path}.${step}`, 'unknown-step', `a step is one of ${ESCALATION_STEPS.join(', ')}`);
    }
    if (!isFraction(fraction, 10)) return fault(`${path}.${step}`, 'no-fraction', 'a step comes between 0 and 10');
  }
  const escalations = value as AlarmPlan['escalations'];
  const order = ESCALATION_STEPS.flatMap((step) => escalations[step] ?? []);
  if (order.some((fraction, index) => index > 0 && fraction < order[index - 1]!)) {
    return fault(path, 'out-of-order', `nobody is told before those ahead: ${ESCALATION_STEPS.join(', ')}`);
  }
  return ok({ warnings, escalations });
}
