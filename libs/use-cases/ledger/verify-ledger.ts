import { Injectable } from '@nestjs/common';
import { beginWalk, endWalk, PATIENCE, takeLeaf, type WalkFault } from '#domain/ledger/ledger-walk.js';
import { HeadNotary, LedgerSeals, type Inspection, type KeptSeal, type SignedHead } from './ledger-seals.port.js';

export type LedgerFault =
  | WalkFault
  | { readonly code: 'inserted'; readonly entryId: string }
  | { readonly code: 'signature-wrong' | 'seal-missing'; readonly seal: number }
  | { readonly code: 'head-signature-wrong'; readonly size: number };

export interface LedgerVerdict {
  readonly faults: readonly LedgerFault[];
  readonly sealed: number;
  /** Written so lately that they are not sealed yet. */
  readonly waiting: number;
}

const AT_ONCE = 5_000;

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
    const hash = (bytes: Uint8Array): Uint8Array => this.notary.hash(bytes);
    let walk = beginWalk(seals, kept);
    for (let from = 0; ;) {
      const leaves = await inspection.leaves(from, AT_ONCE);
      for (const leaf of leaves) {
        const walked = takeLeaf(hash, walk, leaf);
        walk = walked.walk;
        faults.push(...walked.faults);
      }
      const last = leaves.at(-1);
      if (last === undefined) break;
      from = last.position + 1;
    }
    faults.push(...endWalk(walk));
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
