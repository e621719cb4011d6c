/**
 * A guardian may know what is said about the child, unless it would harm the child seriously, the child decides alone,
 * or it may endanger whoever told (OSL 12:3, 18:1).
 */
import { ADULT, ageOn } from '../age.js';
import { ALWAYS, cite } from '../citation.js';
import { consentCovers } from '../consent-covers.js';
import { isAssessed, isOpen } from '../question.js';
import type { Category } from '../vocabulary.js';
import { wouldSeriouslyHarm } from '../who-must-sign.js';
import type { SubjectRule } from './rule.js';

const HARMLESS = { ground: 'OSL 12:3', criteria: ['harmless'] } as const;
const MAY_HARM: readonly Category[] = ['report-content', 'home-and-family', 'crime-and-suspicion', 'threat-assessment'];

export const toTheGuardian: SubjectRule = {
  id: 'to-the-guardian',
  citation: cite('OSL', '12 kap. 3 §'),
  inForce: ALWAYS,
  decide: (question, subject) => {
    const { facts, today } = question;
    if (facts.to.kind !== 'guardian' || !subject.guardians.includes(facts.to.person)) return undefined;
    if (ageOn(subject.born, today) >= ADULT) return undefined;
    if (facts.category === 'preliminary-investigation') return { outcome: 'refuse', ground: 'OSL 18:1' };
    if (wouldSeriouslyHarm(facts.to.person, subject, facts)) return { outcome: 'refuse', ground: 'OSL 12:3' };
    // Only a recorded assessment makes a child decide alone; the age never does.
    if (subject.maturity === 'child') {
      const covered =
        isOpen('consent', question) && facts.consents.some((consent) => consentCovers(consent, facts, subject));
      return covered ? { outcome: 'release', ground: 'consent' } : { outcome: 'refuse', ground: 'OSL 12:3' };
    }
    if (!isOpen('OSL 12:3', question)) return { outcome: 'refuse', ground: 'OSL 12:3' };
    const harmless = !MAY_HARM.includes(facts.category) || isAssessed(HARMLESS, question, subject);
    return { outcome: harmless ? 'release' : 'refer', ground: 'OSL 12:3' };
  },
};
