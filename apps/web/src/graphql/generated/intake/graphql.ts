/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** Whether the child needs protection at once (SoL 20:1). */
export type AssessProtectionInput = {
  caseId: string;
  /** What is done at once; asked for when the child needs protection. */
  measures?: string;
  needsProtection?: boolean | null | undefined;
  reasons?: string;
};

/** That measures begin, and why (SoL 20:3). */
export type BeginMeasuresInput = {
  caseId: string;
  /** The version that was read. */
  expectedVersion: number;
  reasons?: string;
};

/** Whether an investigation is opened, decided without a hub (SoL 20:2). */
export type DecideCaseInput = {
  caseId: string;
  /** The version that was read. */
  expectedVersion: number;
  /** Who takes over; needed to open an investigation. */
  investigator?: string | null | undefined;
  /** `open-investigation`, `no-investigation` or `other-support`. */
  kind?: string;
  reasons?: string;
};

/** An answer to one factor of an instrument. */
export type FactorAnswerInput = {
  /** `present`, `absent` or `unknown`. */
  answer: string;
  factor: string;
  /** Needed when the factor is present. */
  reasons?: string;
};

/** Feedback to a reporter, or the assessment that it would be unsuitable (SoL 19:6, OSL 26:9 a). */
export type GiveFeedbackInput = {
  caseId: string;
  /** What was read as `feedbackToGive`; FEEDBACK_CHANGED where another thing can be told now. */
  content: string;
  notUnsuitable?: boolean | null | undefined;
  reasons?: string;
  reportId: string;
  /** `phone`, `met`, `letter` or `not-yet`; asked for where `toldInPerson`. */
  toldHow?: string;
  /** The day they were told, as 2026-11-24. */
  toldOn?: string;
};

/** A grade given by a person with reasons; the answers support it and are never counted. */
export type GradeCaseInput = {
  caseId: string;
  /** The version that was read. */
  expectedVersion: number;
  factors?: Array<FactorAnswerInput>;
  /** `green`, `orange` or `red`. */
  grade?: string;
  /** Id of the instrument, e.g. check-irk. */
  instrument: string;
  reasons?: string;
};

/** Makes two open cases of the same child one. */
export type JoinReportsInput = {
  caseId: string;
  expectedVersion: number;
  otherCaseId: string;
  reasons?: string;
};

/** A decision that intake prepares for someone with the authority. */
export type ProposeDecisionInput = {
  caseId: string;
  /** Who is to decide. */
  decider?: string | null | undefined;
  /** The version that was read. */
  expectedVersion: number;
  /** Who takes over; needed to open an investigation. */
  investigator?: string | null | undefined;
  /** `open-investigation`, `no-investigation` or `other-support`. */
  kind?: string;
  reasons?: string;
};

/** Undoes a join that was a mistake. */
export type SeparateReportsInput = {
  /** The case that carries on now. */
  caseId: string;
  /** The version of the case that carries on. */
  expectedVersion: number;
  joinedCaseId: string;
  reasons?: string;
};

export type PartFragment = { id: string, kind: string, category: string, text: string, giverKind: string, ground: string, until: string | null, createdAt: string, childName: string | null, familyKnows: string | null, familyKnowsWhat: string | null, measures: string | null, contact: string | null, organisation: string | null, feedback: string | null, toldHow: string | null, toldOn: string | null, instrument: string | null, alsoSeenBy: Array<{ id: string, kind: string, name: string }>, instrumentLabel: { sv: string, en: string } | null, answers: Array<{ factor: string, answer: string, reasons: string, by: string, label: { sv: string, en: string } }> };

export type CaseQueryVariables = Exact<{
  id: string;
}>;


export type CaseQuery = { me: { capabilities: Array<string> } | null, case: { id: string, number: string, branchId: string, state: string, phase: string, grade: string | null, version: number, receivedAt: string, joinedInto: string | null, openHubId: string | null, hubIsOpen: boolean, until: string | null, person: { id: string, name: string | null, initials: string | null, born: string | null, protection: string | null }, reports: Array<{ id: string, receipt: string, channel: string, receivedAt: string, reporterKind: string, reporterName: string | null, reporterPhone: string | null, reporterEmail: string | null, saysDanger: boolean, wantsFeedback: boolean, feedbackGivenAt: string | null, feedbackOutcome: string | null, feedbackToGive: string | null, toldInPerson: boolean, otherChildren: number, withheld: number, reporterHouse: { kind: string, name: string } | null, parts: Array<{ id: string, kind: string, category: string, text: string, giverKind: string, ground: string, until: string | null, createdAt: string, childName: string | null, familyKnows: string | null, familyKnowsWhat: string | null, measures: string | null, contact: string | null, organisation: string | null, feedback: string | null, toldHow: string | null, toldOn: string | null, instrument: string | null, alsoSeenBy: Array<{ id: string, kind: string, name: string }>, instrumentLabel: { sv: string, en: string } | null, answers: Array<{ factor: string, answer: string, reasons: string, by: string, label: { sv: string, en: string } }> }> }>, protectionAssessments: Array<{ id: string, needsProtection: boolean, byName: string, at: string, reasons: { id: string, kind: string, category: string, text: string, giverKind: string, ground: string, until: string | null, createdAt: string, childName: string | null, familyKnows: string | null, familyKnowsWhat: string | null, measures: string | null, contact: string | null, organisation: string | null, feedback: string | null, toldHow: string | null, toldOn: string | null, instrument: string | null, alsoSeenBy: Array<{ id: string, kind: string, name: string }>, instrumentLabel: { sv: string, en: string } | null, answers: Array<{ factor: string, answer: string, reasons: string, by: string, label: { sv: string, en: string } }> } | null }>, gradings: Array<{ id: string, grade: string, instrument: string, byName: string, at: string, reasons: { id: string, kind: string, category: string, text: string, giverKind: string, ground: string, until: string | null, createdAt: string, childName: string | null, familyKnows: string | null, familyKnowsWhat: string | null, measures: string | null, contact: string | null, organisation: string | null, feedback: string | null, toldHow: string | null, toldOn: string | null, instrument: string | null, alsoSeenBy: Array<{ id: string, kind: string, name: string }>, instrumentLabel: { sv: string, en: string } | null, answers: Array<{ factor: string, answer: string, reasons: string, by: string, label: { sv: string, en: string } }> } | null }>, deadlines: Array<{ id: string, kind: string, startsAt: string, dueAt: string, state: string }>, otherCases: Array<{ id: string, number: string, state: string, grade: string | null, openedAt: string, closedAt: string | null }>, decisions: Array<{ id: string, kind: string, byName: string, investigatorName: string | null, at: string, hubId: string | null, reasons: { id: string, kind: string, category: string, text: string, giverKind: string, ground: string, until: string | null, createdAt: string, childName: string | null, familyKnows: string | null, familyKnowsWhat: string | null, measures: string | null, contact: string | null, organisation: string | null, feedback: string | null, toldHow: string | null, toldOn: string | null, instrument: string | null, alsoSeenBy: Array<{ id: string, kind: string, name: string }>, instrumentLabel: { sv: string, en: string } | null, answers: Array<{ factor: string, answer: string, reasons: string, by: string, label: { sv: string, en: string } }> } | null }>, proposals: Array<{ id: string, kind: string, byName: string, toName: string, investigatorId: string | null, at: string, reasons: { id: string, kind: string, category: string, text: string, giverKind: string, ground: string, until: string | null, createdAt: string, childName: string | null, familyKnows: string | null, familyKnowsWhat: string | null, measures: string | null, contact: string | null, organisation: string | null, feedback: string | null, toldHow: string | null, toldOn: string | null, instrument: string | null, alsoSeenBy: Array<{ id: string, kind: string, name: string }>, instrumentLabel: { sv: string, en: string } | null, answers: Array<{ factor: string, answer: string, reasons: string, by: string, label: { sv: string, en: string } }> } | null }>, joins: Array<{ id: string, joinedId: string, joinedNumber: string, leadNumber: string | null, byName: string, at: string, reasons: { id: string, kind: string, category: string, text: string, giverKind: string, ground: string, until: string | null, createdAt: string, childName: string | null, familyKnows: string | null, familyKnowsWhat: string | null, measures: string | null, contact: string | null, organisation: string | null, feedback: string | null, toldHow: string | null, toldOn: string | null, instrument: string | null, alsoSeenBy: Array<{ id: string, kind: string, name: string }>, instrumentLabel: { sv: string, en: string } | null, answers: Array<{ factor: string, answer: string, reasons: string, by: string, label: { sv: string, en: string } }> } | null, separation: { byName: string, at: string, reasons: { id: string, kind: string, category: string, text: string, giverKind: string, ground: string, until: string | null, createdAt: string, childName: string | null, familyKnows: string | null, familyKnowsWhat: string | null, measures: string | null, contact: string | null, organisation: string | null, feedback: string | null, toldHow: string | null, toldOn: string | null, instrument: string | null, alsoSeenBy: Array<{ id: string, kind: string, name: string }>, instrumentLabel: { sv: string, en: string } | null, answers: Array<{ factor: string, answer: string, reasons: string, by: string, label: { sv: string, en: string } }> } | null } | null }> } };

export type AssessProtectionMutationVariables = Exact<{
  input: AssessProtectionInput;
}>;


export type AssessProtectionMutation = { assessProtection: { caseId: string, asksRegrading: boolean } };

export type GradeCaseMutationVariables = Exact<{
  input: GradeCaseInput;
}>;


export type GradeCaseMutation = { gradeCase: { caseId: string, grade: string, change: string } };

export type JoinReportsMutationVariables = Exact<{
  input: JoinReportsInput;
}>;


export type JoinReportsMutation = { joinReports: { caseId: string, joinedId: string } };

export type SeparateReportsMutationVariables = Exact<{
  input: SeparateReportsInput;
}>;


export type SeparateReportsMutation = { separateReports: { caseId: string, joinedId: string } };

export type GiveFeedbackMutationVariables = Exact<{
  input: GiveFeedbackInput;
}>;


export type GiveFeedbackMutation = { giveFeedback: { reportId: string, outcome: string } };

export type CaseDecidersQueryVariables = Exact<{
  caseId: string;
}>;


export type CaseDecidersQuery = { caseDeciders: { openHubId: string | null, openHubEndsAt: string | null, deciders: Array<{ staffId: string, name: string, title: string }>, investigators: Array<{ staffId: string, name: string, title: string }> } };

export type DecideCaseMutationVariables = Exact<{
  input: DecideCaseInput;
}>;


export type DecideCaseMutation = { decideCase: { caseId: string, kind: string, state: string } };

export type ProposeDecisionMutationVariables = Exact<{
  input: ProposeDecisionInput;
}>;


export type ProposeDecisionMutation = { proposeDecision: { caseId: string } };

export type BeginMeasuresMutationVariables = Exact<{
  input: BeginMeasuresInput;
}>;


export type BeginMeasuresMutation = { beginMeasures: { caseId: string } };

export type IntakeQueueQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  stage: string;
  grade?: string | null | undefined;
}>;


export type IntakeQueueQuery = { intakeQueue: { branchId: string, ungraded: number, graded: number, edges: Array<{ cursor: string, node: { id: string, number: string, state: string, grade: string | null, receivedAt: string, channel: string, reporterKind: string, saysDanger: boolean, reportCount: number, needsProtection: boolean | null, otherOpenCases: number, person: { id: string, name: string | null, initials: string | null, born: string | null, protection: string | null }, reporterHouse: { kind: string, name: string } | null, deadlines: Array<{ id: string, kind: string, startsAt: string, dueAt: string, state: string }> } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export const PartFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Part"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ReportPart"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"category"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"giverKind"}},{"kind":"Field","name":{"kind":"Name","value":"ground"}},{"kind":"Field","name":{"kind":"Name","value":"alsoSeenBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"until"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"childName"}},{"kind":"Field","name":{"kind":"Name","value":"familyKnows"}},{"kind":"Field","name":{"kind":"Name","value":"familyKnowsWhat"}},{"kind":"Field","name":{"kind":"Name","value":"measures"}},{"kind":"Field","name":{"kind":"Name","value":"contact"}},{"kind":"Field","name":{"kind":"Name","value":"organisation"}},{"kind":"Field","name":{"kind":"Name","value":"feedback"}},{"kind":"Field","name":{"kind":"Name","value":"toldHow"}},{"kind":"Field","name":{"kind":"Name","value":"toldOn"}},{"kind":"Field","name":{"kind":"Name","value":"instrument"}},{"kind":"Field","name":{"kind":"Name","value":"instrumentLabel"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sv"}},{"kind":"Field","name":{"kind":"Name","value":"en"}}]}},{"kind":"Field","name":{"kind":"Name","value":"answers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"factor"}},{"kind":"Field","name":{"kind":"Name","value":"label"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sv"}},{"kind":"Field","name":{"kind":"Name","value":"en"}}]}},{"kind":"Field","name":{"kind":"Name","value":"answer"}},{"kind":"Field","name":{"kind":"Name","value":"reasons"}},{"kind":"Field","name":{"kind":"Name","value":"by"}}]}}]}}]} as unknown as DocumentNode<PartFragment, unknown>;
export const CaseDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Case"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"capabilities"}}]}},{"kind":"Field","name":{"kind":"Name","value":"case"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"branchId"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"phase"}},{"kind":"Field","name":{"kind":"Name","value":"grade"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"receivedAt"}},{"kind":"Field","name":{"kind":"Name","value":"joinedInto"}},{"kind":"Field","name":{"kind":"Name","value":"openHubId"}},{"kind":"Field","name":{"kind":"Name","value":"hubIsOpen"}},{"kind":"Field","name":{"kind":"Name","value":"until"}},{"kind":"Field","name":{"kind":"Name","value":"person"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"initials"}},{"kind":"Field","name":{"kind":"Name","value":"born"}},{"kind":"Field","name":{"kind":"Name","value":"protection"}}]}},{"kind":"Field","name":{"kind":"Name","value":"reports"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"receipt"}},{"kind":"Field","name":{"kind":"Name","value":"channel"}},{"kind":"Field","name":{"kind":"Name","value":"receivedAt"}},{"kind":"Field","name":{"kind":"Name","value":"reporterKind"}},{"kind":"Field","name":{"kind":"Name","value":"reporterHouse"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"reporterName"}},{"kind":"Field","name":{"kind":"Name","value":"reporterPhone"}},{"kind":"Field","name":{"kind":"Name","value":"reporterEmail"}},{"kind":"Field","name":{"kind":"Name","value":"saysDanger"}},{"kind":"Field","name":{"kind":"Name","value":"wantsFeedback"}},{"kind":"Field","name":{"kind":"Name","value":"feedbackGivenAt"}},{"kind":"Field","name":{"kind":"Name","value":"feedbackOutcome"}},{"kind":"Field","name":{"kind":"Name","value":"feedbackToGive"}},{"kind":"Field","name":{"kind":"Name","value":"toldInPerson"}},{"kind":"Field","name":{"kind":"Name","value":"otherChildren"}},{"kind":"Field","name":{"kind":"Name","value":"withheld"}},{"kind":"Field","name":{"kind":"Name","value":"parts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Part"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"protectionAssessments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"needsProtection"}},{"kind":"Field","name":{"kind":"Name","value":"byName"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"reasons"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Part"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"gradings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"grade"}},{"kind":"Field","name":{"kind":"Name","value":"instrument"}},{"kind":"Field","name":{"kind":"Name","value":"byName"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"reasons"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Part"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"deadlines"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"startsAt"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"state"}}]}},{"kind":"Field","name":{"kind":"Name","value":"otherCases"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"grade"}},{"kind":"Field","name":{"kind":"Name","value":"openedAt"}},{"kind":"Field","name":{"kind":"Name","value":"closedAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"decisions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"byName"}},{"kind":"Field","name":{"kind":"Name","value":"investigatorName"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"hubId"}},{"kind":"Field","name":{"kind":"Name","value":"reasons"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Part"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"proposals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"byName"}},{"kind":"Field","name":{"kind":"Name","value":"toName"}},{"kind":"Field","name":{"kind":"Name","value":"investigatorId"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"reasons"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Part"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"joins"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"joinedId"}},{"kind":"Field","name":{"kind":"Name","value":"joinedNumber"}},{"kind":"Field","name":{"kind":"Name","value":"leadNumber"}},{"kind":"Field","name":{"kind":"Name","value":"byName"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"reasons"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Part"}}]}},{"kind":"Field","name":{"kind":"Name","value":"separation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"byName"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"reasons"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Part"}}]}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Part"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ReportPart"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"category"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"giverKind"}},{"kind":"Field","name":{"kind":"Name","value":"ground"}},{"kind":"Field","name":{"kind":"Name","value":"alsoSeenBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"until"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"childName"}},{"kind":"Field","name":{"kind":"Name","value":"familyKnows"}},{"kind":"Field","name":{"kind":"Name","value":"familyKnowsWhat"}},{"kind":"Field","name":{"kind":"Name","value":"measures"}},{"kind":"Field","name":{"kind":"Name","value":"contact"}},{"kind":"Field","name":{"kind":"Name","value":"organisation"}},{"kind":"Field","name":{"kind":"Name","value":"feedback"}},{"kind":"Field","name":{"kind":"Name","value":"toldHow"}},{"kind":"Field","name":{"kind":"Name","value":"toldOn"}},{"kind":"Field","name":{"kind":"Name","value":"instrument"}},{"kind":"Field","name":{"kind":"Name","value":"instrumentLabel"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sv"}},{"kind":"Field","name":{"kind":"Name","value":"en"}}]}},{"kind":"Field","name":{"kind":"Name","value":"answers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"factor"}},{"kind":"Field","name":{"kind":"Name","value":"label"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sv"}},{"kind":"Field","name":{"kind":"Name","value":"en"}}]}},{"kind":"Field","name":{"kind":"Name","value":"answer"}},{"kind":"Field","name":{"kind":"Name","value":"reasons"}},{"kind":"Field","name":{"kind":"Name","value":"by"}}]}}]}}]} as unknown as DocumentNode<CaseQuery, CaseQueryVariables>;
export const AssessProtectionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AssessProtection"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AssessProtectionInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"assessProtection"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"caseId"}},{"kind":"Field","name":{"kind":"Name","value":"asksRegrading"}}]}}]}}]} as unknown as DocumentNode<AssessProtectionMutation, AssessProtectionMutationVariables>;
export const GradeCaseDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"GradeCase"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"GradeCaseInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"gradeCase"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"caseId"}},{"kind":"Field","name":{"kind":"Name","value":"grade"}},{"kind":"Field","name":{"kind":"Name","value":"change"}}]}}]}}]} as unknown as DocumentNode<GradeCaseMutation, GradeCaseMutationVariables>;
export const JoinReportsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"JoinReports"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"JoinReportsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"joinReports"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"caseId"}},{"kind":"Field","name":{"kind":"Name","value":"joinedId"}}]}}]}}]} as unknown as DocumentNode<JoinReportsMutation, JoinReportsMutationVariables>;
export const SeparateReportsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SeparateReports"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SeparateReportsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"separateReports"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"caseId"}},{"kind":"Field","name":{"kind":"Name","value":"joinedId"}}]}}]}}]} as unknown as DocumentNode<SeparateReportsMutation, SeparateReportsMutationVariables>;
export const GiveFeedbackDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"GiveFeedback"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"GiveFeedbackInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"giveFeedback"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reportId"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}}]}}]}}]} as unknown as DocumentNode<GiveFeedbackMutation, GiveFeedbackMutationVariables>;
export const CaseDecidersDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CaseDeciders"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"caseId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"caseDeciders"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"caseId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"caseId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"openHubId"}},{"kind":"Field","name":{"kind":"Name","value":"openHubEndsAt"}},{"kind":"Field","name":{"kind":"Name","value":"deciders"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"staffId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}},{"kind":"Field","name":{"kind":"Name","value":"investigators"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"staffId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}}]}}]}}]} as unknown as DocumentNode<CaseDecidersQuery, CaseDecidersQueryVariables>;
export const DecideCaseDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DecideCase"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DecideCaseInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"decideCase"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"caseId"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"state"}}]}}]}}]} as unknown as DocumentNode<DecideCaseMutation, DecideCaseMutationVariables>;
export const ProposeDecisionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ProposeDecision"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ProposeDecisionInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"proposeDecision"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"caseId"}}]}}]}}]} as unknown as DocumentNode<ProposeDecisionMutation, ProposeDecisionMutationVariables>;
export const BeginMeasuresDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"BeginMeasures"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"BeginMeasuresInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"beginMeasures"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"caseId"}}]}}]}}]} as unknown as DocumentNode<BeginMeasuresMutation, BeginMeasuresMutationVariables>;
export const IntakeQueueDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"IntakeQueue"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"stage"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"grade"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"intakeQueue"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"stage"},"value":{"kind":"Variable","name":{"kind":"Name","value":"stage"}}},{"kind":"Argument","name":{"kind":"Name","value":"grade"},"value":{"kind":"Variable","name":{"kind":"Name","value":"grade"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"branchId"}},{"kind":"Field","name":{"kind":"Name","value":"ungraded"}},{"kind":"Field","name":{"kind":"Name","value":"graded"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"grade"}},{"kind":"Field","name":{"kind":"Name","value":"person"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"initials"}},{"kind":"Field","name":{"kind":"Name","value":"born"}},{"kind":"Field","name":{"kind":"Name","value":"protection"}}]}},{"kind":"Field","name":{"kind":"Name","value":"receivedAt"}},{"kind":"Field","name":{"kind":"Name","value":"channel"}},{"kind":"Field","name":{"kind":"Name","value":"reporterKind"}},{"kind":"Field","name":{"kind":"Name","value":"reporterHouse"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"saysDanger"}},{"kind":"Field","name":{"kind":"Name","value":"reportCount"}},{"kind":"Field","name":{"kind":"Name","value":"needsProtection"}},{"kind":"Field","name":{"kind":"Name","value":"otherOpenCases"}},{"kind":"Field","name":{"kind":"Name","value":"deadlines"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"startsAt"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"state"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<IntakeQueueQuery, IntakeQueueQueryVariables>;