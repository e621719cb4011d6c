import type { KeepGround, RetentionOutcome, DISPOSE_GROUND } from '#domain/deadline/decide-retention.js';
import type { RetentionKind } from '#domain/deadline/retention.js';

export interface RunningRetention {
  readonly id: string;
  readonly kind: RetentionKind;
  readonly branchId: string;
  readonly startsAt: Date;
  readonly dueAt: Date;
  /** From then on it can be decided. */
  readonly isReminded: boolean;
}

export interface RetentionDecisionRow {
  readonly id: string;
  readonly outcome: RetentionOutcome;
  readonly ground: KeepGround | typeof DISPOSE_GROUND;
  /** Its last day, where it is kept. */
  readonly keepUntil: string | null;
  readonly byName: string;
  readonly at: Date;
  /** When it was carried out; null for what is kept, and until then. */
  readonly disposedAt: Date | null;
}

/** What was decided about how long a case is kept, read and written under the caller's own rights. */
export abstract class RetentionDecisionStore {
  abstract findRunning(caseId: string): Promise<RunningRetention | undefined>;
  /** Newest first. */
  abstract findDecisions(caseId: string): Promise<RetentionDecisionRow[]>;
  abstract add(decision: {
    readonly id: string;
    readonly caseId: string;
    readonly branchId: string;
    readonly deadlineId: string;
    readonly outcome: RetentionOutcome;
    readonly ground: string;
    readonly keepUntil: string | null;
  }): Promise<void>;
}
