/** What is in a preliminary investigation leaves the police only when its leader has weighed it (OSL 18:1, 10:27). */
import { ALWAYS, cite } from '../citation.js';
import { isPublicAuthority } from '../parties.js';
import { isAssessed, isOpen } from '../question.js';
import type { SubjectRule } from './rule.js';

const WEIGHED_BY_LEADER = {
  ground: 'OSL 10:27',
  criteria: ['interestClearlyOutweighs'],
  role: 'investigation-leader',
} as const;

export const preliminaryInvestigation: SubjectRule = {
  id: 'preliminary-investigation',
  citation: cite('OSL', '18 kap. 1 §'),
  inForce: ALWAYS,
  decide: (question, subject) => {
    const { facts } = question;
    if (facts.category !== 'preliminary-investigation' || facts.from.kind !== 'police') return undefined;
    // Switched off, the secrecy itself remains: a later rule must not open what the leader has not weighed.
    if (!isPublicAuthority(facts.to) || !isOpen('OSL 10:27', question))
      return { outcome: 'refuse', ground: 'OSL 18:1' };
    return isAssessed(WEIGHED_BY_LEADER, question, subject)
      ? { outcome: 'release', ground: 'OSL 10:27' }
      : { outcome: 'refer', ground: 'OSL 10:27', candidates: ['OSL 10:27'] };
  },
};
