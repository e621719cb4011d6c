import { Injectable } from '@nestjs/common';
import { requireSeenConsent } from '../consent/require-seen-consent.js';
import { notFound } from '../failure.js';
import { AsCaller } from '../gate/as-caller.js';
import type { FamilyCaller, StaffCaller } from '../gate/caller.js';
import { EvidenceGate } from '../gate/open-evidence.js';
import type { ReleasedEvidence } from '../gate/released.js';
import { noteLook } from '../ledger/note-look.js';
import { EvidenceStore, type EvidenceLine } from './evidence.port.js';

/** The signed paper, to the one who signed it and to those who work with the consent; taking it out is in the ledger. */
@Injectable()
export class ReadConsentDocument {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly gate: EvidenceGate,
  ) {}

  async run(caller: StaffCaller | FamilyCaller, id: string): Promise<ReleasedEvidence> {
    const { sealed, asOf } = await this.asCaller.run(caller, async (tx) => ({
      sealed: await tx.of(EvidenceStore).findSealed(id),
      asOf: tx.now,
    }));
    const released = sealed && (await this.gate.open({ caller, asOf }, sealed));
    if (!released) throw notFound();
    return released;
  }

  /** What there is, without what it says. */
  list(caller: StaffCaller, consentId: string): Promise<EvidenceLine[]> {
    return this.asCaller.run(caller, async (tx) => {
      const { caseId, record } = await requireSeenConsent(tx, consentId);
      const lines = await tx.of(EvidenceStore).findOfConsent(consentId);
      await noteLook(tx, { list: 'consent-evidence', shown: lines.length, personId: record.person, caseId });
      return lines;
    });
  }
}
