/**
 * Why something may be said, may not, or must be decided by a person, in words that whoever meets the answer understands
 * (FL 32 §; språklagen 11 §: plain language). One tag for a label and one sentence for each outcome and ground.
 */
import type { Decision } from './decision.js';
import type { Reason, Reasons } from './reasons/reason.js';
import { REASONS_EN } from './reasons/en.js';
import { REASONS_SV } from './reasons/sv.js';

export const REASONS = { sv: REASONS_SV, en: REASONS_EN } as const satisfies Readonly<Record<string, Reasons>>;

export type ReasonLanguage = keyof typeof REASONS;

export function reasonFor(decision: Decision, language: ReasonLanguage): Reason {
  const reasons: Reasons = REASONS[language];
  switch (decision.outcome) {
    case 'release':
      return reasons.release[decision.ground];
    case 'refuse':
      return reasons.refuse[decision.ground];
    case 'refer':
      return reasons.refer[decision.ground];
  }
}
