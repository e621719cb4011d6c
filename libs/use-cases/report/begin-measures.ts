import { Injectable } from '@nestjs/common';
import { decideMeasures, LONGEST_MEASURES_REASONS } from '#domain/report/begin-measures.js';
import { openRetention } from '../deadline/retention-deadline.js';
import { settleDeadline } from '../deadline/settle-deadline.js';
import { Failure, InvalidInput, notFound } from '../failure.js';
import { AsCaller } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { Seal } from '../gate/seal.js';
import { HubStore } from '../hub/hub.port.js';
import { JointStore } from '../hub/joint.port.js';
import { leaveOpenInquiries } from '../inquiry/end-inquiry.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { OutboxStore } from '../outbox/outbox.port.js';
import { ShareStore } from '../share/share.port.js';
import { CaseStore } from './case.port.js';
import { caseNews } from './case-news.js';

export interface MeasuresWritten {
  readonly caseId: string;
  readonly expectedVersion: number;
  readonly reasons: string;
}

const CODES = {
  'no-investigation': 'NO_INVESTIGATION',
  'begun-already': 'MEASURES_BEGUN',
  ended: 'CASE_ENDED',
} as const;

/**
 * The investigator ends the investigation and measures begin, in their own name and with reasons: from then on a consent
 * may open the room to others (SoL 20:3; MASH step 4 [S0]).
 */
@Injectable()
export class BeginMeasures {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly seal: Seal,
  ) {}

  run(caller: StaffCaller, written: MeasuresWritten): Promise<{ readonly caseId: string }> {
    return this.asCaller.run(caller, async (tx) => {
      const file = await tx.of(CaseStore).findForChange(written.caseId);
      if (!file || file.branchId !== caller.branchId || !(await tx.of(ShareStore).worksOn(file.id))) throw notFound();
      if (file.version !== written.expectedVersion) throw new Failure('CONFLICT');
      const decision = decideMeasures({
        phase: file.phase,
        open: file.state !== 'closed' && file.state !== 'joined',
        reasons: written.reasons,
      });
      if (decision.outcome === 'not-from-here') throw new Failure(CODES[decision.code]);
      if (decision.outcome === 'refused')
        throw new InvalidInput(
          decision.faults.map(({ field, code }) =>
            code === 'missing'
              ? { field, code: 'REQUIRED' }
              : { field, code: 'TOO_LONG', values: { most: LONGEST_MEASURES_REASONS } },
          ),
        );
      const itemId = await this.seal.item(tx, {
        caseId: file.id,
        category: 'measures-and-plan',
        form: 'none',
        phase: 'investigation',
        subjectIds: [file.personId],
        content: { text: decision.reasons },
      });
      await tx.of(JointStore).addPhaseDecision({ id: tx.newId(), caseId: file.id, from: file.phase, itemId });
      await leaveOpenInquiries(tx, file.id);
      await tx.of(HubStore).moveCase(file.id, { state: 'investigation', phase: 'measures' });
      await settleDeadline(tx, { kind: 'investigation', caseId: file.id, outcome: 'met' });
      await openRetention(tx, file.id);
      await tx.of(LedgerStore).record([
        {
          action: 'change',
          outcome: 'done',
          caseId: file.id,
          personId: file.personId,
          itemId,
          detail: { deed: 'measures-begun', from: file.phase },
        },
      ]);
      await tx.of(OutboxStore).put(caseNews(file.id, { queue: file.branchId, sight: [file.branchId] }));
      return { caseId: file.id };
    });
  }
}
