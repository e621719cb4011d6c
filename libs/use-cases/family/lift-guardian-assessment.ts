import { Injectable } from '@nestjs/common';
import { recheckConsentsAbout } from '../consent/recheck-consents.js';
import { Failure, InvalidInput, notFound } from '../failure.js';
import { AsCaller } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { Seal } from '../gate/seal.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { CaseStore } from '../report/case.port.js';
import { reasonsFaults } from './assess-guardian.js';
import { GuardianAssessments } from './guardian-assessment.port.js';
import { tellConsentPages } from './tell-consent-pages.js';

/**
 * Lifts, in one's own name and with reasons, an assessment that keeps a guardian out before its end: from then on the
 * guardian is told and asked like any other, and a consent that lacks their name rests until it is there (OSL 12:3).
 */
@Injectable()
export class LiftGuardianAssessment {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly seal: Seal,
  ) {}

  async run(caller: StaffCaller, written: { readonly id: string; readonly reasons: string }): Promise<void> {
    await this.asCaller.run(caller, async (tx) => {
      const assessments = tx.of(GuardianAssessments);
      const row = await assessments.findForChange(written.id);
      const file = row && (await tx.of(CaseStore).find(row.caseId));
      if (!row || !file) throw notFound();
      if (row.until <= tx.now) throw new Failure('ASSESSMENT_OVER_ALREADY');
      const faults = reasonsFaults(written.reasons);
      if (faults.length > 0) throw new InvalidInput(faults);
      const itemId = await this.seal.item(tx, {
        caseId: file.id,
        category: 'assessment-results',
        form: 'none',
        phase: file.phase,
        subjectIds: [row.childId],
        content: { text: written.reasons.trim() },
      });
      await assessments.lift(row.id, itemId);
      await tx.of(LedgerStore).record([
        {
          action: 'change',
          outcome: 'done',
          personId: row.childId,
          caseId: file.id,
          itemId,
          ground: 'OSL 12:3',
          detail: {
            deed: 'guardian-assessment-lifted',
            guardian: row.guardianId,
            seriousHarm: row.seriousHarm,
            wasUntil: row.until.toISOString(),
          },
        },
      ]);
      await recheckConsentsAbout(tx, row.childId);
      await tellConsentPages(tx, file.id);
    });
  }
}
