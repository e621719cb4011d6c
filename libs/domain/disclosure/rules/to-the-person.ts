/**
 * Secrecy protects a person from others, not from themselves, save what an investigation (OSL 18:1) or someone else who
 * is named in it needs kept (OSL 12:1).
 */
import { ALWAYS, cite } from '../citation.js';
import { isAssessed, isOpen } from '../question.js';
import type { Category } from '../vocabulary.js';
import type { SubjectRule } from './rule.js';

const HARMLESS = { ground: 'OSL 12:1', criteria: ['harmless'] } as const;
const MAY_NAME_OTHERS: readonly Category[] = ['report-content', 'threat-assessment', 'crime-and-suspicion'];

export const toThePerson: SubjectRule = {
  id: 'to-the-person',
  citation: cite('OSL', '12 kap. 1 §'),
  inForce: ALWAYS,
  decide: (question, subject) => {
    const { to, category } = question.facts;
    if (to.kind !== 'subject' || to.person !== subject.id) return undefined;
    if (category === 'preliminary-investigation') return { outcome: 'refuse', ground: 'OSL 18:1' };
    // Falling through to a later rule could turn what a person must decide into a release.
    if (!isOpen('OSL 12:1', question)) return { outcome: 'refuse', ground: 'no-ground' };
    const harmless = !MAY_NAME_OTHERS.includes(category) || isAssessed(HARMLESS, question, subject);
    return { outcome: harmless ? 'release' : 'refer', ground: 'OSL 12:1' };
  },
};
