import type { DeadlineKind } from '#domain/deadline/built-in-deadlines.js';

/** What a municipality has set for one kind, as it wrote it. */
export interface DeadlineSetting {
  readonly kind: DeadlineKind;
  readonly rule: unknown;
  readonly alarms: unknown;
  readonly version: number;
}

/** Whose time it is: found from the case, or from the owning unit where there is no case. */
export interface DeadlinePlace {
  readonly municipalityId: string;
  readonly branchId: string;
  readonly setting: DeadlineSetting | null;
}

export interface NewDeadline {
  readonly id: string;
  readonly municipalityId: string;
  readonly branchId: string;
  readonly kind: DeadlineKind;
  readonly caseId: string | null;
  readonly aboutId: string | null;
  readonly rule: unknown;
  readonly source: string;
  readonly startsAt: Date;
  readonly dueAt: Date;
  readonly ownerUnitId: string;
  readonly ownerStaffId: string | null;
  readonly alarms: unknown;
  readonly nextWakeAt: Date | null;
}

/** The row as it is kept: a deadline met after its end is `met` with `metLate`. */
export interface DeadlineFactsRow {
  readonly id: string;
  readonly municipalityId: string;
  readonly branchId: string;
  readonly kind: DeadlineKind;
  readonly caseId: string | null;
  readonly aboutId: string | null;
  readonly startsAt: Date;
  readonly dueAt: Date;
  readonly state: 'open' | 'met' | 'missed' | 'void';
  readonly metLate: boolean;
  /** Set also on a missed one that nobody owes any longer: it stays missed, but nobody is told any more. */
  readonly voidReason: string | null;
  readonly ownerUnitId: string | null;
  readonly ownerStaffId: string | null;
  readonly alarms: unknown;
  readonly version: number;
}

export interface DeadlineOutcomeRow {
  readonly state: DeadlineFactsRow['state'];
  readonly metLate: boolean;
  readonly settledAt: Date;
  readonly settledBy: string | null;
  readonly voidReason: string | null;
}

/** Deadlines as the deeds of people open and settle them. */
export abstract class DeadlineStore {
  abstract getPlace(kind: DeadlineKind, of: { caseId: string | null; unitId: string }): Promise<DeadlinePlace>;
  /** Answers the id of the row that stands: the new one, or the one that is open already for the same start. */
  abstract add(deadline: NewDeadline): Promise<{ readonly id: string; readonly added: boolean; readonly dueAt: Date }>;
  /** Open or missed, locked; only the ones given are matched on. */
  abstract findRunning(wanted: {
    kind: DeadlineKind;
    caseId?: string | null;
    aboutId?: string | null;
  }): Promise<DeadlineFactsRow[]>;
  /** What such a deed lifted from then on, void or missed and no longer owed; locked. */
  abstract findLifted(wanted: { caseId: string; reason: string; since: Date }): Promise<DeadlineFactsRow[]>;
  /** A missed one is owed again; whoever was told of it has been told. */
  abstract oweAgain(id: string): Promise<void>;
  /** What it is about is on another case now; all else of it stands. */
  abstract moveToCase(id: string, caseId: string): Promise<void>;
  /** Gives what runs about something, and is somebody's, to another; answers what was given. */
  abstract handOver(of: {
    readonly aboutId: string;
    readonly from: string;
    readonly to: { readonly staffId: string; readonly unitId: string };
  }): Promise<readonly { readonly id: string; readonly branchId: string }[]>;
  /** Writes an outcome and ends the waking. */
  abstract settle(id: string, outcome: DeadlineOutcomeRow): Promise<void>;
}
