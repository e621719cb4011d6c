/**
 * What a deadline makes happen and when. The queue only wakes: what is to be done is computed anew from the deadline and
 * from what is already done, so that an outage, a wiped queue or a double delivery loses and doubles nothing.
 */
import type { Instant } from '../kernel/instant.js';
import { ESCALATION_STEPS, type EscalationStep } from '../organisation/escalation.js';
import { type AlarmPlan, DEFAULT_ALARM_PLAN } from './alarm-plan.js';
import { type Deadline, isDeadlineRunning } from './deadline-states.js';

/** `warn:0.5`, `escalate:leader`, `act:ask-deputy`, `missed`: unique within one deadline, so that each happens once. */
export type EffectKey = `warn:${number}` | `escalate:${EscalationStep}` | `act:${string}` | 'missed';

export type DeadlineEffect =
  | { readonly kind: 'warn'; readonly fraction: number }
  | { readonly kind: 'act'; readonly name: string }
  | { readonly kind: 'miss' }
  | { readonly kind: 'escalate'; readonly step: EscalationStep };

export interface Wake {
  readonly key: EffectKey;
  readonly at: Instant;
  readonly effect: DeadlineEffect;
}

export interface DueEffect extends Wake {
  /** It should have happened earlier: whoever is told learns that the alarm itself was late. */
  readonly late: boolean;
}

/** Work is reconciled every minute: what is older than two rounds was held up by something. */
const LATE_AFTER = 2 * 60_000;

const ORDER: Readonly<Record<DeadlineEffect['kind'], number>> = {
  warn: 0,
  act: 1,
  miss: 2,
  escalate: 3,
};

/** Every instant at which something is to happen, earliest first; what falls together is warned, missed, then told on. */
export function wakesOf(deadline: Pick<Deadline, 'start' | 'due'>, plan: AlarmPlan = DEFAULT_ALARM_PLAN): Wake[] {
  const { start, due } = deadline;
  // Rounded up, so that no wake comes before its part of the time is used.
  const at = (fraction: number): Instant => (fraction === 1 ? due : start + Math.ceil((due - start) * fraction));
  const wakes: Wake[] = plan.warnings.map((fraction) => ({
    key: `warn:${fraction}`,
    at: at(fraction),
    effect: { kind: 'warn', fraction },
  }));
  for (const { name, fraction } of plan.acts ?? []) {
    wakes.push({ key: `act:${name}`, at: at(fraction), effect: { kind: 'act', name } });
  }
  wakes.push({ key: 'missed', at: due, effect: { kind: 'miss' } });
  for (const step of ESCALATION_STEPS) {
    const fraction = plan.escalations[step];
    if (fraction === undefined) continue;
    wakes.push({ key: `escalate:${step}`, at: at(fraction), effect: { kind: 'escalate', step } });
  }
  return wakes.sort((a, b) => a.at - b.at || ORDER[a.effect.kind] - ORDER[b.effect.kind]);
}

export interface DeadlineFacts extends Deadline {
  /** The keys whose effects are written down as done. */
  readonly done: ReadonlySet<string>;
}

/** Still to happen, also what is already late: nothing is left once the deadline is met or void. */
const wakesLeft = (facts: DeadlineFacts, plan: AlarmPlan): Wake[] =>
  isDeadlineRunning(facts)
    ? wakesOf(facts, plan).filter(
        ({ key, effect }) => !facts.done.has(key) && !(effect.kind === 'miss' && facts.state === 'missed'),
      )
    : [];

/** What is to be carried out now, in order; the caller writes each key down together with its effect. */
export const decideDueEffects = (
  facts: DeadlineFacts,
  now: Instant,
  plan: AlarmPlan = DEFAULT_ALARM_PLAN,
): readonly DueEffect[] =>
  wakesLeft(facts, plan)
    .filter(({ at }) => at <= now)
    .map((wake) => ({ ...wake, late: now - wake.at > LATE_AFTER }));

/** When to be woken next, or null when nothing more is to happen; what is overdue is given as it stands. */
export const findNextWake = (facts: DeadlineFacts, plan: AlarmPlan = DEFAULT_ALARM_PLAN): Instant | null =>
  wakesLeft(facts, plan)[0]?.at ?? null;
