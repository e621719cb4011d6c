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

/** No transaction lasts longer: what claims to be this much older than the seal before its own was put in behind. */
export const PATIENCE = 3_600_000;

/** Goes through the leaves once, so that a long ledger need not be held in memory, and stops at every seal's size. */
export class LedgerWalk {
  private readonly faults: WalkFault[] = [];
  private frontier: Frontier = EMPTY_FRONTIER;
  private at = 0;
  /** From when on an entry of the batch in hand can be, by the last whole seal before it. */
  private notBefore = -Infinity;
  private headMet = false;

  constructor(
    private readonly hash: Hash,
    private readonly seals: readonly WalkedSeal[],
    private readonly kept: TreeHead | null,
  ) {}

  take(leaf: SealedLeaf): void {
    const { entry, entryId } = leaf;
    if (entry === null) this.faults.push({ code: 'removed', entryId });
    else if (!isSameDigest(leafHash(this.hash, encodeEntry(entry)), leaf.hash))
      this.faults.push({ code: 'changed', entryId });
    else if (Date.parse(entry.at) < this.notBefore) this.faults.push({ code: 'back-dated', entryId });
    // A gap is left out here and shows itself in every root after it.
    this.frontier = appendLeaf(this.hash, this.frontier, leaf.hash);
    const { size } = this.frontier;
    if (size === this.kept?.size) this.meetHead(this.kept);
    const seal = this.seals[this.at];
    if (size !== seal?.size) return;
    if (!isSameDigest(rootOfFrontier(this.hash, this.frontier), seal.root))
      this.faults.push({ code: 'root-differs', seal: seal.number });
    if (seal.whole) this.notBefore = Date.parse(seal.realAt) - PATIENCE;
    this.at += 1;
  }

  end(): readonly WalkFault[] {
    for (const seal of this.seals.slice(this.at)) this.faults.push({ code: 'places-missing', seal: seal.number });
    const sealed = this.seals.at(-1)?.size ?? 0;
    if (this.frontier.size > sealed) this.faults.push({ code: 'places-too-many', size: this.frontier.size });
    if (this.kept && !this.headMet) this.faults.push({ code: 'head-ahead', size: this.kept.size });
    return this.faults;
  }

  private meetHead(kept: TreeHead): void {
    this.headMet = true;
    if (!isSameDigest(rootOfFrontier(this.hash, this.frontier), kept.root))
      this.faults.push({ code: 'head-differs', size: kept.size });
  }
}
