import { Injectable } from '@nestjs/common';
import { EvidenceVerifier, type EvidenceFault } from '../e-id/evidence-verifier.port.js';
import { AsCaller } from '../gate/as-caller.js';
import type { StaffCaller } from '../gate/caller.js';
import { LookupHash } from '../gate/cipher.js';
import { EvidenceStore } from './evidence.port.js';
import { FamilyFacts } from './family-facts.port.js';
import { ReadConsentDocument } from './read-consent-document.js';
import { asFamilyService } from './resolve-family-session.js';

export interface EvidenceChecked {
  readonly holds: boolean;
  /** When it was signed; null where it does not hold. */
  readonly at: Date | null;
  readonly why: EvidenceFault | null;
  /** It holds by a key that nothing but the evidence vouches for. */
  readonly selfVouched: boolean;
}

/**
 * Whether a name under a consent still stands on what it stood on: the signature is weighed again, and held against who the
 * signer is and the paper that was kept with it (eIDAS 26, 32). Looking is taking it out: the gate decides, and the ledger says so.
 */
@Injectable()
export class CheckConsentEvidence {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly documents: ReadConsentDocument,
    private readonly verifier: EvidenceVerifier,
    private readonly lookup: LookupHash,
  ) {}

  async run(caller: StaffCaller, id: string): Promise<EvidenceChecked> {
    const { consentId, bytes } = await this.documents.run(caller, id);
    const verdict = await this.verifier.verify(bytes.toString('utf8'));
    if (verdict.outcome === 'fails') return fails(verdict.why);
    const kept = await this.asCaller.run(caller, (tx) => tx.of(EvidenceStore).findOfConsent(consentId));
    const signerId = kept.find((line) => line.id === id)?.signerId;
    if (signerId === undefined || !(await this.isOf(signerId, verdict.personalNumber, caller.requestId)))
      return fails('wrong-signer');
    const isKept = kept.some(
      ({ kind, signerId: of, sha256 }) =>
        kind === 'document' && of === signerId && `sha-256:${sha256.toString('hex')}` === verdict.document,
    );
    const { validAt: at, selfVouched } = verdict;
    return isKept ? { holds: true, at, why: null, selfVouched } : fails('wrong-data');
  }

  /** Asked by the platform itself: whoever looks may know neither number nor hash. */
  private isOf(personId: string, personalNumber: string, requestId: string): Promise<boolean> {
    return this.asCaller.run(asFamilyService(requestId), (tx) =>
      tx.of(FamilyFacts).hasNumber(personId, this.lookup.ofNumber(personalNumber)),
    );
  }
}

const fails = (why: EvidenceFault): EvidenceChecked => ({ holds: false, at: null, why, selfVouched: false });
