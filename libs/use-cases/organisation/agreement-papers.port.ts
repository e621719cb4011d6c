import type { Instant } from '#domain/kernel/instant.js';

/** A party's name under an agreement. */
export interface AgreementSignature {
  readonly branchId: string;
  readonly name: string;
  readonly title: string;
  /** `2026-01-15`. */
  readonly signedOn: string;
}

export interface AgreementPaper {
  readonly agreementId: string;
  readonly text: string;
  readonly awaitsSignatures: boolean;
  readonly renewedBy: string | null;
  readonly signatures: readonly AgreementSignature[];
}

export interface GroupUnderAgreement {
  readonly groupId: string;
  readonly kind: string;
  readonly standing: string;
  readonly house: string;
  readonly coordinator: string;
  readonly meetings: readonly Instant[];
}

/** Groups of a house that stand under an agreement of a form. */
export interface GroupsOfHouse {
  readonly kind: string;
  readonly house: string;
  readonly groups: number;
}

/** What agreements say and who has signed them. */
export abstract class AgreementPapers {
  abstract findAll(municipalityId: string): Promise<AgreementPaper[]>;
  /** False when someone has changed it since that version. */
  abstract write(id: string, version: number, text: string): Promise<boolean>;
  /** False when the party has signed already. */
  abstract sign(
    signature: AgreementSignature & { readonly id: string; readonly agreementId: string },
  ): Promise<boolean>;
  /** Whether anyone's name stands under it. */
  abstract hasNames(id: string): Promise<boolean>;
  /** The new one waits for every party's name. */
  abstract markRenewal(id: string, renews: string): Promise<void>;
  /** Groups of a form in a manager's own house that have not ended, with their meetings ahead: neither case nor person. */
  abstract findGroups(form: string): Promise<GroupUnderAgreement[]>;
  /** How many each house has, for an administrator. */
  abstract countGroups(form: string): Promise<GroupsOfHouse[]>;
  /** What the caller's municipality and the caller are called. */
  abstract findHeading(): Promise<{ readonly municipality: string; readonly printedBy: string }>;
}
