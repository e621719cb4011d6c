/**
 * Who holds which role where, and when: a right lasts exactly as long as the membership, and one person never both
 * works with cases and keeps or reviews the system in the same house (OSL 26:1).
 */
import type { Instant } from '../kernel/instant.js';
import { isContentCapability } from './capability.js';
import { type Period, isInForce, isOverlapping } from './in-force.js';
import { type Role, capabilitiesOf } from './role.js';

/** `house` is written `authority/branch`. */
export interface Membership extends Period {
  readonly id: string;
  readonly member: string;
  readonly house: string;
  readonly unit: string;
  readonly role: Role;
  /** Leads the unit: the second step of an escalation. */
  readonly leader: boolean;
}

export const membershipsInForce = (memberships: readonly Membership[], at: Instant): readonly Membership[] =>
  memberships.filter((membership) => isInForce(membership, at));

export type MembershipDecision =
  | { readonly outcome: 'accepted' }
  | {
      readonly outcome: 'refused';
      readonly code: 'period-empty' | 'already-held' | 'duties-not-apart';
      readonly against: string | null;
    };

/** Whether a new membership may stand beside those that the member already has. */
export const decideMembership = (held: readonly Membership[], next: Membership): MembershipDecision => {
  if (next.until !== null && next.until <= next.from) return refused('period-empty', null);
  const beside = held.filter(
    (one) => one.id !== next.id && one.member === next.member && one.house === next.house && isOverlapping(one, next),
  );
  const same = beside.find((one) => one.unit === next.unit && one.role === next.role);
  if (same) return refused('already-held', same.id);
  const clash = beside.find((one) => isApart(one.role) !== isApart(next.role) || isTwoWatchers(one.role, next.role));
  return clash ? refused('duties-not-apart', clash.id) : { outcome: 'accepted' };
};

const refused = (
  code: 'period-empty' | 'already-held' | 'duties-not-apart',
  against: string | null,
): MembershipDecision => ({ outcome: 'refused', code, against });

const isApart = (role: Role): boolean => !capabilitiesOf(role).some(isContentCapability);

/** Who gives out rights must not be the one who reviews their use. */
const isTwoWatchers = (one: Role, other: Role): boolean => isApart(one) && isApart(other) && one !== other;
