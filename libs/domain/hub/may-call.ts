/**
 * Who may be called to the hub, and on what terms: before an investigation only units of the same house, in it others
 * give but get nothing back, and all share only when a consent opens the room (OSL 26:1; SoL 20:6; MASH steps 1, 2, 4 [S0]).
 */
import type { HouseParty, Party } from '../disclosure/case.js';
import { isHouse, isReporter, isSameHouse } from '../disclosure/parties.js';
import type { Phase } from '../disclosure/vocabulary.js';

export type MayCallDecision =
  | {
      readonly outcome: 'may-call';
      /** `internal`: takes part fully. `gives-only`: hands in what it knows. `with-consent`: as far as a consent reaches. */
      readonly terms: 'internal' | 'gives-only' | 'with-consent';
    }
  | {
      readonly outcome: 'refused';
      readonly code: 'other-house-before-investigation' | 'not-a-house' | 'not-bound-to-give' | 'no-phase';
      /** The paragraph that the refusal shows. */
      readonly source: string;
    };

export const decideMayCall = (called: Party, phase: Phase, own: HouseParty): MayCallDecision => {
  if (isSameHouse(called, own)) return { outcome: 'may-call', terms: 'internal' };
  if (phase === 'none') return refused('no-phase', 'OSL 26:1');
  if (phase === 'preliminary')
    return refused(isHouse(called) ? 'other-house-before-investigation' : 'not-a-house', 'OSL 26:1');
  if (phase === 'investigation')
    return isReporter(called)
      ? { outcome: 'may-call', terms: 'gives-only' }
      : refused(isHouse(called) ? 'not-bound-to-give' : 'not-a-house', 'SoL 20:6');
  return { outcome: 'may-call', terms: 'with-consent' };
};

const refused = (
  code: 'other-house-before-investigation' | 'not-a-house' | 'not-bound-to-give' | 'no-phase',
  source: string,
): MayCallDecision => ({ outcome: 'refused', code, source });
