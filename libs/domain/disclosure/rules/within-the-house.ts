/** Within one house there is no secrecy border, yet only who works on the case needs to know (OSL 8:1–2; SoL 15:1). */
import { ALWAYS, cite } from '../citation.js';
import { isOpen } from '../question.js';
import type { SubjectRule } from './rule.js';

export const withinTheHouse: SubjectRule = {
  id: 'within-the-house',
  citation: cite('OSL', '8 kap. 2 §'),
  inForce: ALWAYS,
  decide: (question) => {
    if (!question.sameHouse) return undefined;
    return question.facts.recipientAssigned && isOpen('internal', question)
      ? { outcome: 'release', ground: 'internal' }
      : { outcome: 'refuse', ground: 'need-to-know' };
  },
};
