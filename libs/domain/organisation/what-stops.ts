/**
 * What stands still without an agreement, said while there is time to sign the next and again when it has happened: each
 * group of a form that needs one, and every meeting of theirs after the last day ([S0], [S1]: agreements are yearly).
 */
import type { Instant } from '../kernel/instant.js';

export interface GroupUnder {
  readonly groupId: string;
  readonly kind: string;
  /** Meetings ahead. */
  readonly meetings: readonly Instant[];
}

export interface Stop<G extends GroupUnder> {
  readonly group: G;
  /** Meetings that cannot be held; those before the agreement ends can. */
  readonly meetings: readonly Instant[];
}

/** `until` is the first instant without it; kinds that need no agreement go on, whatever word they share with those that do. */
export const whatStops = <G extends GroupUnder>(
  groups: readonly G[],
  needsAgreement: ReadonlySet<string>,
  until: Instant,
): readonly Stop<G>[] =>
  groups
    .filter(({ kind }) => needsAgreement.has(kind))
    .map((group) => ({ group, meetings: group.meetings.filter((at) => at >= until) }));
