import { Injectable } from '@nestjs/common';
import { AsCaller } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { Seal } from '../gate/seal.js';
import { HubStore } from '../hub/hub.port.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { notify } from '../notice/notify.js';
import { OutboxStore } from '../outbox/outbox.port.js';
import { CaseDecisionStore } from './case-decision.port.js';
import { readDecision, sealReasons, type DecisionWritten } from './decision-on-case.js';
import { caseNews } from './case-news.js';

export interface ProposalWritten extends DecisionWritten {
  readonly decider: string | null;
}

/** Intake prepares what someone with the authority decides: the proposal, its reasons, and the case in their hands (SoL 20:2). */
@Injectable()
export class ProposeDecision {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly seal: Seal,
  ) {}

  run(caller: StaffCaller, written: ProposalWritten): Promise<{ readonly caseId: string }> {
    return this.asCaller.run(caller, async (tx) => {
      const { file, kind, investigator } = await readDecision(tx, written, {
        staffId: written.decider,
        mayDecide: null,
      });
      // readDecision has refused a proposal to nobody.
      const toStaffId = written.decider!;
      const itemId = await sealReasons(tx, this.seal, file, written.reasons);
      const id = tx.newId();
      const investigatorId = investigator?.staffId ?? null;
      await tx.of(CaseDecisionStore).propose({ id, caseId: file.id, kind, itemId, toStaffId, investigatorId });
      const added = await tx.of(HubStore).assign({
        id: tx.newId(),
        caseId: file.id,
        branchId: file.branchId,
        staffId: toStaffId,
        reason: 'decision',
        by: caller.staffId,
      });
      await tx.of(LedgerStore).record([
        {
          action: 'change',
          outcome: 'done',
          caseId: file.id,
          personId: file.personId,
          itemId,
          detail: { deed: 'decision-proposed', decision: kind, to: toStaffId },
        },
        ...(added
          ? [
              {
                action: 'assign' as const,
                outcome: 'done' as const,
                caseId: file.id,
                detail: { staffId: toStaffId, reason: 'decision' },
              },
            ]
          : []),
      ]);
      await notify(tx, {
        staffIds: [toStaffId],
        kind: 'decision-proposed',
        effectKey: `proposal:${id}`,
        caseId: file.id,
      });
      await tx.of(OutboxStore).put(caseNews(file.id, { queue: file.branchId }));
      return { caseId: file.id };
    });
  }
}
