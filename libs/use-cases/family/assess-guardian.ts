import { Injectable } from '@nestjs/common';
import { writtenHouse, writtenPerson } from '#domain/disclosure/parties.js';
import { longestShare } from '#domain/share/share-times.js';
import { recheckConsentsAbout } from '../consent/recheck-consents.js';
import { situationOf } from '../consent/consent-step.js';
import { Failure, InvalidInput, notFound, type FieldFault } from '../failure.js';
import { AsCaller } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { Seal } from '../gate/seal.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { CaseStore } from '../report/case.port.js';
import { requireOnCase } from '../share/tellables.js';
import { takeBackLinksAbout } from './take-back-links.js';
import { tellConsentPages } from './tell-consent-pages.js';

export interface GuardianAssessed {
  readonly caseId: string;
  readonly guardianId: string;
  /** True: telling this guardian would harm the child seriously; they neither sign nor are told. */
  readonly seriousHarm: boolean;
  readonly reasons: string;
  readonly until: Date;
}

const LONGEST_REASONS = 2_000;

/**
 * An official’s assessment that telling one guardian would harm the child seriously: a fact with reasons and an end, from
 * which on the consents about the child neither need nor know that guardian (OSL 12:3).
 */
@Injectable()
export class AssessGuardian {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly seal: Seal,
  ) {}

  async run(caller: StaffCaller, written: GuardianAssessed): Promise<void> {
    await this.asCaller.run(caller, async (tx) => {
      await requireOnCase(tx, written.caseId);
      const file = await tx.of(CaseStore).findForChange(written.caseId);
      if (!file) throw notFound();
      const { subject } = await situationOf(tx, file.personId);
      if (!subject.guardians.includes(written.guardianId)) throw new Failure('NOT_A_GUARDIAN', 'guardianId');
      const faults = faultsIn(written, tx.now);
      if (faults.length > 0) throw new InvalidInput(faults);
      const itemId = await this.seal.item(tx, {
        caseId: file.id,
        category: 'assessment-results',
        form: 'none',
        phase: file.phase,
        subjectIds: [file.personId],
        content: { text: written.reasons.trim() },
      });
      await tx.of(CaseStore).addAssessment({
        id: tx.newId(),
        caseId: file.id,
        ground: 'OSL 12:3',
        personId: file.personId,
        toBranchId: null,
        from: writtenHouse(caller.house),
        to: writtenPerson(written.guardianId),
        categories: [],
        criteria: { seriousHarm: written.seriousHarm },
        itemId,
        until: written.until,
      });
      if (written.seriousHarm)
        await takeBackLinksAbout(tx, { guardianId: written.guardianId, childId: file.personId, why: 'not-told' });
      await tx.of(LedgerStore).record([
        {
          action: 'change',
          outcome: 'done',
          personId: file.personId,
          caseId: file.id,
          itemId,
          ground: 'OSL 12:3',
          detail: {
            deed: 'guardian-assessed',
            guardian: written.guardianId,
            seriousHarm: written.seriousHarm,
            until: written.until.toISOString(),
          },
        },
      ]);
      await recheckConsentsAbout(tx, file.personId);
      await tellConsentPages(tx, file.id);
    });
  }
}

export function reasonsFaults(reasons: string): FieldFault[] {
  if (reasons.trim() === '') return [{ field: 'reasons', code: 'REASONS_MISSING' }];
  if (reasons.length > LONGEST_REASONS)
    return [{ field: 'reasons', code: 'TOO_LONG', values: { most: LONGEST_REASONS } }];
  return [];
}

function faultsIn({ reasons, until }: GuardianAssessed, now: Date): FieldFault[] {
  const faults = reasonsFaults(reasons);
  if (until <= now) faults.push({ field: 'until', code: 'END_HAS_PASSED' });
  // Looked at anew at least twice a year: a guardian kept out for good is a court's matter.
  else if (until.getTime() > longestShare(now.getTime())) faults.push({ field: 'until', code: 'ASSESSMENT_TOO_LONG' });
  return faults;
}
