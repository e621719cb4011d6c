import { Injectable } from '@nestjs/common';
import { findConsistencyProof } from '#domain/ledger/consistency-proof.js';
import { findInclusionProof } from '#domain/ledger/inclusion-proof.js';
import { encodeEntry } from '#domain/ledger/leaf-encoding.js';
import { isSameDigest, leafHash } from '#domain/ledger/merkle-tree.js';
import { HeadNotary, LedgerSeals, type Inspection, type KeptSeal, type Leaf } from './ledger-seals.port.js';

/** That one entry stands in the ledger under this head, without showing any other (RFC 9162 2.1.3). */
export interface EntryProof {
  readonly head: KeptSeal;
  readonly entryId: string;
  readonly index: number;
  readonly leaf: Uint8Array;
  readonly proof: readonly Uint8Array[];
  /** What was hashed, for whoever may see the entry itself. */
  readonly entry: Uint8Array;
}

/** That the ledger under this head only added to an older one (RFC 9162 2.1.4). */
export interface GrowthProof {
  readonly head: KeptSeal;
  readonly from: number;
  readonly proof: readonly Uint8Array[];
}

export type NotProven = 'nothing-sealed' | 'not-sealed' | 'entry-falsified' | 'head-ahead';

const AT_ONCE = 5_000;

/** Makes the proofs that an outsider checks without the database and without trusting whoever owns it. */
@Injectable()
export class ProveLedger {
  constructor(
    private readonly seals: LedgerSeals,
    private readonly notary: HeadNotary,
  ) {}

  entry(entryId: string): Promise<EntryProof | NotProven> {
    return this.seals.inspect(async (inspection) => {
      const tree = await this.read(inspection);
      if (tree === undefined) return 'nothing-sealed';
      const index = tree.leaves.findIndex((leaf) => leaf.entryId === entryId);
      const leaf = tree.leaves[index];
      const proof = findInclusionProof(this.hash, tree.hashes, index);
      if (leaf === undefined || proof === null) return 'not-sealed';
      const entry = leaf.entry === null ? null : encodeEntry(leaf.entry);
      if (entry === null || !isSameDigest(leafHash(this.hash, entry), leaf.hash)) return 'entry-falsified';
      return { head: tree.head, entryId, index, leaf: leaf.hash, proof, entry };
    });
  }

  growth(from: number): Promise<GrowthProof | NotProven> {
    return this.seals.inspect(async (inspection) => {
      const tree = await this.read(inspection);
      if (tree === undefined) return 'nothing-sealed';
      const proof = findConsistencyProof(this.hash, tree.hashes, from);
      return proof === null ? 'head-ahead' : { head: tree.head, from, proof };
    });
  }

  private readonly hash = (bytes: Uint8Array): Uint8Array => this.notary.hash(bytes);

  private async read(
    inspection: Inspection,
  ): Promise<{ readonly head: KeptSeal; readonly leaves: readonly Leaf[]; readonly hashes: Uint8Array[] } | undefined> {
    const head = (await inspection.seals()).at(-1);
    if (head === undefined) return undefined;
    const leaves: Leaf[] = [];
    while (leaves.length < head.size) {
      const next = await inspection.leaves(leaves.length, AT_ONCE);
      if (next.length === 0) break;
      leaves.push(...next);
    }
    const sealed = leaves.slice(0, head.size);
    return { head, leaves: sealed, hashes: sealed.map(({ hash }) => hash) };
  }
}
