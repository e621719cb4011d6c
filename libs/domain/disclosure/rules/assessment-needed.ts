/** Where a ground applies that nobody has assessed yet, a person is asked to, rather than told no (OSL ch. 10, 25:12, 26:9; 2025:170). */
import { assessedGroundsFor } from '../assessed-grounds.js';
import { ALWAYS, cite } from '../citation.js';
import { groundApplies } from '../ground-applies.js';
import type { SubjectRule } from './rule.js';

export const assessmentNeeded: SubjectRule = {
  id: 'assessment-needed',
  citation: cite('OSL', '8 kap. 1 §'),
  inForce: ALWAYS,
  decide: (question, subject) => {
    const candidates = assessedGroundsFor(question.facts.purpose)
      .filter((row) => groundApplies(row, question, subject))
      .map((row) => row.ground);
    const first = candidates[0];
    return first === undefined ? undefined : { outcome: 'refer', ground: first, candidates };
  },
};
