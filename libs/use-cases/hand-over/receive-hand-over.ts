import { Injectable } from '@nestjs/common';
import { AsCaller } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { Failure } from '../failure.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { OutboxStore } from '../outbox/outbox.port.js';
import { HandOverStore } from './hand-over.port.js';

/** Whoever investigates says that they have it: from then on nobody else needs to think that someone else does (SoL 20:3). */
@Injectable()
export class ReceiveHandOver {
  constructor(private readonly asCaller: AsCaller) {}

  run(caller: StaffCaller, caseId: string): Promise<{ readonly receivedAt: Date }> {
    return this.asCaller.run(caller, async (tx) => {
      const store = tx.of(HandOverStore);
      const hubId = await store.findClosedHub(caseId);
      const handOver = hubId ? await store.findByHub(hubId) : undefined;
      if (!hubId || !handOver) throw new Failure('NOTHING_HANDED_OVER');
      // The manager receives for someone who is ill, so that the four months do not run for nobody.
      if (handOver.toStaffId !== caller.staffId && caller.role !== 'manager') throw new Failure('NOT_HANDED_TO_YOU');
      if (!(await store.receive(hubId, caller.staffId, tx.now))) return { receivedAt: handOver.receivedAt ?? tx.now };
      await tx
        .of(LedgerStore)
        .record([
          { action: 'change', outcome: 'done', caseId, detail: { hubId, handOver: 'received', id: handOver.id } },
        ]);
      await tx.of(OutboxStore).put([{ topic: `live:hub:${hubId}`, payload: { lobby: true } }]);
      return { receivedAt: tx.now };
    });
  }
}
