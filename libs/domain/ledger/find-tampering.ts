/** Walks the ledger once and holds it against every head that was ever sealed: what was changed since is found (RFC 9162 2.1.4). */
import type { TreeHead } from './consistency-proof.js';
import { type SealedEntry, encodeEntry } from './leaf-encoding.js';
import { EMPTY_FRONTIER, type Hash, appendLeaf, isSameDigest, leafHash, rootOfFrontier } from './merkle-tree.js';

export type Tampering =
  | {
      readonly code: 'root-differs';
      readonly size: number;
      /** The last head that still held. */ readonly soundUpTo: number;
    }
  | { readonly code: 'entries-missing'; readonly size: number; readonly present: number }
  | { readonly code: 'heads-disordered'; readonly size: number };

/** `entries` in the order in which they were sealed, read once, so that a long ledger need not be held in memory; `heads` from the first to the last. Empty = sound as far as sealed. */
export const findTampering = (
  hash: Hash,
  entries: Iterable<SealedEntry>,
  heads: readonly TreeHead[],
): readonly Tampering[] => {
  const found: Tampering[] = [];
  const rows = entries[Symbol.iterator]();
  let frontier = EMPTY_FRONTIER;
  let soundUpTo = 0;
  let before = 0;
  for (const { size, root } of heads) {
    if (size <= before) {
      found.push({ code: 'heads-disordered', size });
      continue;
    }
    before = size;
    while (frontier.size < size) {
      const next = rows.next();
      if (next.done === true) break;
      frontier = appendLeaf(hash, frontier, leafHash(hash, encodeEntry(next.value)));
    }
    if (frontier.size < size) {
      found.push({ code: 'entries-missing', size, present: frontier.size });
      continue;
    }
    if (isSameDigest(rootOfFrontier(hash, frontier), root)) soundUpTo = size;
    else found.push({ code: 'root-differs', size, soundUpTo });
  }
  return found;
};
