/** Somebody on the roster of a house's social emergency service now. */
export interface OnDuty {
  readonly branchId: string;
  readonly staffId: string;
  /** The shift's end. */
  readonly until: Date;
}

export interface ShiftAssignment extends OnDuty {
  readonly id: string;
  readonly caseId: string;
}

/** A case that cannot wait for office hours, with somebody on duty who does not work on it yet. */
export interface WaitingCase extends OnDuty {
  readonly caseId: string;
  readonly municipalityId: string;
  /** What runs out first in its preliminary assessment; null where everything has. */
  readonly deadlineId: string | null;
  readonly dueAt: Date | null;
}

/** The social emergency service's shifts, and the cases that they take over; for the services `reception` and `deadlines`. */
export abstract class DutyStore {
  abstract findOnDuty(branchIds: readonly string[]): Promise<OnDuty[]>;
  /** Puts each on the case until the shift's end, except who works on it already; answers those it put there. */
  abstract assign(wanted: readonly ShiftAssignment[]): Promise<{ readonly caseId: string; readonly staffId: string }[]>;
  /** Municipalities where somebody of the emergency service is on duty now. */
  abstract findTownsOnDuty(): Promise<string[]>;
  /** Reports that nobody has graded, and red and orange cases that nobody has decided. */
  abstract findWaiting(municipalityIds: readonly string[]): Promise<WaitingCase[]>;
  /** Holds the case in this transaction, so that two processes do not call the same shift twice. */
  abstract hold(caseId: string): Promise<void>;
}
