import type { Grade } from '#domain/report/grading.js';
import type { DecisionKind } from '#domain/meeting/decide-meeting.js';

export interface NewHandOver {
  readonly id: string;
  readonly hubId: string;
  readonly caseId: string;
  readonly toStaffId: string;
  readonly toUnitId: string;
  readonly madeBy: string;
}

export interface HandOverFacts {
  readonly id: string;
  readonly hubId: string;
  readonly toStaffId: string | null;
  readonly toStaffName: string | null;
  readonly toUnitName: string;
  readonly madeByName: string;
  readonly madeAt: Date;
  readonly receivedByName: string | null;
  readonly receivedAt: Date | null;
}

/** A report that led to the case; what it says stands in items. */
export interface ReportLine {
  readonly reportId: string;
  readonly receivedAt: Date;
  readonly channel: string;
  readonly reporterKind: string;
  readonly itemIds: readonly string[];
}

export interface GradingLine {
  readonly id: string;
  readonly grade: Grade;
  readonly instrument: string;
  readonly gradedAt: Date;
  readonly gradedByName: string;
  readonly itemId: string;
}

export interface DecisionLine {
  readonly kind: DecisionKind;
  readonly itemId: string;
  readonly decidedByName: string;
  readonly decidedByTitle: string;
  readonly decidedAt: Date;
}

/** What goes over from the hub to whoever investigates. */
export abstract class HandOverStore {
  abstract add(handOver: NewHandOver): Promise<void>;
  abstract findByHub(hubId: string): Promise<HandOverFacts | undefined>;
  /** The newest hub of the case that has closed; undefined when none has. */
  abstract findClosedHub(caseId: string): Promise<string | undefined>;
  abstract findReports(caseId: string): Promise<ReportLine[]>;
  /** Oldest first. */
  abstract findGradings(caseId: string): Promise<GradingLine[]>;
  abstract findDecision(hubId: string): Promise<DecisionLine | undefined>;
  /** False when it has been received already. */
  abstract receive(hubId: string, by: string, at: Date): Promise<boolean>;
}
