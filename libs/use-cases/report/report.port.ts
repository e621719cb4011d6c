import type { HouseParty } from '#domain/disclosure/case.js';
import type { FeedbackWish, ReporterKind } from '#domain/report/reporter.js';

export type Channel = 'form' | 'phone' | 'letter' | 'visit';
export type ReportItemKind = 'content' | 'reporter' | 'instrument' | 'completion' | 'feedback';

/** Where reports in a municipality are received: the intake unit of its social services. */
export interface Intake {
  readonly municipalityId: string;
  readonly branchId: string;
  readonly unitId: string;
  readonly house: HouseParty;
}

export interface NewReport {
  readonly id: string;
  readonly municipalityId: string;
  readonly branchId: string;
  readonly receipt: string;
  readonly channel: Channel;
  readonly reporterKind: ReporterKind;
  /** Set when the reporter works in a house that uses Samnav. */
  readonly reporterBranchId: string | null;
  readonly reporterStaffId: string | null;
  readonly saysDanger: boolean;
  readonly feedbackWish: FeedbackWish;
  readonly registeredBy: string | null;
  readonly submittedBy: string;
  readonly clientKey: string;
  /** Keyed, of all that the form said. */
  readonly contentMark: Buffer;
}

export interface NewReportChild {
  readonly reportId: string;
  readonly caseId: string;
  readonly personId: string;
  readonly position: number;
}

export interface NewAssignment {
  readonly id: string;
  readonly caseId: string;
  readonly branchId: string;
  readonly unitId: string | null;
  readonly staffId: string | null;
  readonly reason: string;
}

export interface ReportFacts {
  readonly id: string;
  readonly receipt: string;
  readonly receivedAt: Date;
  readonly branchId: string;
  readonly reporterKind: ReporterKind;
  readonly reporterBranchId: string | null;
  readonly reporterStaffId: string | null;
  readonly wantsFeedback: boolean;
  readonly feedbackAskedAt: Date | null;
  readonly version: number;
  readonly children: readonly ReportChildFacts[];
}

export interface ReportChildFacts {
  /** From 1, in the order of the form. */
  readonly position: number;
  readonly personId: string;
  /** The case that carries it on now. */
  readonly caseId: string;
  /** The case under which what was said lies. */
  readonly receivedCaseId: string;
  readonly feedbackGivenAt: Date | null;
}

/** At the first part of what was added: by whom, under which key, and a keyed mark of all that was said. */
export interface CompletionSent {
  readonly by: string;
  readonly clientKey: string;
  readonly contentMark: Buffer;
}

/** A report as its reporter sees it in their list. */
export interface OwnReport {
  readonly id: string;
  readonly receipt: string;
  readonly receivedAt: Date;
  readonly wantsFeedback: boolean;
  /** Where each child's parts lie; positions only, since that is all that a reporter may be told. */
  readonly children: number;
  /** All own items of the report, in the order of the children. */
  readonly items: readonly { readonly itemId: string; readonly kind: ReportItemKind; readonly position: number }[];
}

/** Reports and their reception. */
export abstract class ReportStore {
  abstract findIntake(municipalityId: string): Promise<Intake | undefined>;
  /** Who work at intake now. */
  abstract findIntakeStaff(unitId: string): Promise<string[]>;
  /** False when this person has sent this form already. */
  abstract add(report: NewReport): Promise<boolean>;
  /** With the mark of what came; null for what came before there were marks. */
  abstract findByClientKey(
    submittedBy: string,
    clientKey: string,
  ): Promise<(ReportFacts & { readonly contentMark: Buffer | null }) | undefined>;
  abstract findByReceipt(municipalityId: string, receipt: string): Promise<ReportFacts | undefined>;
  abstract findById(reportId: string): Promise<ReportFacts | undefined>;
  abstract openCase(file: { id: string; municipalityId: string; branchId: string; personId: string }): Promise<void>;
  abstract assign(assignment: NewAssignment): Promise<void>;
  abstract endAssignment(id: string): Promise<void>;
  abstract addChild(child: NewReportChild): Promise<void>;
  abstract addItems(
    items: readonly { reportId: string; caseId: string; itemId: string; kind: ReportItemKind; sent?: CompletionSent }[],
  ): Promise<void>;
  /** What this person has added under the key; whoever asks for the same one meanwhile waits for the answer. */
  abstract findCompletion(
    by: string,
    clientKey: string,
  ): Promise<{ readonly receipt: string; readonly at: Date; readonly contentMark: Buffer } | undefined>;
  /** The reports that the caller has made from the house they act in, newest first. */
  abstract findOwn(page: { first: number; after: OwnCursor | null }): Promise<OwnReport[]>;
  /** Returns false when feedback on this child had been given already. */
  abstract recordFeedback(of: {
    reportId: string;
    caseId: string;
    outcome: 'shared' | 'told' | 'unsuitable';
  }): Promise<boolean>;
  /** False when the reporter had asked before; in a transaction of the service `reception`. */
  abstract askFeedback(reportId: string): Promise<boolean>;
  /** Does an investigation of this person run in the house now? */
  abstract hasInvestigation(branchId: string, personId: string): Promise<boolean>;
  /** The reports on a case, with those of cases joined into it. */
  abstract findOfCase(caseId: string): Promise<ReportFacts[]>;
  /** Moves what a joined case had to the case that carries it on. */
  abstract moveChildren(fromCaseId: string, toCaseId: string): Promise<void>;
  /** Gives a case back what was received under it and under those that go with it. */
  abstract returnChildren(receivedCaseIds: readonly string[], toCaseId: string): Promise<void>;
}

export interface OwnCursor {
  readonly receivedAt: Date;
  readonly id: string;
}
