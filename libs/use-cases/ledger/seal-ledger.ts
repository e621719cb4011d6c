import { Injectable } from '@nestjs/common';
import { encodeEntry } from '#domain/ledger/leaf-encoding.js';
import { appendLeaf, EMPTY_FRONTIER, isSameDigest, leafHash, rootOfFrontier } from '#domain/ledger/merkle-tree.js';
import { HeadNotary, LedgerSeals, type KeptSeal, type Leaf, type Sealing } from './ledger-seals.port.js';

const MOST_AT_ONCE = 5_000;

/** Thrown when the newest seal is not what was signed: nothing is added on top of something falsified. */
export class SealFalsified extends Error {}

/** Seals what has been written since, in batches, so that writing never waits for it (RFC 9162). */
@Injectable()
export class SealLedger {
  /** After a start, once: what was left by a sealer that died, or came from another server by a restored backup. */
  private swept = false;

  constructor(
    private readonly seals: LedgerSeals,
    private readonly notary: HeadNotary,
  ) {}

  /** Answers how many entries were sealed. */
  async run(): Promise<number> {
    let sealed = 0;
    for (;;) {
      const batch = await this.seals.sealing((sealing) => this.batch(sealing));
      if (batch === null) return sealed;
      sealed += batch.size;
      if (batch.whole) return sealed;
    }
  }

  private async batch(sealing: Sealing): Promise<{ readonly size: number; readonly whole: boolean }> {
    const last = await sealing.findLast();
    const hash = (bytes: Uint8Array): Uint8Array => this.notary.hash(bytes);
    if (last) this.requireSound(last);
    const { entries, whole } = await sealing.takeWaiting(!this.swept || !last, MOST_AT_ONCE);
    if (whole) this.swept = true;
    if (entries.length === 0) return { size: 0, whole };
    let frontier = last ? { size: last.size, peaks: last.peaks } : EMPTY_FRONTIER;
    const leaves = entries.map((entry): Leaf => {
      const leaf = leafHash(hash, encodeEntry(entry));
      const position = frontier.size;
      frontier = appendLeaf(hash, frontier, leaf);
      return { position, entryId: entry.id, hash: leaf, entry };
    });
    await sealing.addLeaves(leaves);
    const head = this.notary.sign({
      number: (last?.number ?? 0) + 1,
      size: frontier.size,
      root: rootOfFrontier(hash, frontier),
      realAt: sealing.realAt,
      whole,
    });
    await sealing.addSeal({ ...head, peaks: frontier.peaks });
    return { size: entries.length, whole };
  }

  private requireSound(last: KeptSeal): void {
    const root = rootOfFrontier((bytes) => this.notary.hash(bytes), { size: last.size, peaks: last.peaks });
    if (!this.notary.isSigned(last) || !isSameDigest(root, last.root))
      throw new SealFalsified(`seal ${last.number} is not what was signed`);
  }
}
