/** Shows that a later tree only added to an earlier one, so that no head can be quietly replaced (RFC 9162 2.1.4). */
import { type Hash, isSameDigest, nodeHash, rootBetween, splitOf } from './merkle-tree.js';

/** Between the tree of the first `size` leaves and the tree of all; null when that is no earlier tree. */
export const findConsistencyProof = (
  hash: Hash,
  leaves: readonly Uint8Array[],
  size: number,
): readonly Uint8Array[] | null => {
  if (!Number.isInteger(size) || size < 1 || size > leaves.length) return null;
  const path: Uint8Array[] = [];
  let [from, to] = [0, leaves.length];
  /** While the earlier tree is a whole subtree from the left, its head is what the verifier already holds. */
  let known = true;
  while (size !== to) {
    const middle = from + splitOf(to - from);
    if (size <= middle) {
      path.unshift(rootBetween(hash, leaves, middle, to));
      to = middle;
    } else {
      path.unshift(rootBetween(hash, leaves, from, middle));
      from = middle;
      known = false;
    }
  }
  return known ? path : [rootBetween(hash, leaves, from, to), ...path];
};

export interface TreeHead {
  readonly size: number;
  readonly root: Uint8Array;
}

/** RFC 9162 2.1.4.2; an empty earlier tree proves nothing and is refused. */
export const isConsistent = (hash: Hash, earlier: TreeHead, later: TreeHead, proof: readonly Uint8Array[]): boolean => {
  if (!Number.isInteger(earlier.size) || !Number.isInteger(later.size)) return false;
  if (earlier.size < 1 || earlier.size > later.size) return false;
  if (earlier.size === later.size) return proof.length === 0 && isSameDigest(earlier.root, later.root);
  const path = isPowerOfTwo(earlier.size) ? [earlier.root, ...proof] : proof;
  const [first, ...rest] = path;
  if (first === undefined) return false;
  let [node, last] = [earlier.size - 1, later.size - 1];
  while (node % 2 === 1) [node, last] = [Math.floor(node / 2), Math.floor(last / 2)];
  let [old, now] = [first, first];
  for (const step of rest) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      old = nodeHash(hash, step, old);
      now = nodeHash(hash, step, now);
      while (node % 2 === 0 && node !== 0) [node, last] = [node / 2, Math.floor(last / 2)];
    } else now = nodeHash(hash, now, step);
    [node, last] = [Math.floor(node / 2), Math.floor(last / 2)];
  }
  return last === 0 && isSameDigest(old, earlier.root) && isSameDigest(now, later.root);
};

const isPowerOfTwo = (size: number): boolean => {
  let rest = size;
  while (rest % 2 === 0) rest /= 2;
  return rest === 1;
};
