import type { HouseParty, Subject } from '#domain/disclosure/case.js';
import type { TownLimits } from '#domain/disclosure/decision.js';
import type { SealedContent } from '../gate/sealed.js';
import type { Sight } from '../gate/sight.js';

export interface EvidenceLine {
  readonly id: string;
  readonly signerId: string;
  readonly kind: 'e-id' | 'paper' | 'oral' | 'document';
  readonly mediaType: string;
  readonly createdAt: Date;
  /** It may name houses that would tell a guardian where a protected child is. */
  readonly namesHouses: boolean;
  /** Of the bytes as they came. */
  readonly sha256: Buffer;
}

/** What a name stands on, sealed, with the facts that decide who reads it. */
export interface SealedEvidence {
  readonly id: string;
  readonly consentId: string;
  readonly caseId: string;
  readonly mediaType: string;
  /** It may name houses that would tell a guardian where a protected child is. */
  readonly namesHouses: boolean;
  readonly house: HouseParty;
  readonly subject: Subject;
  /** Whose name it holds beside the subject's; null where the reader is this one. */
  readonly signer: Subject | null;
  readonly limits: TownLimits | undefined;
  readonly recipientAssigned: boolean;
  /** Whether the reader is named for the subject, and for the signer. */
  readonly recipientNamed: boolean;
  readonly recipientNamedForSigner: boolean;
  readonly content: SealedContent;
  readonly sight: Sight;
}

/** Evidence of names under consents: a signer sees their own, the asking house what it works with. */
export abstract class EvidenceStore {
  /** Oldest first. */
  abstract findOfConsent(consentId: string): Promise<EvidenceLine[]>;
  /** Only the signer's own paper for a family; anything of the house's consents for who works with them. */
  abstract findSealed(id: string): Promise<SealedEvidence | undefined>;
}
