/**
 * Who is told of a deadline: first the one who owns it, then the ones who work on the case, then the unit; an escalation
 * goes its own chain. Nobody is told who has left [S0].
 */
import type { EscalationDecision, EscalationStep } from '../organisation/escalation.js';
import { decideEscalation } from '../organisation/escalation.js';
import { membershipsInForce } from '../organisation/membership.js';
import type { DeadlineEffect } from './decide-wakes.js';

type Chain = Parameters<typeof decideEscalation>[1];

export interface ToldFacts {
  readonly owner: string | null;
  /** Members whom the case is assigned to by name, now. */
  readonly assigned: readonly string[];
  readonly chain: Chain;
  /** Nobody else is told, whoever the chain comes to; absent where a post is reason enough. */
  readonly mayKnow?: ReadonlySet<string>;
  /** The managers decide on it: whoever works on the case, or once did, is not reminded. */
  readonly byManagers?: boolean;
}

export interface Told {
  readonly members: readonly string[];
  /** The step that answered, which is a later one when the first was empty. */
  readonly step: EscalationStep | null;
}

const NOBODY: Told = { members: [], step: null };

const told = (decision: EscalationDecision, may: (member: string) => boolean): Told => {
  const members = decision.outcome === 'tell' ? decision.members.filter(may) : [];
  return decision.outcome === 'tell' && members.length > 0 ? { members, step: decision.step } : NOBODY;
};

export function decideTold(effect: DeadlineEffect, facts: ToldFacts): Told {
  const { owner, assigned, chain, mayKnow } = facts;
  const may = (member: string): boolean => mayKnow === undefined || mayKnow.has(member);
  if (effect.kind === 'act') return NOBODY;
  if (effect.kind === 'escalate') return told(decideEscalation(effect.step, chain), may);
  if (facts.byManagers) return told(decideEscalation('manager', chain), may);
  const here = new Set(
    membershipsInForce(chain.memberships, chain.at)
      .filter(({ house }) => house === chain.house)
      .map(({ member }) => member),
  );
  if (owner !== null && here.has(owner) && may(owner)) return { members: [owner], step: null };
  const working = assigned.filter((member) => here.has(member));
  if (working.length > 0) return { members: working, step: null };
  return told(decideEscalation('unit', chain), may);
}
