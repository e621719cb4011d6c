import type { KnownBy } from '#domain/group/known-by.js';

export interface NominationRow {
  readonly id: string;
  readonly municipalityId: string;
  readonly branchId: string;
  readonly branchName: string;
  readonly toStaffId: string;
  readonly toName: string;
  readonly kind: string;
  readonly fromBranchId: string;
  readonly fromBranchName: string;
  readonly fromKind: string;
  readonly fromUnitName: string;
  readonly byStaffId: string;
  readonly byName: string;
  readonly byPhone: string | null;
  readonly ground: 'internal' | 'no-person-data';
  readonly caseId: string | null;
  readonly personId: string | null;
  readonly caseNumber: string | null;
  readonly itemId: string | null;
  readonly madeAt: Date;
  readonly readAt: Date | null;
  readonly withdrawnAt: Date | null;
  /** The receiving house's answer, seen there alone. */
  readonly decision: 'taken-up' | 'declined' | null;
  readonly groupId: string | null;
  readonly version: number;
}

export interface NewNomination {
  readonly id: string;
  readonly municipalityId: string;
  readonly branchId: string;
  readonly toStaffId: string;
  readonly kind: string;
  readonly fromBranchId: string;
  readonly fromUnitId: string;
  readonly ground: NominationRow['ground'];
  readonly caseId: string | null;
  readonly itemId: string | null;
}

export interface Coordinator {
  readonly staffId: string;
  readonly name: string;
  readonly title: string;
  readonly unitId: string;
  readonly branchId: string;
  readonly branchName: string;
}

/** Nominations: to one coordinator, and back to whoever made them as far as that they were read. */
export abstract class NominationStore {
  abstract add(nomination: NewNomination): Promise<void>;
  abstract find(id: string): Promise<NominationRow | undefined>;
  /** Kept from others until the transaction ends: it is answered or taken back, and never both. */
  abstract findForChange(id: string): Promise<NominationRow | undefined>;
  /** Also for whoever made it in another house, who learns no more of the answer. */
  abstract isAnswered(id: string): Promise<boolean>;
  /** Those that the caller made and those that the caller receives, newest first. */
  abstract findAll(): Promise<NominationRow[]>;
  abstract markRead(ids: readonly string[]): Promise<void>;
  abstract withdraw(id: string): Promise<void>;
  abstract answer(answer: {
    readonly id: string;
    readonly nominationId: string;
    readonly branchId: string;
    readonly caseId: string | null;
    readonly decision: 'taken-up' | 'declined';
    readonly reason: string | null;
    /** Null where it was declined. */
    readonly knownBy: KnownBy | null;
    readonly itemId: string | null;
    readonly groupId: string | null;
  }): Promise<boolean>;
  /** Who holds a post as coordinator in the municipality now. */
  abstract findCoordinators(municipalityId: string): Promise<Coordinator[]>;
}
