/** Where a protected person is stays with the few who must know it: a leaked address can cost a life (OSL 21:3). */
import { ALWAYS, cite } from '../citation.js';
import { isUnbound } from '../parties.js';
import { isAssessed, isOpen } from '../question.js';
import type { Question } from '../question.js';
import type { SubjectRule } from './rule.js';

const SAFE = { ground: 'OSL 21:3', criteria: ['safeForThePerson'] } as const;

export const protectedPlace: SubjectRule = {
  id: 'protected-place',
  citation: cite('OSL', '21 kap. 3 §'),
  inForce: ALWAYS,
  decide: (question, subject) => {
    const { facts, sameHouse } = question;
    if (subject.protection === 'none' || !tellsPlace(question)) return undefined;
    if (facts.to.kind === 'subject' && facts.to.person === subject.id) return undefined;
    if (sameHouse && facts.recipientNamed) return undefined;
    if (isUnbound(facts.from) && facts.to.kind === 'social-services') return undefined;
    const open = isOpen('OSL 21:3', question);
    if (open && isAssessed(SAFE, question, subject)) return undefined;
    return { outcome: open && subject.protection === 'marking' ? 'refer' : 'refuse', ground: 'OSL 21:3' };
  },
};

function tellsPlace({ facts }: Question): boolean {
  return facts.revealsPlace || facts.category === 'contact-details' || facts.category === 'whereabouts';
}
