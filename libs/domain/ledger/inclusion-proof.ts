/** Shows that one entry stands in a sealed tree, without showing any other entry (RFC 9162 2.1.3). */
import { type Hash, isSameDigest, nodeHash, rootBetween, splitOf } from './merkle-tree.js';

/** From the leaf upwards; null when there is no such leaf. */
export const findInclusionProof = (
  hash: Hash,
  leaves: readonly Uint8Array[],
  index: number,
): readonly Uint8Array[] | null => {
  if (!Number.isInteger(index) || index < 0 || index >= leaves.length) return null;
  const path: Uint8Array[] = [];
  let [from, to] = [0, leaves.length];
  while (to - from > 1) {
    const middle = from + splitOf(to - from);
    if (index < middle) {
      path.unshift(rootBetween(hash, leaves, middle, to));
      to = middle;
    } else {
      path.unshift(rootBetween(hash, leaves, from, middle));
      from = middle;
    }
  }
  return path;
};

/** RFC 9162 2.1.3.2; true only when the leaf at `index` of a tree of `size` gives this root. */
export const isIncluded = (
  hash: Hash,
  claim: {
    readonly leaf: Uint8Array;
    readonly index: number;
    readonly size: number;
    readonly root: Uint8Array;
    readonly proof: readonly Uint8Array[];
  },
): boolean => {
  const { index, size } = claim;
  if (!Number.isInteger(index) || !Number.isInteger(size) || index < 0 || index >= size) return false;
  let [node, last, digest] = [index, size - 1, claim.leaf];
  for (const step of claim.proof) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      digest = nodeHash(hash, step, digest);
      while (node % 2 === 0 && node !== 0) [node, last] = [node / 2, Math.floor(last / 2)];
    } else digest = nodeHash(hash, digest, step);
    [node, last] = [Math.floor(node / 2), Math.floor(last / 2)];
  }
  return last === 0 && isSameDigest(digest, claim.root);
};
