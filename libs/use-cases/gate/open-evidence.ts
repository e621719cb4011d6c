import { Injectable } from '@nestjs/common';
import { decideDisclosure } from '#domain/disclosure/decide-disclosure.js';
import type { Party, Subject } from '#domain/disclosure/case.js';
import type { Decision } from '#domain/disclosure/decision.js';
import { hidesName } from '#domain/person/protection.js';
import { EvidenceStore, type SealedEvidence } from '../family/evidence.port.js';
import type { FamilyCaller, StaffCaller } from './caller.js';
import { FieldCipher } from './cipher.js';
import type { ReleasedEvidence } from './released.js';
import { evidencePlace } from './seal.js';
import { SettleSight, type Settling } from './settle-sight.js';

/** Who takes it out, and the database's clock in the transaction that loaded the facts. */
export interface EvidenceOpening {
  readonly caller: StaffCaller | FamilyCaller;
  readonly asOf: Date;
}

/**
 * The gate in front of what names under consents stand on: decide, write the ledger, decrypt, in that order. A signer gets
 * the paper they signed, the house that asked what it works with (OSL 12:1–3, 26:1). In the house it is a name and a number
 * too: of whom the two hard grades protect, also as a signer, it is for the named alone (OSL 21:3).
 */
@Injectable()
export class EvidenceGate {
  constructor(
    private readonly settling: SettleSight,
    private readonly cipher: FieldCipher,
  ) {}

  /** Undefined when the reader may not have it. */
  async open(opening: EvidenceOpening, asked: SealedEvidence): Promise<ReleasedEvidence | undefined> {
    const [settled = []] = await this.settling.forEach([{ opening, sealed: [asked] }], EVIDENCE);
    const [found] = settled;
    if (found?.decision.outcome !== 'release') return undefined;
    const sealed = found.one;
    const text = this.cipher.decrypt(sealed.content.keyPersonId, sealed.content, evidencePlace(sealed.id));
    return {
      id: sealed.id,
      consentId: sealed.consentId,
      mediaType: sealed.mediaType,
      bytes: Buffer.from(text, 'base64'),
    } as ReleasedEvidence;
  }
}

const EVIDENCE: Settling<EvidenceOpening, SealedEvidence> = {
  id: ({ id }) => id,
  decide,
  line: (_, sealed, { outcome, ground }) => ({
    action: outcome === 'release' ? 'export' : 'refuse',
    outcome,
    personId: sealed.subject.id,
    caseId: sealed.caseId,
    purpose: 'support',
    ground,
    detail: { evidence: sealed.id, consentId: sealed.consentId },
  }),
  again: async (tx, ones) => {
    const found = await Promise.all(ones.map(({ id }) => tx.of(EvidenceStore).findSealed(id)));
    return found.flatMap((one) => one ?? []);
  },
};

function decide({ caller, asOf }: EvidenceOpening, sealed: SealedEvidence): Decision {
  const shielded = caller.kind === 'staff' ? shieldedFrom(sealed) : undefined;
  const question = {
    asOf: asOf.getTime(),
    from: sealed.house,
    to: readerOf(caller, sealed),
    subjects: [shielded ?? sealed.subject],
    category: shielded ? 'contact-details' : 'measures-and-plan',
    personData: true,
    form: 'none',
    phase: 'none',
    purpose: 'support',
    recipientAssigned: sealed.recipientAssigned,
    recipientNamed: shielded ? false : sealed.recipientNamed,
    // To a guardian what it names tells where the child is; in the house it is no news.
    revealsPlace: caller.kind === 'family' && sealed.namesHouses,
    reportedBy: null,
    consents: [],
    assessments: [],
  } as const;
  return decideDisclosure(question, sealed.limits);
}

/** Whom it names whose very name is protected from this reader. */
const shieldedFrom = (sealed: SealedEvidence): Subject | undefined => {
  const people = [
    { subject: sealed.subject, named: sealed.recipientNamed },
    { subject: sealed.signer, named: sealed.recipientNamedForSigner },
  ];
  return (
    people.find(({ subject, named }) => subject !== null && !named && hidesName(subject.protection))?.subject ??
    undefined
  );
};

const readerOf = (caller: StaffCaller | FamilyCaller, { subject }: SealedEvidence): Party =>
  caller.kind === 'staff'
    ? caller.house
    : { kind: subject.id === caller.personId ? 'subject' : 'guardian', person: caller.personId };
