/** No secrecy law binds what a family, a neighbour or an association tells (OSL 2:1 e contrario). */
import { ALWAYS, cite } from '../citation.js';
import { isUnbound } from '../parties.js';
import { isOpen } from '../question.js';
import type { SubjectRule } from './rule.js';

export const unboundGiver: SubjectRule = {
  id: 'unbound-giver',
  citation: cite('OSL', '2 kap. 1 §'),
  inForce: ALWAYS,
  decide: (question) =>
    isUnbound(question.facts.from) && isOpen('giver-unbound', question)
      ? { outcome: 'release', ground: 'giver-unbound' }
      : undefined,
};
