/** Who works with children must report a concern at once, and no secrecy stands in the way (SoL 19:1, formerly 14:1; OSL 10:28). */
import { ALWAYS, cite } from '../citation.js';
import { isReporter } from '../parties.js';
import { isOpen } from '../question.js';
import type { SubjectRule } from './rule.js';

export const dutyToReport: SubjectRule = {
  id: 'duty-to-report',
  citation: cite('SoL', '19 kap. 1 §'),
  // The duty is older than this numbering: cases before 2025-07-01 stand under the same words in SoL (2001:453) 14:1.
  inForce: ALWAYS,
  decide: (question) => {
    const { facts, aboutChild } = question;
    return facts.purpose === 'report-concern' &&
      facts.to.kind === 'social-services' &&
      isReporter(facts.from) &&
      aboutChild &&
      isOpen('SoL 19:1', question)
      ? { outcome: 'release', ground: 'SoL 19:1' }
      : undefined;
  },
};
