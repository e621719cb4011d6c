import { Injectable } from '@nestjs/common';
import { AsCaller } from '../gate/as-caller.js';
import type { ServiceCaller } from '../gate/caller.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import type { DueWorkKind } from '../reconcile/due-work.js';
import { DisposalStore, type DueDisposal } from './disposal.port.js';
import { openRetention } from './retention-deadline.js';

const BATCH = 50;

/**
 * Carries out what a manager has decided, when the time that it was decided on is up and not before: what the house wrote in the
 * case is removed for good, and the ledger says when, by whose decision and how much (SoL 16:1). Something that was written
 * since keeps it, and its time runs anew.
 */
@Injectable()
export class DisposeCases implements DueWorkKind {
  readonly name = 'disposals';
  readonly service = 'deadlines';

  constructor(private readonly asCaller: AsCaller) {}

  async reconcile(caller: ServiceCaller): Promise<number> {
    const due = await this.asCaller.run(caller, (tx) => tx.of(DisposalStore).findDue(BATCH));
    for (const one of due) await this.dispose(caller, one);
    return due.length;
  }

  private dispose(caller: ServiceCaller, { decisionId, caseId, municipalityId }: DueDisposal): Promise<void> {
    return this.asCaller.run(caller, async (tx) => {
      const gone = await tx.of(DisposalStore).dispose(decisionId);
      if (gone === null) return;
      if (gone === 'newer-note') await openRetention(tx, caseId);
      const how: Readonly<Record<string, string | number>> =
        gone === 'newer-note' ? { deed: 'not-disposed', reason: gone } : { deed: 'disposed', items: gone };
      await tx.of(LedgerStore).record([
        {
          action: 'change',
          outcome: 'done',
          municipalityId,
          caseId,
          ground: 'retention',
          detail: { ...how, decision: decisionId },
        },
      ]);
    });
  }
}
