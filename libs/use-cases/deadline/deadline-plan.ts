/** From what a row holds to what the rules ask for: a row written by an older program still wakes somebody. */
import { planOfKind } from '#domain/deadline/acts-of-kind.js';
import { type AlarmPlan, DEFAULT_ALARM_PLAN, parseAlarmPlan } from '#domain/deadline/alarm-plan.js';
import type { DeadlineKind } from '#domain/deadline/built-in-deadlines.js';
import type { DeadlineState } from '#domain/deadline/deadline-states.js';
import type { DeadlineFactsRow } from './deadline.port.js';

export function alarmsOf(written: unknown): AlarmPlan {
  const parsed = parseAlarmPlan(written ?? {});
  return parsed.ok ? parsed.value : DEFAULT_ALARM_PLAN;
}

export const planOf = (kind: DeadlineKind, written: unknown): AlarmPlan => planOfKind(kind, alarmsOf(written));

export const stateOf = ({ state, metLate }: Pick<DeadlineFactsRow, 'state' | 'metLate'>): DeadlineState =>
  state === 'met' && metLate ? 'met-late' : state;

/** Whom a change of this branch's deadlines is told to, on the screens that show them. */
export const deadlinesTopic = (branchId: string): `live:${string}` => `live:deadlines:${branchId}`;
