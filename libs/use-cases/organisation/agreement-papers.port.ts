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

/** What agreements say and who has signed them. */
export abstract class AgreementPapers {
  abstract findAll(municipalityId: string): Promise<AgreementPaper[]>;
  /** False when someone has changed it since that version. */
  abstract write(id: string, version: number, text: string): Promise<boolean>;
  /** False when the party has signed already. */
  abstract sign(
    signature: AgreementSignature & { readonly id: string; readonly agreementId: string },
  ): Promise<boolean>;
  /** The new one waits for every party's name. */
  abstract markRenewal(id: string, renews: string): Promise<void>;
  /** Groups of a form that have not ended: a number. */
  abstract countGroups(form: string): Promise<number>;
}
