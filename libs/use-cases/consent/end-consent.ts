import { Injectable } from '@nestjs/common';
import { decideConsentStep } from '#domain/consent/consent-states.js';
import { Failure, InvalidInput, notFound } from '../failure.js';
import { AsCaller } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { Seal } from '../gate/seal.js';
import { CaseStore } from '../report/case.port.js';
import { recordConsentStep, requireConsent } from './consent-step.js';

export interface ConsentEnding {
  readonly id: string;
  readonly expectedVersion: number;
  readonly reasons: string;
}

const LONGEST_REASONS = 2_000;

/**
 * The agency ends a consent in force that it no longer needs, with its reasons: nothing is kept open longer than it is
 * needed for (GDPR 5.1 b, e), and a family cannot tell by the end alone whose wish it was.
 */
@Injectable()
export class EndConsent {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly seal: Seal,
  ) {}

  run(caller: StaffCaller, { id, expectedVersion, reasons }: ConsentEnding): Promise<void> {
    const text = reasons.trim();
    if (text === '') throw new InvalidInput([{ field: 'reasons', code: 'REASONS_MISSING' }]);
    if (text.length > LONGEST_REASONS)
      throw new InvalidInput([{ field: 'reasons', code: 'TOO_LONG', values: { most: LONGEST_REASONS } }]);
    return this.asCaller.run(caller, async (tx) => {
      const consent = await requireConsent(tx, id, expectedVersion);
      const step = decideConsentStep(consent.record.state, 'end');
      if (step.outcome === 'refused') throw new Failure('CONSENT_NOT_IN_FORCE');
      const file = await tx.of(CaseStore).findForChange(consent.caseId);
      if (!file) throw notFound();
      const itemId = await this.seal.item(tx, {
        caseId: file.id,
        category: 'measures-and-plan',
        form: 'none',
        phase: file.phase,
        subjectIds: [consent.record.person],
        content: { text },
      });
      await recordConsentStep(tx, {
        consent,
        move: { state: step.state },
        happening: { kind: 'ended', detail: { item: itemId } },
        opensLess: true,
      });
    });
  }
}
