import { Injectable } from '@nestjs/common';
import { encodeEntry } from '#domain/ledger/leaf-encoding.js';
import {
  appendLeaf,
  EMPTY_FRONTIER,
  type Frontier,
  isSameDigest,
  leafHash,
  rootOfFrontier,
} from '#domain/ledger/merkle-tree.js';
import {
  HeadNotary,
  LedgerSeals,
  type Inspection,
  type KeptSeal,
  type Leaf,
  type SignedHead,
} from './ledger-seals.port.js';

export type LedgerFault =
  | { readonly code: 'changed' | 'removed' | 'inserted' | 'back-dated'; readonly entryId: string }
  | { readonly code: 'root-differs' | 'signature-wrong' | 'seal-missing' | 'places-missing'; readonly seal: number }
  | { readonly code: 'places-too-many'; readonly size: number }
  | { readonly code: 'head-signature-wrong' | 'head-differs' | 'head-ahead'; readonly size: number };

export interface LedgerVerdict {
  readonly faults: readonly LedgerFault[];
  readonly sealed: number;
  /** Written so lately that they are not sealed yet. */
  readonly waiting: number;
}

const AT_ONCE = 5_000;

/** No transaction lasts longer: what claims to be this much older than the seal before its own was put in behind. */
const PATIENCE = 3_600_000;

/** Recomputes every leaf and every root, and holds them against the seals and against a head that an outsider kept. */
@Injectable()
export class VerifyLedger {
  constructor(
    private readonly seals: LedgerSeals,
    private readonly notary: HeadNotary,
  ) {}

  run(kept: SignedHead | null): Promise<LedgerVerdict> {
    return this.seals.inspect((inspection) => this.inspect(inspection, kept));
  }

  private async inspect(inspection: Inspection, kept: SignedHead | null): Promise<LedgerVerdict> {
    const seals = await inspection.seals();
    const faults: LedgerFault[] = [...this.faultsOfSeals(seals)];
    const walk = new Walk((bytes) => this.notary.hash(bytes), seals, kept);
    for (let from = 0; ;) {
      const leaves = await inspection.leaves(from, AT_ONCE);
      for (const leaf of leaves) walk.take(leaf);
      const last = leaves.at(-1);
      if (last === undefined) break;
      from = last.position + 1;
    }
    faults.push(...walk.end());
    const unsealed = await inspection.unsealed();
    const newest = seals.filter(({ whole }) => whole).at(-1);
    for (const { id, at, late } of unsealed)
      if (late || (newest && Date.parse(at) < Date.parse(newest.realAt) - PATIENCE))
        faults.push({ code: 'inserted', entryId: id });
    if (kept && !this.notary.isSigned(kept)) faults.push({ code: 'head-signature-wrong', size: kept.size });
    const waiting = unsealed.length - faults.filter(({ code }) => code === 'inserted').length;
    return { faults, sealed: seals.at(-1)?.size ?? 0, waiting };
  }

  private *faultsOfSeals(seals: readonly KeptSeal[]): Generator<LedgerFault> {
    let expected = 1;
    let size = 0;
    for (const seal of seals) {
      if (seal.number !== expected) yield { code: 'seal-missing', seal: expected };
      if (!this.notary.isSigned(seal) || seal.size <= size) yield { code: 'signature-wrong', seal: seal.number };
      expected = seal.number + 1;
      size = seal.size;
    }
  }
}

/** Goes through the leaves once and stops at every seal's size. */
class Walk {
  private readonly faults: LedgerFault[] = [];
  private frontier: Frontier = EMPTY_FRONTIER;
  private at = 0;
  /** From when on an entry of the batch in hand can be, by the last whole seal before it. */
  private notBefore = -Infinity;
  private headMet = false;

  constructor(
    private readonly hash: (bytes: Uint8Array) => Uint8Array,
    private readonly seals: readonly KeptSeal[],
    private readonly kept: SignedHead | null,
  ) {}

  take(leaf: Leaf): void {
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

  end(): readonly LedgerFault[] {
    for (const seal of this.seals.slice(this.at)) this.faults.push({ code: 'places-missing', seal: seal.number });
    const sealed = this.seals.at(-1)?.size ?? 0;
    if (this.frontier.size > sealed) this.faults.push({ code: 'places-too-many', size: this.frontier.size });
    if (this.kept && !this.headMet) this.faults.push({ code: 'head-ahead', size: this.kept.size });
    return this.faults;
  }

  private meetHead(kept: SignedHead): void {
    this.headMet = true;
    if (!isSameDigest(rootOfFrontier(this.hash, this.frontier), kept.root))
      this.faults.push({ code: 'head-differs', size: kept.size });
  }
}
