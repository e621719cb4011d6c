/**
 * The tree that seals the ledger (RFC 9162 2.1): whoever holds an older head can prove that nothing in it was changed,
 * removed, moved or back-dated. The hash function comes from outside, since a rule knows no machine.
 */

/** A cryptographic hash such as SHA-256: bytes in, digest out. */
export type Hash = (bytes: Uint8Array) => Uint8Array;

/** Leaves and nodes are told apart, so that a node can never be passed off as an entry. */
const LEAF_MARK = 0x00;
const NODE_MARK = 0x01;

const marked = (mark: number, ...parts: readonly Uint8Array[]): Uint8Array => {
  const bytes = new Uint8Array(1 + parts.reduce((sum, part) => sum + part.length, 0));
  bytes[0] = mark;
  let at = 1;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
};

export const leafHash = (hash: Hash, entry: Uint8Array): Uint8Array => hash(marked(LEAF_MARK, entry));

export const nodeHash = (hash: Hash, left: Uint8Array, right: Uint8Array): Uint8Array =>
  hash(marked(NODE_MARK, left, right));

/** The head of a tree over these leaf hashes; of none, the hash of nothing. */
export const rootOf = (hash: Hash, leaves: readonly Uint8Array[]): Uint8Array =>
  leaves.length === 0 ? hash(new Uint8Array()) : rootBetween(hash, leaves, 0, leaves.length);

/** Of the leaves `from`–`to`, at least one. */
export const rootBetween = (hash: Hash, leaves: readonly Uint8Array[], from: number, to: number): Uint8Array => {
  if (to - from === 1) return leaves[from]!;
  const middle = from + splitOf(to - from);
  return nodeHash(hash, rootBetween(hash, leaves, from, middle), rootBetween(hash, leaves, middle, to));
};

/** The largest power of two below `size`. */
export const splitOf = (size: number): number => {
  let split = 1;
  while (split * 2 < size) split *= 2;
  return split;
};

/** The full subtrees of a growing tree, largest first: all that sealing the next batch needs to know of what was before. */
export interface Frontier {
  readonly size: number;
  readonly peaks: readonly Uint8Array[];
}

export const EMPTY_FRONTIER: Frontier = { size: 0, peaks: [] };

export const appendLeaf = (hash: Hash, frontier: Frontier, leaf: Uint8Array): Frontier => {
  const peaks = [...frontier.peaks];
  let peak = leaf;
  for (let { size } = frontier; size % 2 === 1; size = (size - 1) / 2) peak = nodeHash(hash, peaks.pop()!, peak);
  return { size: frontier.size + 1, peaks: [...peaks, peak] };
};

export const rootOfFrontier = (hash: Hash, { peaks }: Frontier): Uint8Array =>
  peaks.length === 0 ? hash(new Uint8Array()) : peaks.reduceRight((right, left) => nodeHash(hash, left, right));

/** Digests are public, so there is nothing to learn from how long a comparison takes. */
export const isSameDigest = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, at) => byte === b[at]);
