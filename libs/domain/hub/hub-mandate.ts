/**
 * Who may decide in an internal hub, and what. By day whoever has the authority; while the town sleeps also whoever is on the
 * social emergency service's roster, for what cannot wait and closes nothing: a red case has four hours, at any hour, and
 * what ends a case waits for those who know it (SoL 20:1–2; [S0], [S4]).
 */
import { isAtWork } from '../calendar/work-hours.js';
import type { TownCalendar } from '../calendar/town-calendar.js';
import type { Instant } from '../kernel/instant.js';
import { DECISION_KINDS, type DecisionKind } from '../meeting/decide-meeting.js';
import type { Duty } from '../organisation/duty-roster.js';
import { isInForce } from '../organisation/in-force.js';
import { hasCapability, type Role } from '../organisation/role.js';

export interface ActingPost {
  readonly member: string;
  readonly unit: string;
  readonly role: Role;
}

export interface MandateFacts {
  readonly duties: readonly Duty[];
  readonly emergencyService: string | null;
  readonly calendar: Pick<TownCalendar, 'hours' | 'closed'>;
  readonly at: Instant;
}

/** What whoever is on duty may decide. */
export const ON_DUTY_DECISIONS: readonly DecisionKind[] = ['open-investigation', 'more-now'];

/**
 * Whether a decision that stands may be replaced by whoever has this mandate. On duty one changes what was decided on duty;
 * what somebody with the authority has decided, by any of their roles, waits for the authority (SoL 20:2).
 */
export const mayReplace = (
  mandate: readonly DecisionKind[],
  standing: { readonly kind: DecisionKind; readonly deciderRoles: readonly Role[] },
): boolean =>
  DECISION_KINDS.every((kind) => mandate.includes(kind)) ||
  (ON_DUTY_DECISIONS.includes(standing.kind) &&
    // Nobody knows by what right somebody without a post decided.
    standing.deciderRoles.length > 0 &&
    !standing.deciderRoles.some((role) => hasCapability(role, 'decide-hub')));

/** What somebody may decide in the post that they act in; nothing where they may not decide. */
export const mandateOf = (post: ActingPost, facts: MandateFacts): readonly DecisionKind[] => {
  if (hasCapability(post.role, 'decide-hub')) return DECISION_KINDS;
  if (!hasCapability(post.role, 'decide-on-duty') || post.unit !== facts.emergencyService) return [];
  const onDuty = facts.duties.some(
    (duty) => duty.unit === post.unit && duty.member === post.member && isInForce(duty, facts.at),
  );
  return onDuty && !isAtWork(facts.calendar, facts.at) ? ON_DUTY_DECISIONS : [];
};
