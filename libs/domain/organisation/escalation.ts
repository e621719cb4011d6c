/**
 * Who is told when nobody acts: unit, leader, manager, duty roster; a step without people goes on to the next, so that an
 * alarm never ends in an empty room [S0, S4].
 */
import type { Instant } from '../kernel/instant.js';
import { type Duty, dutyOf } from './duty-roster.js';
import { type Membership, membershipsInForce } from './membership.js';

export const ESCALATION_STEPS = ['unit', 'leader', 'manager', 'duty-roster'] as const;

export type EscalationStep = (typeof ESCALATION_STEPS)[number];

export type EscalationDecision =
  | { readonly outcome: 'tell'; readonly step: EscalationStep; readonly members: readonly string[] }
  | { readonly outcome: 'nobody-left' };

interface Chain {
  readonly house: string;
  readonly unit: string;
  readonly emergencyService: string | null;
  readonly memberships: readonly Membership[];
  readonly duties: readonly Duty[];
  readonly at: Instant;
}

/** Starts at the given step; who was told at an earlier step is told again only if still on the chain's next one. */
export const decideEscalation = (step: EscalationStep, chain: Chain): EscalationDecision => {
  for (const next of ESCALATION_STEPS.slice(ESCALATION_STEPS.indexOf(step))) {
    const members = PEOPLE_AT[next](chain);
    if (members.length > 0) return { outcome: 'tell', step: next, members };
  }
  return { outcome: 'nobody-left' };
};

const distinct = (members: readonly (string | null)[]): readonly string[] => [
  ...new Set(members.filter((member) => member !== null)),
];

const inHouse = ({ memberships, house, at }: Chain): readonly Membership[] =>
  membershipsInForce(memberships, at).filter((membership) => membership.house === house);

const onDuty = (chain: Chain, unit: string): readonly string[] => {
  const { primary, deputy } = dutyOf(chain.duties, unit, chain.at);
  return distinct([primary, deputy]);
};

const PEOPLE_AT: Readonly<Record<EscalationStep, (chain: Chain) => readonly string[]>> = {
  unit: (chain) => {
    const now = onDuty(chain, chain.unit);
    if (now.length > 0) return now;
    const answering = inHouse(chain).filter(
      ({ unit, role }) => unit === chain.unit && (role === 'unit-representative' || role === 'intake'),
    );
    return distinct(answering.map(({ member }) => member));
  },
  leader: (chain) =>
    distinct(
      inHouse(chain)
        .filter(({ unit, leader }) => leader && unit === chain.unit)
        .map(({ member }) => member),
    ),
  manager: (chain) => {
    const managers = inHouse(chain).filter(({ role }) => role === 'manager');
    const own = managers.filter(({ unit }) => unit === chain.unit);
    return distinct((own.length > 0 ? own : managers).map(({ member }) => member));
  },
  'duty-roster': (chain) => (chain.emergencyService === null ? [] : onDuty(chain, chain.emergencyService)),
};
