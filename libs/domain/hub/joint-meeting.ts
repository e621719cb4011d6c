/**
 * The room that a consent opens (MASH step 4, SIG): only a house that the family's yes reaches is called to it, and each
 * is told and tells no more than that yes says (OSL 10:1, 12:2; [S0, S1]).
 */
import type { Assessment, Consent, HouseParty, Party, Subject } from '../disclosure/case.js';
import { decideDisclosure } from '../disclosure/decide-disclosure.js';
import type { TownLimits } from '../disclosure/decision.js';
import { isHouse, isSameHouse } from '../disclosure/parties.js';
import { CATEGORIES, type Category, type Form, type Phase, type Purpose } from '../disclosure/vocabulary.js';
import type { Instant } from '../kernel/instant.js';

/** Everything but giver, receiver and category of what will be said in the meeting. */
export interface JointFacts {
  readonly asOf: Instant;
  readonly subject: Subject;
  readonly form: Form;
  readonly phase: Phase;
  readonly purpose: Purpose;
  readonly childSignsFrom?: number;
  readonly consents: readonly Consent[];
  readonly assessments: readonly Assessment[];
  readonly limits?: TownLimits;
}

/** Kinds of information that a consent lifts the secrecy of, each way. */
export interface Reach {
  /** What the own house may tell the called one. */
  readonly told: readonly Category[];
  /** What the called one may tell the own house. */
  readonly tells: readonly Category[];
}

export type InvitationDecision =
  | { readonly outcome: 'invited'; readonly terms: 'internal' }
  | { readonly outcome: 'invited'; readonly terms: 'with-consent'; readonly reach: Reach }
  | {
      readonly outcome: 'refused';
      readonly code: 'not-in-measures' | 'no-consent' | 'not-a-house';
      /** The paragraph that the refusal shows. */
      readonly source: string;
    };

export function decideInvitation(called: Party, own: HouseParty, facts: JointFacts): InvitationDecision {
  if (facts.phase !== 'measures' && facts.phase !== 'follow-up')
    return { outcome: 'refused', code: 'not-in-measures', source: 'OSL 26:1' };
  if (isSameHouse(called, own)) return { outcome: 'invited', terms: 'internal' };
  if (!isHouse(called)) return { outcome: 'refused', code: 'not-a-house', source: 'OSL 26:1' };
  const reach = { told: reached(own, called, facts), tells: reached(called, own, facts) };
  return reach.told.length + reach.tells.length > 0
    ? { outcome: 'invited', terms: 'with-consent', reach }
    : { outcome: 'refused', code: 'no-consent', source: 'OSL 10:1' };
}

/** Asked of the very rule that every read is decided by, so that nobody is called to a room that is empty for them. */
function reached(from: HouseParty, to: HouseParty, facts: JointFacts): readonly Category[] {
  const { subject, limits, ...rest } = facts;
  const whole = {
    ...rest,
    from,
    to,
    subjects: [subject],
    personData: true,
    recipientAssigned: true,
    recipientNamed: false,
    revealsPlace: false,
    reportedBy: null,
  };
  return CATEGORIES.filter((category) => {
    const decision = decideDisclosure({ ...whole, category }, limits);
    return decision.outcome === 'release' && decision.ground === 'consent';
  });
}

/** Why the meeting tells: support, where the consent names it, else what it names first. */
export const purposeOfMeeting = (purposes: readonly Purpose[]): Purpose =>
  purposes.includes('support') ? 'support' : (purposes[0] ?? 'support');
