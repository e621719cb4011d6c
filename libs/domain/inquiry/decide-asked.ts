/**
 * Whether whoever is asked may learn about whom: secrecy does not stop what an authority must tell to do its own work, and
 * nobody can answer about a child whom they may not know (OSL 10:2). Nothing else of the case rides on it.
 */
import type { Decision, TownLimits } from '../disclosure/decision.js';
import { isLeftOpen } from '../disclosure/question.js';
import type { HouseKind, Phase, Protection } from '../disclosure/vocabulary.js';
import { hidesName } from '../person/protection.js';

export interface AskedFacts {
  /** The reader is the one who was asked, in that post, and the question stands. */
  readonly askedNow: boolean;
  /** The reader's house. */
  readonly to: HouseKind;
  readonly phase: Phase;
  readonly protection: Protection;
  /** Whether an adult's own consent still lets something be answered; null about a child, whom the duty is towards. */
  readonly ownYes: boolean | null;
  readonly limits: TownLimits | undefined;
}

export const NECESSARY_TO_ASK = 'OSL 10:2';

export function decideAsked({ askedNow, to, phase, protection, ownYes, limits }: AskedFacts): Decision {
  if (!askedNow) return { outcome: 'refuse', ground: 'need-to-know' };
  if (hidesName(protection)) return { outcome: 'refuse', ground: 'OSL 21:3' };
  // Whom it is about, told so that the asked house can answer: that alone is what a narrowed ground is held to.
  const told = { category: 'nomination', purpose: 'investigate-need', receiver: to } as const;
  if (phase !== 'investigation' || !isLeftOpen(NECESSARY_TO_ASK, told, limits ?? {}))
    return { outcome: 'refuse', ground: 'no-ground' };
  if (ownYes === false) return { outcome: 'refuse', ground: 'no-ground' };
  return { outcome: 'release', ground: NECESSARY_TO_ASK };
}
