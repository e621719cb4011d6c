/**
 * What has been tried is seen, with what came of it, by whoever proposes something anew (Skellefteå's helpdesk may propose
 * nothing that was already tried [S1]; here it may, by somebody who has read what came of it).
 */
import type { NeedArea } from './plan-entry.js';

export interface Tried {
  readonly id: string;
  readonly needArea: NeedArea | null;
}

/** Measures that have ended on the same need. */
export const triedOn = <T extends Tried>(needArea: NeedArea | null, ended: readonly T[]): readonly T[] =>
  needArea === null ? [] : ended.filter((one) => one.needArea === needArea);

export type ProposalDecision =
  | { readonly outcome: 'proposed' }
  | { readonly outcome: 'refused'; readonly code: 'earlier-result-unseen'; readonly unseen: readonly string[] };

/** `seen`: those whose result stood before the one who proposes. */
export function decideProposal(
  needArea: NeedArea | null,
  ended: readonly Tried[],
  seen: readonly string[],
): ProposalDecision {
  const unseen = triedOn(needArea, ended).flatMap(({ id }) => (seen.includes(id) ? [] : [id]));
  return unseen.length === 0 ? { outcome: 'proposed' } : { outcome: 'refused', code: 'earlier-result-unseen', unseen };
}
