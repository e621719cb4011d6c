/** Holds every entry of the ledger against its leaf, and every leaf against the heads that were sealed (RFC 9162 2.1.4). */
import type { TreeHead } from './consistency-proof.js';
import { encodeEntry, type SealedEntry } from './leaf-encoding.js';
import {
  appendLeaf,
  EMPTY_FRONTIER,
  isSameDigest,
  leafHash,
  rootOfFrontier,
  type Frontier,
  type Hash,
} from './merkle-tree.js';

export interface SealedLeaf {
  readonly entryId: string;
  readonly hash: Uint8Array;
  /** Null when the ledger has no such entry any more. */
  readonly entry: SealedEntry | null;
}

export interface WalkedSeal extends TreeHead {
  readonly number: number;
  readonly realAt: string;
  /** Nothing that could be sealed was left for the next one. */
  readonly whole: boolean;
}

export type WalkFault =
  | { readonly code: 'changed' | 'removed' | 'back-dated'; readonly entryId: string }
  | { readonly code: 'root-differs' | 'places-missing'; readonly seal: number }
  | { readonly code: 'places-too-many' | 'head-differs' | 'head-ahead'; readonly size: number };

/**
 * Twice what a transaction may last (`transaction_timeout` of the program's connections): what claims to be this much older
 * than the seal before its own was put in behind. In milliseconds.
 */
export const PATIENCE = 120_000;

/** Where a walk stands: what it was begun with, and what it has come to. */
export interface LedgerWalk {
  readonly seals: readonly WalkedSeal[];
  /** A head that somebody outside has kept; null when none was given. */
  readonly kept: TreeHead | null;
  readonly frontier: Frontier;
  /** The seal whose size comes next. */
  readonly next: number;
  /** From when on an entry of the batch in hand can be, by the last whole seal before it. */
  readonly notBefore: number;
  readonly headMet: boolean;
}

export interface Walked {
  readonly walk: LedgerWalk;
  readonly faults: readonly WalkFault[];
}

export const beginWalk = (seals: readonly WalkedSeal[], kept: TreeHead | null): LedgerWalk => ({
  seals,
  kept,
  frontier: EMPTY_FRONTIER,
  next: 0,
  notBefore: -Infinity,
  headMet: false,
});

/** One leaf further: leaves are taken one by one, so that a long ledger need not be held in memory. */
export function takeLeaf(hash: Hash, walk: LedgerWalk, leaf: SealedLeaf): Walked {
  // A gap is left out here and shows itself in every root after it.
  const frontier = appendLeaf(hash, walk.frontier, leaf.hash);
  const faults: WalkFault[] = faultOfLeaf(hash, walk, leaf);
  const { kept } = walk;
  const meetsHead = frontier.size === kept?.size;
  if (meetsHead && !isSameDigest(rootOfFrontier(hash, frontier), kept.root))
    faults.push({ code: 'head-differs', size: kept.size });
  const moved: LedgerWalk = { ...walk, frontier, headMet: walk.headMet || meetsHead };
  const seal = walk.seals[walk.next];
  if (frontier.size !== seal?.size) return { walk: moved, faults };
  if (!isSameDigest(rootOfFrontier(hash, frontier), seal.root))
    faults.push({ code: 'root-differs', seal: seal.number });
  const notBefore = seal.whole ? Date.parse(seal.realAt) - PATIENCE : walk.notBefore;
  return { walk: { ...moved, next: walk.next + 1, notBefore }, faults };
}

function faultOfLeaf(hash: Hash, { notBefore }: LedgerWalk, { entry, entryId, hash: sealed }: SealedLeaf): WalkFault[] {
  if (entry === null) return [{ code: 'removed', entryId }];
  if (!isSameDigest(leafHash(hash, encodeEntry(entry)), sealed)) return [{ code: 'changed', entryId }];
  return Date.parse(entry.at) < notBefore ? [{ code: 'back-dated', entryId }] : [];
}

/** What is missing or too much when no leaf is left. */
export function endWalk({ seals, kept, frontier, next, headMet }: LedgerWalk): readonly WalkFault[] {
  const faults: WalkFault[] = seals.slice(next).map(({ number }) => ({ code: 'places-missing', seal: number }));
  if (frontier.size > (seals.at(-1)?.size ?? 0)) faults.push({ code: 'places-too-many', size: frontier.size });
  if (kept && !headMet) faults.push({ code: 'head-ahead', size: kept.size });
  return faults;
}
