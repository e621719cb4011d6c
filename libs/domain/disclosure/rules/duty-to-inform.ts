/** Once an investigation of a child's need of protection is open, everyone who must report must also answer with all that matters (SoL 20:6). */
import { ALWAYS, cite } from '../citation.js';
import { isReporter } from '../parties.js';
import { isOpen } from '../question.js';
import type { SubjectRule } from './rule.js';

export const dutyToInform: SubjectRule = {
  id: 'duty-to-inform',
  citation: cite('SoL', '20 kap. 6 §'),
  // The duty is older than this numbering: before 2025-07-01 it stood in SoL (2001:453) 14:1 as well.
  inForce: ALWAYS,
  decide: (question) => {
    const { facts, aboutChild } = question;
    return facts.phase === 'investigation' &&
      facts.purpose === 'investigate-need' &&
      facts.to.kind === 'social-services' &&
      isReporter(facts.from) &&
      aboutChild &&
      isOpen('SoL 20:6', question)
      ? { outcome: 'release', ground: 'SoL 20:6' }
      : undefined;
  },
};
