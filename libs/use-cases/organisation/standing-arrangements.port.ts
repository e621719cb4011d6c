/** A time every week at which the house's hub meets. */
export interface HubSlotFacts {
  readonly id: string;
  readonly branchId: string;
  /** 1 Monday … 7 Sunday. */
  readonly weekday: number;
  readonly startsLocal: string;
  readonly minutes: number;
  readonly videoUrl: string | null;
  readonly version: number;
}

export interface AgreementPartyFacts {
  readonly branchId: string;
  readonly branchName: string;
  readonly authorityName: string;
  readonly resources: string;
}

export interface AgreementFacts {
  readonly id: string;
  readonly form: string;
  /** `2026-01-01`. */
  readonly startsOn: string;
  readonly endsOn: string;
  readonly signedBy: string;
  readonly version: number;
  readonly parties: readonly AgreementPartyFacts[];
}

/** What stands until somebody changes it: the hub's times and the agreements; both are added by OrganisationStore. */
export abstract class StandingArrangements {
  abstract findSlots(municipalityId: string): Promise<HubSlotFacts[]>;
  /** False when someone has changed it since that version. */
  abstract changeSlot(
    id: string,
    version: number,
    to: { readonly minutes: number; readonly videoUrl: string | null },
  ): Promise<boolean>;
  abstract removeSlot(id: string): Promise<void>;
  abstract findAgreements(municipalityId: string): Promise<AgreementFacts[]>;
  /** False when someone has changed it since that version. Its parties are replaced. */
  abstract changeAgreement(
    id: string,
    version: number,
    to: {
      readonly startsOn: string;
      readonly endsOn: string;
      readonly signedBy: string;
      readonly parties: readonly { readonly branchId: string; readonly resources: string }[];
    },
  ): Promise<boolean>;
  /** Deadline kind → the municipality's own rule. */
  abstract findDeadlineRules(municipalityId: string): Promise<{ readonly kind: string; readonly rule: unknown }[]>;
}
