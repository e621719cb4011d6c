import type { HouseParty } from '#domain/disclosure/case.js';
import type { Category, Phase } from '#domain/disclosure/vocabulary.js';
import type { DeadlineKind } from '#domain/deadline/built-in-deadlines.js';
import type { Grade } from '#domain/report/grading.js';
import type { ReporterKind } from '#domain/report/reporter.js';
import type { CaseState } from './intake-queue.port.js';
import type { Channel, ReportItemKind } from './report.port.js';

export interface CaseFacts {
  readonly id: string;
  readonly number: string;
  readonly municipalityId: string;
  readonly branchId: string;
  readonly personId: string;
  readonly state: CaseState;
  readonly phase: Phase;
  readonly grade: Grade | null;
  readonly version: number;
  readonly joinedInto: string | null;
  /** When the first report on it came. */
  readonly receivedAt: Date;
  readonly protectionAssessed: boolean;
  /** A hub of the case that has not closed and that the caller may come to. */
  readonly openHubId: string | null;
  /** Also where the caller may not come to it. */
  readonly hubIsOpen: boolean;
  readonly lastGrading: { readonly id: string; readonly grade: Grade; readonly by: string; readonly at: Date } | null;
}

export interface ReportOnCase {
  readonly id: string;
  readonly receipt: string;
  readonly channel: Channel;
  readonly receivedAt: Date;
  readonly reporterKind: ReporterKind;
  readonly reporterHouse: (HouseParty & { readonly name: string }) | null;
  /** Null where the reporter has no house here. */
  readonly reporterBranchId: string | null;
  readonly reporterName: string | null;
  readonly reporterPhone: string | null;
  readonly reporterEmail: string | null;
  readonly saysDanger: boolean;
  readonly wantsFeedback: boolean;
  readonly feedbackGivenAt: Date | null;
  readonly feedbackOutcome: 'shared' | 'told' | 'unsuitable' | null;
  readonly otherChildren: number;
  readonly version: number;
  /** What was said, in ids; those that the reader does not see are there too, so that nothing is missing unnoticed. */
  readonly items: readonly { readonly itemId: string; readonly kind: ReportItemKind }[];
}

export interface GradingRow {
  readonly id: string;
  readonly grade: Grade;
  readonly instrument: string;
  readonly itemId: string;
  readonly byName: string;
  readonly at: Date;
}

export interface ProtectionRow {
  readonly id: string;
  readonly needsProtection: boolean;
  readonly itemId: string | null;
  readonly byName: string;
  readonly at: Date;
}

export interface CaseDeadlineRow {
  readonly id: string;
  readonly kind: DeadlineKind;
  readonly aboutId: string | null;
  readonly startsAt: Date;
  readonly dueAt: Date;
  readonly state: 'open' | 'met' | 'missed' | 'void';
  readonly settledAt: Date | null;
}

export interface OtherCase {
  readonly id: string;
  readonly number: string;
  readonly state: CaseState;
  readonly grade: Grade | null;
  readonly openedAt: Date;
  readonly closedAt: Date | null;
}

/** A join as one of its two cases shows it. */
export interface JoinRow {
  readonly id: string;
  readonly joinedId: string;
  readonly joinedNumber: string;
  /** Null when the reader does not see the case that it was joined into. */
  readonly leadNumber: string | null;
  readonly itemId: string;
  readonly byName: string;
  readonly at: Date;
  /** Set when the join was undone; the reasons lie in the file of the case that shows it. */
  readonly separation: { readonly itemId: string; readonly byName: string; readonly at: Date } | null;
}

/** A join that stands under a lead. */
export interface StandingJoinRow {
  readonly id: string;
  readonly joinedId: string;
  readonly underId: string;
  readonly joinedAt: Date;
  readonly grade: Grade | null;
}

export interface NewSeparation {
  readonly joinId: string;
  readonly leadId: string;
  readonly joinedId: string;
  readonly itemId: string;
  readonly leadItemId: string;
}

export interface CaseRecord {
  readonly reports: readonly ReportOnCase[];
  readonly gradings: readonly GradingRow[];
  readonly protections: readonly ProtectionRow[];
  readonly deadlines: readonly CaseDeadlineRow[];
  readonly others: readonly OtherCase[];
  readonly joins: readonly JoinRow[];
}

export interface NewAssessment {
  readonly id: string;
  readonly caseId: string;
  readonly ground: string;
  readonly personId: string;
  /** Null where the receiver is a person in nobody’s house. */
  readonly toBranchId: string | null;
  readonly from: string;
  readonly to: string;
  readonly categories: readonly Category[];
  readonly criteria: Readonly<Record<string, boolean>>;
  readonly itemId: string | null;
  readonly until: Date;
}

/** A case from its report until somebody decides: assessments, grades and joins, in ids and facts. */
export abstract class CaseStore {
  /** Locks the row for the rest of the transaction: two people's steps on one case come one after the other. */
  abstract findForChange(caseId: string): Promise<CaseFacts | undefined>;
  abstract find(caseId: string): Promise<CaseFacts | undefined>;
  /** Empty where the caller does not see the case. */
  abstract readRecord(caseId: string): Promise<CaseRecord>;
  abstract addProtection(row: { id: string; caseId: string; needsProtection: boolean; itemId: string }): Promise<void>;
  abstract addGrading(row: {
    id: string;
    caseId: string;
    grade: Grade;
    instrument: string;
    itemId: string;
    supersedes: string | null;
  }): Promise<void>;
  /** Sets grade and state; the version goes up. */
  abstract setGrade(caseId: string, grade: Grade | null, state: CaseState): Promise<void>;
  abstract join(row: { id: string; leadId: string; joinedId: string; itemId: string }): Promise<void>;
  /** All that stand under this lead, also those that came with another case. */
  abstract findStandingJoins(leadId: string): Promise<StandingJoinRow[]>;
  abstract separate(row: NewSeparation): Promise<void>;
  /** Takes the first of the cases out of its lead and lets the others follow it. */
  abstract leaveLead(leaving: readonly [string, ...string[]], state: CaseState): Promise<void>;
  abstract addAssessment(assessment: NewAssessment): Promise<void>;
}
