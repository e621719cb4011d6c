import type { Grade } from '#domain/report/grading.js';
import type { DecisionKind } from '#domain/meeting/decide-meeting.js';

export interface NewHandOver {
  readonly id: string;
  /** The hub that decided, or the decision that was taken without one. */
  readonly from: { readonly hubId: string } | { readonly decisionId: string };
  readonly caseId: string;
  readonly toStaffId: string;
  readonly toUnitId: string;
  readonly madeBy: string;
}

export interface HandOverFacts {
  readonly id: string;
  /** Null when it was decided without a hub. */
  readonly hubId: string | null;
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

export interface ProtectionLine {
  readonly id: string;
  readonly needsProtection: boolean;
  readonly assessedAt: Date;
  readonly assessedByName: string;
  readonly itemId: string | null;
}

export interface DecisionLine {
  readonly byHub: boolean;
  readonly kind: DecisionKind;
  readonly itemId: string;
  readonly decidedByName: string;
  readonly decidedByTitle: string;
  readonly decidedAt: Date;
}

/** What goes over to whoever investigates: from a hub, or from a decision taken without one. */
export abstract class HandOverStore {
  abstract add(handOver: NewHandOver): Promise<void>;
  abstract findOfCase(caseId: string): Promise<HandOverFacts | undefined>;
  /** The newest hub of the case that has closed; undefined when none has. */
  abstract findClosedHub(caseId: string): Promise<string | undefined>;
  /** Those of cases that were joined into it too. */
  abstract findReports(caseId: string): Promise<ReportLine[]>;
  /** Oldest first. */
  abstract findProtections(caseId: string): Promise<ProtectionLine[]>;
  /** Oldest first. */
  abstract findGradings(caseId: string): Promise<GradingLine[]>;
  /** The decision that ended the preliminary assessment, or else what the hub came to. */
  abstract findDecision(caseId: string, hubId: string | null): Promise<DecisionLine | undefined>;
  /** False when it has been received already. */
  abstract receive(id: string, by: string, at: Date): Promise<boolean>;
}
