import { WAY_IN_AFTER_END } from '#domain/family/family-link.js';
import { DAY } from '#domain/kernel/instant.js';
import { AsCaller } from '../gate/as-caller.js';
import type { ServiceCaller } from '../gate/caller.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import type { DueWorkKind } from '../reconcile/due-work.js';
import { WaysInStore, type RemovedWaysIn, type WaysInLimits } from './ways-in.port.js';

const BATCH = 500;

/**
 * Links, browsers and orders of families are removed some days after they are over: who came when from which device is kept
 * no longer than it is needed to answer a question about it (GDPR 5.1 e). What was signed, and the ledger, stay.
 */
export class RemoveOldWaysIn implements DueWorkKind {
  readonly name = 'family-ways-in';
  readonly service = 'family';

  constructor(
    private readonly asCaller: AsCaller,
    private readonly days: number,
  ) {}

  async reconcile(caller: ServiceCaller): Promise<number> {
    for (let all = 0; ;) {
      const removed = await this.asCaller.run(caller, async (tx) => {
        const found = await tx.of(WaysInStore).removeEnded(this.limits(tx.now), BATCH);
        await tx.of(LedgerStore).record(
          found.map(({ municipalityId, orders, sessions, links }) => ({
            action: 'change' as const,
            outcome: 'done' as const,
            municipalityId,
            ground: 'retention',
            detail: { deed: 'family-ways-in-removed', orders, sessions, links, afterDays: this.days },
          })),
        );
        return found.reduce((sum, one) => sum + countOf(one), 0);
      });
      if (removed === 0) return all;
      all += removed;
    }
  }

  isOverdue(caller: ServiceCaller): Promise<boolean> {
    return this.asCaller.run(caller, (tx) => tx.of(WaysInStore).hasEnded(this.limits(tx.now)));
  }

  private limits(now: Date): WaysInLimits {
    const before = (time: number): Date => new Date(now.getTime() - time);
    return { before: before(this.days * DAY), endedBefore: before(WAY_IN_AFTER_END) };
  }
}

const countOf = ({ orders, sessions, links }: RemovedWaysIn): number => orders + sessions + links;
