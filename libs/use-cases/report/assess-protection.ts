import { Injectable } from '@nestjs/common';
import { decideProtectionAssessment, type ProtectionFaultCode } from '#domain/report/protection-assessment.js';
import { settleDeadline } from '../deadline/settle-deadline.js';
import { InvalidInput } from '../failure.js';
import { AsCaller } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { Seal } from '../gate/seal.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { OutboxStore } from '../outbox/outbox.port.js';
import { CaseStore } from './case.port.js';
import { caseNews } from './case-news.js';
import { caseForStep } from './step-on-case.js';

export interface ProtectionWritten {
  readonly caseId: string;
  readonly needsProtection: boolean | null;
  readonly reasons: string;
  readonly measures: string;
}

export interface ProtectionAssessed {
  readonly caseId: string;
  /** A child in danger whose case is not red: the person is asked to grade anew. */
  readonly asksRegrading: boolean;
}

const LONGEST = 5_000;
const CODES: Readonly<Record<ProtectionFaultCode, { field: string; code: string }>> = {
  'result-missing': { field: 'needsProtection', code: 'CHOOSE_ONE' },
  'assessor-missing': { field: 'needsProtection', code: 'BAD_REQUEST' },
  'reasons-missing': { field: 'reasons', code: 'REASONS_MISSING' },
  'measures-missing': { field: 'measures', code: 'MEASURES_MISSING' },
  'before-report': { field: 'needsProtection', code: 'BAD_REQUEST' },
};

/** Whether the child needs protection at once, by a person with reasons, within a day of the report (SoL 20:1). */
@Injectable()
export class AssessProtection {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly seal: Seal,
  ) {}

  run(caller: StaffCaller, written: ProtectionWritten): Promise<ProtectionAssessed> {
    return this.asCaller.run(caller, async (tx) => {
      const file = await caseForStep(tx, written.caseId, 'assess-protection', null);
      const { needsProtection, reasons, measures } = written;
      const decision = decideProtectionAssessment({
        result: needsProtection === null ? null : needsProtection ? 'needs-protection-now' : 'no-immediate-need',
        reasons,
        measures,
        by: caller.staffId,
        at: tx.now.getTime(),
        receivedAt: file.receivedAt.getTime(),
        grade: file.grade,
      });
      const faults = [
        ...(decision.outcome === 'refused' ? decision.faults.map(({ code }) => CODES[code]) : []),
        ...Object.entries({ reasons, measures })
          .filter(([, text]) => text.length > LONGEST)
          .map(([field]) => ({ field, code: 'TOO_LONG', values: { most: LONGEST } })),
      ];
      if (faults.length > 0 || decision.outcome === 'refused' || needsProtection === null)
        throw new InvalidInput(faults);
      const itemId = await this.seal.item(tx, {
        caseId: file.id,
        category: 'assessment-results',
        form: 'none',
        phase: file.phase,
        subjectIds: [file.personId],
        content: { text: reasons.trim(), data: { measures: measures.trim() } },
      });
      await tx.of(CaseStore).addProtection({ id: tx.newId(), caseId: file.id, needsProtection, itemId });
      await settleDeadline(tx, { kind: 'protection-assessment', caseId: file.id, outcome: 'met' });
      await tx.of(LedgerStore).record([
        {
          action: 'change',
          outcome: 'done',
          caseId: file.id,
          personId: file.personId,
          itemId,
          detail: { deed: 'protection-assessed', needsProtection },
        },
      ]);
      await tx.of(OutboxStore).put(caseNews(file.id, { queue: file.branchId }));
      return { caseId: file.id, asksRegrading: decision.asksRegrading };
    });
  }
}
