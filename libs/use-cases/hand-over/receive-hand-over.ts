import { Injectable } from '@nestjs/common';
import { AsCaller } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { Failure } from '../failure.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { OutboxStore } from '../outbox/outbox.port.js';
import { CaseStore } from '../report/case.port.js';
import { caseNews } from '../report/case-news.js';
import { HandOverStore } from './hand-over.port.js';

/** Whoever investigates says that they have it: from then on nobody else needs to think that someone else does (SoL 20:3). */
@Injectable()
export class ReceiveHandOver {
  constructor(private readonly asCaller: AsCaller) {}

  run(caller: StaffCaller, caseId: string): Promise<{ readonly receivedAt: Date }> {
    return this.asCaller.run(caller, async (tx) => {
      const store = tx.of(HandOverStore);
      const file = await tx.of(CaseStore).find(caseId);
      const handOver = file && (await store.findOfCase(caseId));
      if (!handOver) throw new Failure('NOTHING_HANDED_OVER');
      // The manager receives for someone who is ill, so that the four months do not run for nobody.
      if (handOver.toStaffId !== caller.staffId && caller.role !== 'manager') throw new Failure('NOT_HANDED_TO_YOU');
      if (!(await store.receive(handOver.id, caller.staffId, tx.now)))
        return { receivedAt: handOver.receivedAt ?? tx.now };
      const { id, hubId } = handOver;
      await tx
        .of(LedgerStore)
        .record([{ action: 'change', outcome: 'done', caseId, detail: { hubId, handOver: 'received', id } }]);
      await tx
        .of(OutboxStore)
        .put([
          ...caseNews(caseId, { queue: file.branchId }),
          ...(hubId === null ? [] : [{ topic: `live:hub:${hubId}` as const, payload: { lobby: true } }]),
        ]);
      return { receivedAt: tx.now };
    });
  }
}
