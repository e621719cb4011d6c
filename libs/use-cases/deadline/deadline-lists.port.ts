import type { DeadlineKind } from '#domain/deadline/built-in-deadlines.js';

/** A deadline as its readers meet it: whose it is and about which case. */
export interface ListedDeadline {
  readonly id: string;
  readonly kind: DeadlineKind;
  readonly caseId: string | null;
  readonly caseNumber: string | null;
  /** Whom the case is about, where the caller sees the case. */
  readonly personId: string | null;
  readonly grade: string | null;
  readonly aboutId: string | null;
  readonly rule: unknown;
  readonly source: string;
  readonly startsAt: Date;
  readonly dueAt: Date;
  readonly state: 'open' | 'met' | 'missed' | 'void';
  readonly metLate: boolean;
  readonly settledAt: Date | null;
  readonly settledBy: string | null;
  readonly ownerUnit: string | null;
  readonly ownerStaff: string | null;
  /** Of the caller's unit or of theirs by name: others' are followed, not answered. */
  readonly mine: boolean;
  /** The hub that asked or decided, where the caller works on its case. */
  readonly hubId: string | null;
  /** The group whose meeting decided it. */
  readonly groupId: string | null;
  /** It is to be assessed whether a child needs protection, of whom a reporter says that they are in danger now. */
  readonly saysDanger: boolean;
}

export interface DeadlinePlaceInList {
  readonly danger: boolean;
  readonly dueAt: Date;
  readonly id: string;
}

/** Reads deadlines under the caller's own rights. */
export abstract class DeadlineLists {
  /**
   * Running ones of the caller's unit, of theirs by name, also in another house's meeting, and of the cases that they lead or follow; a manager's house's
   * missed ones too. Danger first, then what is due first.
   */
  abstract findMine(first: number, after: DeadlinePlaceInList | null): Promise<ListedDeadline[]>;
  abstract countMine(): Promise<{ readonly late: number; readonly running: number }>;
  /** All of a case, settled ones too, by due time. */
  abstract findOfCase(caseId: string): Promise<ListedDeadline[]>;
  abstract seesCase(caseId: string): Promise<boolean>;
}
