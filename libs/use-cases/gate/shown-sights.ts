import { Injectable } from '@nestjs/common';
import { AsCaller } from './as-caller.js';
import { SIGHT_LEASE_MS, type Sight } from './sight.js';
import { SightStore } from './sight.port.js';

interface Shown {
  readonly sights: Map<string, Sight>;
  /** The oldest comparison that something in this answer stands on. */
  comparedAt: number;
}

const MOST_TRIES = 5;
/** An answer that was never sent, because its socket was gone, is forgotten. */
const FORGOTTEN_AFTER_MS = 60_000;

/**
 * What the gate has released for requests that are being answered. The edge that sends asks here last of all: within the
 * lease it may send, after it the counts are compared once more, and what has moved is not sent (ASVS 15.4.2).
 */
@Injectable()
export class ShownSights {
  private readonly shown = new Map<string, Shown>();

  constructor(private readonly asCaller: AsCaller) {}

  /** `comparedAt`: before the statement that compared was sent, by `performance.now()`. */
  note(requestId: string, sights: readonly Sight[], comparedAt: number): void {
    if (sights.length === 0) return;
    const known = this.shown.get(requestId) ?? { sights: new Map<string, Sight>(), comparedAt };
    known.comparedAt = Math.min(known.comparedAt, comparedAt);
    for (const sight of sights) {
      const before = known.sights.get(sight.about);
      // The same case read twice in one answer: the older reading must hold too.
      if (!before || sight.epoch < before.epoch) known.sights.set(sight.about, sight);
    }
    this.shown.set(requestId, known);
    if (this.shown.size % 500 === 0) this.forgetOld();
  }

  /** Nothing was shown in it, or so lately that nobody can have been told otherwise. */
  isFresh(requestId: string): boolean {
    const known = this.shown.get(requestId);
    return known === undefined || performance.now() - known.comparedAt < SIGHT_LEASE_MS;
  }

  /** Asked right before sending; true: may be sent now. Each answer is asked about once. */
  async maySend(requestId: string): Promise<boolean> {
    const known = this.shown.get(requestId);
    this.shown.delete(requestId);
    if (!known) return true;
    let comparedAt = known.comparedAt;
    for (let tries = 0; performance.now() - comparedAt >= SIGHT_LEASE_MS; tries += 1) {
      if (tries === MOST_TRIES) return false;
      comparedAt = performance.now();
      if (await this.hasMoved([...known.sights.values()])) return false;
    }
    return true;
  }

  forget(requestId: string): void {
    this.shown.delete(requestId);
  }

  private hasMoved(sights: readonly Sight[]): Promise<boolean> {
    return this.asCaller.read({ kind: 'service', name: 'ledger', requestId: 'sight' }, (tx) =>
      tx.of(SightStore).hasMoved(sights),
    );
  }

  private forgetOld(): void {
    const limit = performance.now() - FORGOTTEN_AFTER_MS;
    for (const [requestId, { comparedAt }] of this.shown) if (comparedAt < limit) this.shown.delete(requestId);
  }
}
