/** Danger never ends in silence: where no other ground opens, a person decides now and says why (BrB 24:4, necessity). */
import { ALWAYS, cite } from '../citation.js';
import { isOpen } from '../question.js';
import type { SubjectRule } from './rule.js';

export const immediateDanger: SubjectRule = {
  id: 'immediate-danger',
  citation: cite('BrB', '24 kap. 4 §'),
  inForce: ALWAYS,
  decide: (question) =>
    question.facts.purpose === 'immediate-danger' && isOpen('BrB 24:4', question)
      ? { outcome: 'refer', ground: 'BrB 24:4', candidates: ['BrB 24:4'] }
      : undefined,
};
