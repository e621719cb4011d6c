/** Whom secrecy protects may lift it, in whole or in part, and take it back (OSL 10:1, 12:2). */
import { ALWAYS, cite } from '../citation.js';
import { consentCovers } from '../consent-covers.js';
import { isOpen } from '../question.js';
import type { SubjectRule } from './rule.js';

export const coveringConsent: SubjectRule = {
  id: 'covering-consent',
  citation: cite('OSL', '12 kap. 2 §'),
  inForce: ALWAYS,
  decide: (question, subject) => {
    const { facts } = question;
    return isOpen('consent', question) && facts.consents.some((consent) => consentCovers(consent, facts, subject))
      ? { outcome: 'release', ground: 'consent' }
      : undefined;
  },
};
