/** A ground that a named official has assessed, within its limits and time, releases (OSL ch. 10, 25:12, 26:9; 2025:170). */
import { assessedGroundsFor } from '../assessed-grounds.js';
import { ALWAYS, cite } from '../citation.js';
import { groundApplies } from '../ground-applies.js';
import { isAssessed } from '../question.js';
import type { SubjectRule } from './rule.js';

export const assessmentMade: SubjectRule = {
  id: 'assessment-made',
  citation: cite('OSL', '8 kap. 1 §'),
  inForce: ALWAYS,
  decide: (question, subject) => {
    if (question.facts.assessments.length === 0) return undefined;
    for (const row of assessedGroundsFor(question.facts.purpose)) {
      if (groundApplies(row, question, subject) && isAssessed(row, question, subject)) {
        return { outcome: 'release', ground: row.ground };
      }
    }
    return undefined;
  },
};
