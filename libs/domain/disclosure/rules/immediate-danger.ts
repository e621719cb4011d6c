/**
 * Danger never ends in silence: where no other ground opens, a person decides now and says why, and what they decided
 * holds for the few hours that they set (BrB 24:4, necessity).
 */
import type { Required } from '../assessment-holds.js';
import { ALWAYS, cite } from '../citation.js';
import { isAssessed, isOpen } from '../question.js';
import type { SubjectRule } from './rule.js';

/** What must be true for telling to be necessary: someone is in danger now, and being told averts it. */
export const NECESSITY = {
  ground: 'BrB 24:4',
  criteria: ['dangerNow', 'tellingIsNeeded'],
} as const satisfies Required;

export const immediateDanger: SubjectRule = {
  id: 'immediate-danger',
  citation: cite('BrB', '24 kap. 4 §'),
  inForce: ALWAYS,
  decide: (question, subject) => {
    if (question.facts.purpose !== 'immediate-danger' || !isOpen('BrB 24:4', question)) return undefined;
    return isAssessed(NECESSITY, question, subject)
      ? { outcome: 'release', ground: 'BrB 24:4' }
      : { outcome: 'refer', ground: 'BrB 24:4', candidates: ['BrB 24:4'] };
  },
};
