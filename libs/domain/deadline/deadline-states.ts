/**
 * The life of a deadline: open until it is met, missed or void. That a time limit was missed is a fact which no later
 * deed removes (SoL 20:2 is inspected by IVO), so what is done after its end only meets it late.
 */
import type { Instant } from '../kernel/instant.js';
import { fault, ok, type Result } from '../kernel/result.js';

export const DEADLINE_STATES = ['open', 'met', 'missed', 'met-late', 'void'] as const;
export type DeadlineState = (typeof DEADLINE_STATES)[number];

export const DEADLINE_EVENTS = ['meet', 'miss', 'void'] as const;
export type DeadlineEvent = (typeof DEADLINE_EVENTS)[number];

/** What is not in the table does not happen. */
export const DEADLINE_TRANSITIONS: Readonly<
  Record<DeadlineState, Readonly<Partial<Record<DeadlineEvent, DeadlineState>>>>
> = {
  open: { meet: 'met', miss: 'missed', void: 'void' },
  missed: { meet: 'met-late' },
  met: {},
  'met-late': {},
  void: {},
};

export interface Deadline {
  readonly state: DeadlineState;
  readonly start: Instant;
  /** What is done before this instant is in time. */
  readonly due: Instant;
}

/** Whoever made the change: a member, or the clock when time ran out. */
export type DeadlineChange =
  | { readonly event: 'meet'; readonly at: Instant; readonly by: string }
  | { readonly event: 'miss'; readonly at: Instant }
  | { readonly event: 'void'; readonly at: Instant; readonly by: string; readonly reason: string };

export interface DeadlineOutcome {
  readonly state: DeadlineState;
  readonly at: Instant;
  /** Null: the clock. */
  readonly by: string | null;
  readonly reason: string | null;
  /** When the limit was missed, also if it was met afterwards; null if it never was. */
  readonly missedAt: Instant | null;
}

export const isDeadlineRunning = ({ state }: Pick<Deadline, 'state'>): boolean =>
  state === 'open' || state === 'missed';

/** Missed by the clock even if nobody has written it down yet, as after an outage. */
export const isOverdue = ({ state, due }: Pick<Deadline, 'state' | 'due'>, now: Instant): boolean =>
  state === 'missed' || (state === 'open' && now >= due);

function standsAt({ state }: Deadline, { event }: DeadlineChange, overdue: boolean): DeadlineState {
  if (overdue && event !== 'miss') return 'missed';
  return event === 'meet' && state === 'missed' ? 'open' : state;
}

/** Decides one change of a deadline; a repeated or impossible one is a fault that changes nothing. */
export function decideDeadlineChange(deadline: Deadline, change: DeadlineChange): Result<DeadlineOutcome> {
  // Done before the end is in time, also when the clock has found nothing written at the end.
  const overdue = change.event === 'meet' ? change.at >= deadline.due : isOverdue(deadline, change.at);
  // Whether the clock's own miss is already written down must not decide what a late deed comes to.
  const from = standsAt(deadline, change, overdue);
  const state = DEADLINE_TRANSITIONS[from][change.event];
  if (state === undefined) {
    return fault('state', 'no-such-transition', `a deadline that is ${from} takes no ${change.event}`);
  }
  if (change.event === 'miss' && !overdue) return fault('at', 'not-due', 'the time is not up');
  if (change.event === 'void' && change.reason.trim() === '') {
    return fault('reason', 'no-reason', 'whoever makes a deadline void says why');
  }
  return ok({
    state,
    at: change.at,
    by: change.event === 'miss' ? null : change.by,
    reason: change.event === 'void' ? change.reason.trim() : null,
    missedAt: state === 'missed' || state === 'met-late' ? deadline.due : null,
  });
}
