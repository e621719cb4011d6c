/** What stands in one text and not in the other, word by word, so that a conflict can be read at a glance. */
import { diffComm } from 'node-diff3';

export interface Piece {
  readonly text: string;
  readonly only: boolean;
}

const words = (text: string) => text.split(/(\s+)/).filter((word) => word !== '');

/** A blank that two texts share between two words that they do not is no common ground: one mark, not three. */
function joined(pieces: readonly Piece[]): readonly Piece[] {
  return pieces.reduce<readonly Piece[]>((done, piece) => {
    const [before, blank] = [done.at(-2), done.at(-1)];
    if (piece.only && before?.only && blank && !blank.only && blank.text.trim() === '') {
      return [...done.slice(0, -2), { text: before.text + blank.text + piece.text, only: true }];
    }
    return [...done, piece];
  }, []);
}

/** The pieces of `mine` in order; joined they give `mine` back unchanged. */
export function differences(mine: string, theirs: string): readonly Piece[] {
  const pieces = diffComm(words(mine), words(theirs)).flatMap((part): Piece[] => {
    if ('common' in part && part.common) return [{ text: part.common.join(''), only: false }];
    const own = 'buffer1' in part && part.buffer1 ? part.buffer1.join('') : '';
    return own === '' ? [] : [{ text: own, only: own.trim() !== '' }];
  });
  return joined(pieces);
}
