import type { CaseDecisionKind } from '#domain/report/decide-case.js';
import type { DecisionKind } from '#domain/meeting/decide-meeting.js';

export interface ProposalRow {
  readonly id: string;
  readonly kind: CaseDecisionKind;
  readonly itemId: string;
  readonly byName: string;
  readonly toName: string;
  readonly investigatorId: string | null;
  readonly at: Date;
}

export interface DecisionRow {
  readonly id: string;
  readonly kind: DecisionKind | 'begin-measures';
  readonly itemId: string;
  readonly byName: string;
  readonly investigatorName: string | null;
  readonly at: Date;
  /** The hub that decided; null when it was decided without one. */
  readonly hubId: string | null;
}

/** What was proposed and decided on a case, in ids and facts; the reasons are items. */
export abstract class CaseDecisionStore {
  abstract propose(row: {
    readonly id: string;
    readonly caseId: string;
    readonly kind: CaseDecisionKind;
    readonly itemId: string;
    readonly toStaffId: string;
    readonly investigatorId: string | null;
  }): Promise<void>;
  abstract decide(row: {
    readonly id: string;
    readonly caseId: string;
    readonly kind: CaseDecisionKind;
    readonly itemId: string;
    readonly investigatorId: string | null;
  }): Promise<void>;
  /** Newest first; those of the case's hubs too. */
  abstract findDecisions(caseId: string): Promise<DecisionRow[]>;
  abstract findProposals(caseId: string): Promise<ProposalRow[]>;
}
