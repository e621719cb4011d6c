import { Injectable } from '@nestjs/common';
import { decideDisclosure } from '#domain/disclosure/decide-disclosure.js';
import type { Party } from '#domain/disclosure/case.js';
import { LedgerAppender } from '../ledger/ledger-appender.port.js';
import type { SealedEvidence } from '../family/evidence.port.js';
import type { FamilyCaller, StaffCaller } from './caller.js';
import { FieldCipher } from './cipher.js';
import type { ReleasedEvidence } from './released.js';
import { evidencePlace } from './seal.js';

/**
 * The gate in front of what names under consents stand on: decide, write the ledger, decrypt, in that order. A signer gets
 * the paper they signed, the house that asked what it works with (OSL 12:1–3, 26:1).
 */
@Injectable()
export class EvidenceGate {
  constructor(
    private readonly appender: LedgerAppender,
    private readonly cipher: FieldCipher,
  ) {}

  /** Undefined when the reader may not have it. */
  async open(
    opening: { readonly caller: StaffCaller | FamilyCaller; readonly asOf: Date },
    sealed: SealedEvidence,
  ): Promise<ReleasedEvidence | undefined> {
    const { caller, asOf } = opening;
    const decision = decideDisclosure({
      asOf: asOf.getTime(),
      from: sealed.house,
      to: readerOf(caller, sealed),
      subjects: [sealed.subject],
      category: 'measures-and-plan',
      personData: true,
      form: 'none',
      phase: 'none',
      purpose: 'support',
      recipientAssigned: sealed.recipientAssigned,
      recipientNamed: sealed.recipientNamed,
      revealsPlace: false,
      reportedBy: null,
      consents: [],
      assessments: [],
    });
    const released = decision.outcome === 'release';
    await this.appender.append(caller, [
      {
        action: released ? 'export' : 'refuse',
        outcome: decision.outcome,
        personId: sealed.subject.id,
        caseId: sealed.caseId,
        purpose: 'support',
        ground: decision.ground,
        detail: { evidence: sealed.id, consentId: sealed.consentId },
      },
    ]);
    if (!released) return undefined;
    const text = this.cipher.decrypt(sealed.content.keyPersonId, sealed.content, evidencePlace(sealed.id));
    return {
      id: sealed.id,
      consentId: sealed.consentId,
      mediaType: sealed.mediaType,
      bytes: Buffer.from(text, 'base64'),
    } as ReleasedEvidence;
  }
}

const readerOf = (caller: StaffCaller | FamilyCaller, { subject }: SealedEvidence): Party =>
  caller.kind === 'staff'
    ? caller.house
    : { kind: subject.id === caller.personId ? 'subject' : 'guardian', person: caller.personId };
