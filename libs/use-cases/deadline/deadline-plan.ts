/** From what a row holds to what the rules ask for: a row written by an older program still wakes somebody. */
import { defaultAlarmsOf, planOfKind } from '#domain/deadline/acts-of-kind.js';
import { type AlarmPlan, parseAlarmPlan } from '#domain/deadline/alarm-plan.js';
import type { DeadlineKind } from '#domain/deadline/built-in-deadlines.js';
import type { DeadlineState } from '#domain/deadline/deadline-states.js';
import type { DeadlineFactsRow } from './deadline.port.js';

/** `written`: absent where the municipality has set none. */
export function alarmsOf(kind: DeadlineKind, written: unknown): AlarmPlan {
  if (written === undefined || written === null) return defaultAlarmsOf(kind);
  const parsed = parseAlarmPlan(written);
  return parsed.ok ? parsed.value : defaultAlarmsOf(kind);
}

export const planOf = (kind: DeadlineKind, written: unknown): AlarmPlan => planOfKind(kind, alarmsOf(kind, written));

export const stateOf = ({ state, metLate }: Pick<DeadlineFactsRow, 'state' | 'metLate'>): DeadlineState =>
  state === 'met' && metLate ? 'met-late' : state;

/** Whom a change of this branch's deadlines is told to, on the screens that show them. */
export const deadlinesTopic = (branchId: string): `live:${string}` => `live:deadlines:${branchId}`;
