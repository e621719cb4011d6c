/**
 * Who may sit in a group: inside one house whoever works there, from another house only whom the form's ground reaches,
 * and in a form without persons anyone whom the agreement names (OSL 10:1, 26:1; one-way in the gathering, SoL 20:6).
 */
import type { HouseParty } from '../disclosure/case.js';
import { isSameHouse } from '../disclosure/parties.js';
import type { FormGround } from '../form/form.js';
import { decideInvitation, type JointFacts } from '../hub/joint-meeting.js';
import { isSeatAssessed } from './assessed-seat.js';

export type MemberTerms = 'internal' | 'with-consent' | 'assessed' | 'no-person-data';

export type MemberDecision =
  | { readonly outcome: 'member'; readonly terms: MemberTerms }
  | {
      readonly outcome: 'refused';
      readonly code: 'not-in-measures' | 'no-consent' | 'not-assessed' | 'one-way' | 'one-house';
      /** The paragraph that the refusal shows. */
      readonly source: string;
    };

/** `facts` are null in a form without persons. */
export function decideMember(
  house: HouseParty,
  own: HouseParty,
  ground: FormGround,
  facts: JointFacts | null,
): MemberDecision {
  if (ground.kind === 'no-person-data' || facts === null) return { outcome: 'member', terms: 'no-person-data' };
  if (isSameHouse(house, own)) return { outcome: 'member', terms: 'internal' };
  switch (ground.kind) {
    case 'internal':
      return { outcome: 'refused', code: 'one-house', source: ground.source };
    case 'duty':
      return { outcome: 'refused', code: 'one-way', source: ground.source };
    case 'consent':
      return byConsent(house, own, facts);
    case 'assessment':
      return byAssessment(house, own, ground.source, facts);
  }
}

function byConsent(house: HouseParty, own: HouseParty, facts: JointFacts): MemberDecision {
  const invitation = decideInvitation(house, own, facts);
  if (invitation.outcome === 'invited') return { outcome: 'member', terms: invitation.terms };
  return {
    outcome: 'refused',
    code: invitation.code === 'not-in-measures' ? 'not-in-measures' : 'no-consent',
    source: invitation.source,
  };
}

function byAssessment(house: HouseParty, own: HouseParty, source: string, facts: JointFacts): MemberDecision {
  return isSeatAssessed(house, own, facts)
    ? { outcome: 'member', terms: 'assessed' }
    : { outcome: 'refused', code: 'not-assessed', source };
}
