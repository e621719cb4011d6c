/**
 * What a unit has answered reaches the meeting also when nobody of the unit can come: whoever leads puts it up in its stead.
 * While somebody of the unit is there, it gives its picture itself (OSL 26:1; [S0]).
 */
import type { Board } from './board.js';
import { isBoardOpen } from './meeting-states.js';

export interface AnsweredUnit {
  readonly unit: string;
  /** Whoever the question is asked of by name, and who answered it. */
  readonly people: readonly (string | null)[];
}

export type PresentDecision = 'may-present' | 'not-answered' | 'not-leading' | 'unit-is-here';

/** Only in the house's own hub: another house's words are its own to give. */
export const decidePresenting = (
  board: Pick<Board, 'state' | 'leader' | 'present'>,
  of: AnsweredUnit & { readonly internal: boolean; readonly answered: boolean; readonly by: string },
): PresentDecision => {
  if (!of.internal || !isBoardOpen(board.state) || board.leader === null || board.leader !== of.by)
    return 'not-leading';
  if (!of.answered) return 'not-answered';
  return isUnitHere(board, of) ? 'unit-is-here' : 'may-present';
};

export const isUnitHere = (board: Pick<Board, 'present'>, { unit, people }: AnsweredUnit): boolean =>
  Object.entries(board.present).some(([member, theirs]) => theirs === unit || people.includes(member));
