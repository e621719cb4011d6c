/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
export type AddMeetingPointInput = {
  /** Whom it is about beside the case’s own person. */
  about?: Array<string>;
  /** professionals or everyone. */
  audience?: string;
  category?: string;
  hubId: string;
  /** own, news or good-news. */
  kind: string;
  minutes?: number;
  /** It shows where somebody lives or is, whatever kind it is of. */
  revealsPlace?: boolean;
  text: string;
};

export type AdmitPartyInput = {
  hubId: string;
  /** Absent: to all of the meeting. */
  pointIds?: Array<string> | null | undefined;
  unitId: string;
};

export type BookInterpreterInput = {
  hubId: string;
  language: string;
  /** Points of the meeting at which the family is there. */
  pointIds: Array<string>;
  /** Who it is and how they are reached; sealed. */
  words: string;
};

export type KeepMeetingRecordInput = {
  diaryNumber: string;
  hubId: string;
  keepYears: number;
  /** 2026-11-28 */
  registeredOn: string;
  /** As it was read; 0 where there was none. */
  version: number;
};

export type MakeMeetingDecisionInput = {
  /** Whom it is about beside the case’s own person. */
  about?: Array<string>;
  /** What it is to lead to. */
  aim?: string;
  /** 2026-12-08 */
  dueOn: string;
  hubId: string;
  /** The need at which it is aimed: it becomes a measure in the plan. Null for a decision by itself. */
  needArea?: string | null | undefined;
  /** The seat of whoever does it. */
  ownerMemberId: string;
  pointId?: string | null | undefined;
  /** It shows where somebody lives or is, whatever kind it is of. */
  revealsPlace?: boolean;
  /** Earlier measures on that need, whose result stood before the writer. */
  seen?: Array<string>;
  text: string;
};

export type MinuteLineInput = {
  /** Whom it is about beside the case’s own person. */
  about?: Array<string>;
  category?: string;
  expectedVersion?: number | null | undefined;
  /** Absent for a new line. */
  lineId?: string | null | undefined;
  pointId: string;
  remove?: boolean;
  /** It shows where somebody lives or is, whatever kind it is of. */
  revealsPlace?: boolean;
  text?: string;
};

export type NoteAttendanceInput = {
  deputyMemberId?: string | null | undefined;
  guestId?: string | null | undefined;
  hubId: string;
  memberId?: string | null | undefined;
  /** present, deputy or absent. */
  state: string;
};

export type OrderMeetingPointsInput = {
  hubId: string;
  /** Every step of the agenda once, in the order wanted. */
  pointIds: Array<string>;
};

export type RemoveMeetingPointInput = {
  hubId: string;
  pointId: string;
};

export type SettleMeetingDecisionInput = {
  decisionId: string;
  /** done, not-done or withdrawn. */
  state: string;
  version: number;
};

export type ShowMinutesPenInput = {
  /** Whom else it is about. */
  about?: Array<string>;
  /** Of what is being written, as it is marked now. */
  category: string;
  hubId: string;
  /** It is put down. */
  isDown?: boolean;
  pointId: string;
  /** It shows where somebody is. */
  revealsPlace?: boolean;
};

export type WriteMinutesInput = {
  hubId: string;
  lines: Array<MinuteLineInput>;
  /** Why fixed minutes are amended. */
  reason?: string | null | undefined;
  /** Whom else that reason is about beside those of the lines. */
  reasonAbout?: Array<string>;
  /** That reason shows where somebody lives or is, as the lines may. */
  reasonRevealsPlace?: boolean;
};

export type ShownInterpreterFragment = { id: string, language: string | null, words: string | null, pointIds: Array<string>, silenceAt: string | null, where: string };

export type InterpretersOfQueryVariables = Exact<{
  hubId: string;
}>;


export type InterpretersOfQuery = { interpretersOf: Array<{ id: string, language: string | null, words: string | null, pointIds: Array<string>, silenceAt: string | null, where: string }> };

export type BookInterpreterMutationVariables = Exact<{
  input: BookInterpreterInput;
}>;


export type BookInterpreterMutation = { bookInterpreter: Array<{ id: string, language: string | null, words: string | null, pointIds: Array<string>, silenceAt: string | null, where: string }> };

export type ConfirmInterpreterSilenceMutationVariables = Exact<{
  id: string;
}>;


export type ConfirmInterpreterSilenceMutation = { confirmInterpreterSilence: Array<{ id: string, language: string | null, words: string | null, pointIds: Array<string>, silenceAt: string | null, where: string }> };

export type AdmitInterpreterMutationVariables = Exact<{
  id: string;
}>;


export type AdmitInterpreterMutation = { admitInterpreter: Array<{ id: string, language: string | null, words: string | null, pointIds: Array<string>, silenceAt: string | null, where: string }> };

export type CancelInterpreterMutationVariables = Exact<{
  id: string;
}>;


export type CancelInterpreterMutation = { cancelInterpreter: Array<{ id: string, language: string | null, words: string | null, pointIds: Array<string>, silenceAt: string | null, where: string }> };

export type DecidedInMeetingFragment = { id: string, hubId: string, aim: string | null, ownerName: string, ownerUnitName: string, dueOn: string, state: string, version: number, maySettle: boolean, said: { itemId: string, text: string, category: string, about: Array<string>, revealsPlace: boolean, giverKind: string, ground: string, until: string | null } };

export type MeetingShownFragment = { hubId: string, groupId: string, caseNumber: string, state: string, startsAt: string, minutes: number, familyAfter: number | null, startedAt: string | null, closedAt: string | null, leaderName: string | null, own: boolean, mayWrite: boolean, mayLead: boolean, pointOn: string | null, about: string | null, minutesState: string, fixesAt: string | null, version: number, newest: number, houseName: string, formName: { sv: string, en: string }, meetingName: { sv: string, en: string }, parties: Array<{ unitId: string, unitName: string, kind: string, pointIds: Array<string> | null }>, admitted: { startsAt: string, minutes: number } | null, news: Array<{ id: string, kind: string, byName: string, madeAt: string, said: { text: string, category: string, giverKind: string } }>, points: Array<{ id: string, kind: string, minutes: number, audience: string, own: boolean, name: { sv: string, en: string } | null, said: { itemId: string, text: string, category: string, about: Array<string>, revealsPlace: boolean, giverKind: string, ground: string, until: string | null } | null }>, seats: Array<{ memberId: string, staffId: string, name: string, unitName: string, branchName: string, houseKind: string, mandate: string, deputyFor: string | null, state: string | null, deputyMemberId: string | null }>, guests: Array<{ guestId: string, kind: string, words: string | null, state: string | null }>, missing: Array<{ kinds: Array<string> }>, versions: Array<{ version: number, byName: string, at: string, reason: string | null }>, lines: Array<{ id: string, pointId: string, byName: string, wordsByName: string, wordsAt: string, own: boolean, itemVersion: number, said: { itemId: string, text: string, category: string, about: Array<string>, revealsPlace: boolean, giverKind: string, ground: string, until: string | null } }>, decisions: Array<{ id: string, hubId: string, aim: string | null, ownerName: string, ownerUnitName: string, dueOn: string, state: string, version: number, maySettle: boolean, said: { itemId: string, text: string, category: string, about: Array<string>, revealsPlace: boolean, giverKind: string, ground: string, until: string | null } }>, unfinished: Array<{ id: string, hubId: string, aim: string | null, ownerName: string, ownerUnitName: string, dueOn: string, state: string, version: number, maySettle: boolean, said: { itemId: string, text: string, category: string, about: Array<string>, revealsPlace: boolean, giverKind: string, ground: string, until: string | null } }>, due: Array<{ kind: string, dueAt: string }>, consents: Array<{ consentId: string, until: string }>, record: { diaryNumber: string, registeredOn: string, keepYears: number, keptByName: string, keptAt: string, version: number } | null };

export type GroupMeetingQueryVariables = Exact<{
  hubId: string;
  version?: number | null | undefined;
}>;


export type GroupMeetingQuery = { me: { acting: { branchId: string } | null } | null, groupMeeting: { hubId: string, groupId: string, caseNumber: string, state: string, startsAt: string, minutes: number, familyAfter: number | null, startedAt: string | null, closedAt: string | null, leaderName: string | null, own: boolean, mayWrite: boolean, mayLead: boolean, pointOn: string | null, about: string | null, minutesState: string, fixesAt: string | null, version: number, newest: number, houseName: string, formName: { sv: string, en: string }, meetingName: { sv: string, en: string }, parties: Array<{ unitId: string, unitName: string, kind: string, pointIds: Array<string> | null }>, admitted: { startsAt: string, minutes: number } | null, news: Array<{ id: string, kind: string, byName: string, madeAt: string, said: { text: string, category: string, giverKind: string } }>, points: Array<{ id: string, kind: string, minutes: number, audience: string, own: boolean, name: { sv: string, en: string } | null, said: { itemId: string, text: string, category: string, about: Array<string>, revealsPlace: boolean, giverKind: string, ground: string, until: string | null } | null }>, seats: Array<{ memberId: string, staffId: string, name: string, unitName: string, branchName: string, houseKind: string, mandate: string, deputyFor: string | null, state: string | null, deputyMemberId: string | null }>, guests: Array<{ guestId: string, kind: string, words: string | null, state: string | null }>, missing: Array<{ kinds: Array<string> }>, versions: Array<{ version: number, byName: string, at: string, reason: string | null }>, lines: Array<{ id: string, pointId: string, byName: string, wordsByName: string, wordsAt: string, own: boolean, itemVersion: number, said: { itemId: string, text: string, category: string, about: Array<string>, revealsPlace: boolean, giverKind: string, ground: string, until: string | null } }>, decisions: Array<{ id: string, hubId: string, aim: string | null, ownerName: string, ownerUnitName: string, dueOn: string, state: string, version: number, maySettle: boolean, said: { itemId: string, text: string, category: string, about: Array<string>, revealsPlace: boolean, giverKind: string, ground: string, until: string | null } }>, unfinished: Array<{ id: string, hubId: string, aim: string | null, ownerName: string, ownerUnitName: string, dueOn: string, state: string, version: number, maySettle: boolean, said: { itemId: string, text: string, category: string, about: Array<string>, revealsPlace: boolean, giverKind: string, ground: string, until: string | null } }>, due: Array<{ kind: string, dueAt: string }>, consents: Array<{ consentId: string, until: string }>, record: { diaryNumber: string, registeredOn: string, keepYears: number, keptByName: string, keptAt: string, version: number } | null } };

export type MeetingCircleQueryVariables = Exact<{
  hubId: string;
}>;


export type MeetingCircleQuery = { meetingCircle: Array<{ kind: string, person: { personId: string, initials: string, name: string, protection: string } }> };

export type MeetingRecordPreviewQueryVariables = Exact<{
  hubId: string;
}>;


export type MeetingRecordPreviewQuery = { meetingRecordPreview: { things: number, holds: Array<{ category: string, ground: string, count: number }> } };

export type AddMeetingPointMutationVariables = Exact<{
  input: AddMeetingPointInput;
}>;


export type AddMeetingPointMutation = { addMeetingPoint: string };

export type OrderMeetingPointsMutationVariables = Exact<{
  input: OrderMeetingPointsInput;
}>;


export type OrderMeetingPointsMutation = { orderMeetingPoints: boolean };

export type RemoveMeetingPointMutationVariables = Exact<{
  input: RemoveMeetingPointInput;
}>;


export type RemoveMeetingPointMutation = { removeMeetingPoint: boolean };

export type NoteAttendanceMutationVariables = Exact<{
  input: NoteAttendanceInput;
}>;


export type NoteAttendanceMutation = { noteAttendance: boolean };

export type WriteMinutesMutationVariables = Exact<{
  input: WriteMinutesInput;
}>;


export type WriteMinutesMutation = { writeMinutes: number };

export type FixMinutesMutationVariables = Exact<{
  hubId: string;
}>;


export type FixMinutesMutation = { fixMinutes: boolean };

export type MakeMeetingDecisionMutationVariables = Exact<{
  input: MakeMeetingDecisionInput;
}>;


export type MakeMeetingDecisionMutation = { makeMeetingDecision: string };

export type SettleMeetingDecisionMutationVariables = Exact<{
  input: SettleMeetingDecisionInput;
}>;


export type SettleMeetingDecisionMutation = { settleMeetingDecision: boolean };

export type KeepMeetingRecordMutationVariables = Exact<{
  input: KeepMeetingRecordInput;
}>;


export type KeepMeetingRecordMutation = { keepMeetingRecord: boolean };

export type ShowMinutesPenMutationVariables = Exact<{
  input: ShowMinutesPenInput;
}>;


export type ShowMinutesPenMutation = { showMinutesPen: boolean };

export type AdmitPartyMutationVariables = Exact<{
  input: AdmitPartyInput;
}>;


export type AdmitPartyMutation = { admitParty: boolean };

export const ShownInterpreterFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ShownInterpreter"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Interpreter"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"language"}},{"kind":"Field","name":{"kind":"Name","value":"words"}},{"kind":"Field","name":{"kind":"Name","value":"pointIds"}},{"kind":"Field","name":{"kind":"Name","value":"silenceAt"}},{"kind":"Field","name":{"kind":"Name","value":"where"}}]}}]} as unknown as DocumentNode<ShownInterpreterFragment, unknown>;
export const DecidedInMeetingFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DecidedInMeeting"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MeetingDecision"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"hubId"}},{"kind":"Field","name":{"kind":"Name","value":"said"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"itemId"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"category"}},{"kind":"Field","name":{"kind":"Name","value":"about"}},{"kind":"Field","name":{"kind":"Name","value":"revealsPlace"}},{"kind":"Field","name":{"kind":"Name","value":"giverKind"}},{"kind":"Field","name":{"kind":"Name","value":"ground"}},{"kind":"Field","name":{"kind":"Name","value":"until"}}]}},{"kind":"Field","name":{"kind":"Name","value":"aim"}},{"kind":"Field","name":{"kind":"Name","value":"ownerName"}},{"kind":"Field","name":{"kind":"Name","value":"ownerUnitName"}},{"kind":"Field","name":{"kind":"Name","value":"dueOn"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"maySettle"}}]}}]} as unknown as DocumentNode<DecidedInMeetingFragment, unknown>;
export const MeetingShownFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MeetingShown"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"GroupMeetingPage"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hubId"}},{"kind":"Field","name":{"kind":"Name","value":"groupId"}},{"kind":"Field","name":{"kind":"Name","value":"caseNumber"}},{"kind":"Field","name":{"kind":"Name","value":"formName"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sv"}},{"kind":"Field","name":{"kind":"Name","value":"en"}}]}},{"kind":"Field","name":{"kind":"Name","value":"meetingName"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sv"}},{"kind":"Field","name":{"kind":"Name","value":"en"}}]}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"startsAt"}},{"kind":"Field","name":{"kind":"Name","value":"minutes"}},{"kind":"Field","name":{"kind":"Name","value":"familyAfter"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"closedAt"}},{"kind":"Field","name":{"kind":"Name","value":"leaderName"}},{"kind":"Field","name":{"kind":"Name","value":"parties"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"unitId"}},{"kind":"Field","name":{"kind":"Name","value":"unitName"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"pointIds"}}]}},{"kind":"Field","name":{"kind":"Name","value":"admitted"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"startsAt"}},{"kind":"Field","name":{"kind":"Name","value":"minutes"}}]}},{"kind":"Field","name":{"kind":"Name","value":"own"}},{"kind":"Field","name":{"kind":"Name","value":"mayWrite"}},{"kind":"Field","name":{"kind":"Name","value":"mayLead"}},{"kind":"Field","name":{"kind":"Name","value":"pointOn"}},{"kind":"Field","name":{"kind":"Name","value":"about"}},{"kind":"Field","name":{"kind":"Name","value":"news"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"said"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"category"}},{"kind":"Field","name":{"kind":"Name","value":"giverKind"}}]}},{"kind":"Field","name":{"kind":"Name","value":"byName"}},{"kind":"Field","name":{"kind":"Name","value":"madeAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"points"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"name"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sv"}},{"kind":"Field","name":{"kind":"Name","value":"en"}}]}},{"kind":"Field","name":{"kind":"Name","value":"said"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"itemId"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"category"}},{"kind":"Field","name":{"kind":"Name","value":"about"}},{"kind":"Field","name":{"kind":"Name","value":"revealsPlace"}},{"kind":"Field","name":{"kind":"Name","value":"giverKind"}},{"kind":"Field","name":{"kind":"Name","value":"ground"}},{"kind":"Field","name":{"kind":"Name","value":"until"}}]}},{"kind":"Field","name":{"kind":"Name","value":"minutes"}},{"kind":"Field","name":{"kind":"Name","value":"audience"}},{"kind":"Field","name":{"kind":"Name","value":"own"}}]}},{"kind":"Field","name":{"kind":"Name","value":"seats"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"memberId"}},{"kind":"Field","name":{"kind":"Name","value":"staffId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"unitName"}},{"kind":"Field","name":{"kind":"Name","value":"branchName"}},{"kind":"Field","name":{"kind":"Name","value":"houseKind"}},{"kind":"Field","name":{"kind":"Name","value":"mandate"}},{"kind":"Field","name":{"kind":"Name","value":"deputyFor"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"deputyMemberId"}}]}},{"kind":"Field","name":{"kind":"Name","value":"guests"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"guestId"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"words"}},{"kind":"Field","name":{"kind":"Name","value":"state"}}]}},{"kind":"Field","name":{"kind":"Name","value":"missing"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kinds"}}]}},{"kind":"Field","name":{"kind":"Name","value":"minutesState"}},{"kind":"Field","name":{"kind":"Name","value":"fixesAt"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"newest"}},{"kind":"Field","name":{"kind":"Name","value":"versions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"byName"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lines"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"pointId"}},{"kind":"Field","name":{"kind":"Name","value":"said"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"itemId"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"category"}},{"kind":"Field","name":{"kind":"Name","value":"about"}},{"kind":"Field","name":{"kind":"Name","value":"revealsPlace"}},{"kind":"Field","name":{"kind":"Name","value":"giverKind"}},{"kind":"Field","name":{"kind":"Name","value":"ground"}},{"kind":"Field","name":{"kind":"Name","value":"until"}}]}},{"kind":"Field","name":{"kind":"Name","value":"byName"}},{"kind":"Field","name":{"kind":"Name","value":"wordsByName"}},{"kind":"Field","name":{"kind":"Name","value":"wordsAt"}},{"kind":"Field","name":{"kind":"Name","value":"own"}},{"kind":"Field","name":{"kind":"Name","value":"itemVersion"}}]}},{"kind":"Field","name":{"kind":"Name","value":"decisions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DecidedInMeeting"}}]}},{"kind":"Field","name":{"kind":"Name","value":"unfinished"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DecidedInMeeting"}}]}},{"kind":"Field","name":{"kind":"Name","value":"due"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"consents"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"consentId"}},{"kind":"Field","name":{"kind":"Name","value":"until"}}]}},{"kind":"Field","name":{"kind":"Name","value":"record"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"diaryNumber"}},{"kind":"Field","name":{"kind":"Name","value":"registeredOn"}},{"kind":"Field","name":{"kind":"Name","value":"keepYears"}},{"kind":"Field","name":{"kind":"Name","value":"keptByName"}},{"kind":"Field","name":{"kind":"Name","value":"keptAt"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"Field","name":{"kind":"Name","value":"houseName"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DecidedInMeeting"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MeetingDecision"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"hubId"}},{"kind":"Field","name":{"kind":"Name","value":"said"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"itemId"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"category"}},{"kind":"Field","name":{"kind":"Name","value":"about"}},{"kind":"Field","name":{"kind":"Name","value":"revealsPlace"}},{"kind":"Field","name":{"kind":"Name","value":"giverKind"}},{"kind":"Field","name":{"kind":"Name","value":"ground"}},{"kind":"Field","name":{"kind":"Name","value":"until"}}]}},{"kind":"Field","name":{"kind":"Name","value":"aim"}},{"kind":"Field","name":{"kind":"Name","value":"ownerName"}},{"kind":"Field","name":{"kind":"Name","value":"ownerUnitName"}},{"kind":"Field","name":{"kind":"Name","value":"dueOn"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"maySettle"}}]}}]} as unknown as DocumentNode<MeetingShownFragment, unknown>;
export const InterpretersOfDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"InterpretersOf"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"hubId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"interpretersOf"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"hubId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"hubId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ShownInterpreter"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ShownInterpreter"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Interpreter"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"language"}},{"kind":"Field","name":{"kind":"Name","value":"words"}},{"kind":"Field","name":{"kind":"Name","value":"pointIds"}},{"kind":"Field","name":{"kind":"Name","value":"silenceAt"}},{"kind":"Field","name":{"kind":"Name","value":"where"}}]}}]} as unknown as DocumentNode<InterpretersOfQuery, InterpretersOfQueryVariables>;
export const BookInterpreterDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"BookInterpreter"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"BookInterpreterInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bookInterpreter"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ShownInterpreter"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ShownInterpreter"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Interpreter"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"language"}},{"kind":"Field","name":{"kind":"Name","value":"words"}},{"kind":"Field","name":{"kind":"Name","value":"pointIds"}},{"kind":"Field","name":{"kind":"Name","value":"silenceAt"}},{"kind":"Field","name":{"kind":"Name","value":"where"}}]}}]} as unknown as DocumentNode<BookInterpreterMutation, BookInterpreterMutationVariables>;
export const ConfirmInterpreterSilenceDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ConfirmInterpreterSilence"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"confirmInterpreterSilence"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ShownInterpreter"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ShownInterpreter"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Interpreter"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"language"}},{"kind":"Field","name":{"kind":"Name","value":"words"}},{"kind":"Field","name":{"kind":"Name","value":"pointIds"}},{"kind":"Field","name":{"kind":"Name","value":"silenceAt"}},{"kind":"Field","name":{"kind":"Name","value":"where"}}]}}]} as unknown as DocumentNode<ConfirmInterpreterSilenceMutation, ConfirmInterpreterSilenceMutationVariables>;
export const AdmitInterpreterDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AdmitInterpreter"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"admitInterpreter"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ShownInterpreter"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ShownInterpreter"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Interpreter"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"language"}},{"kind":"Field","name":{"kind":"Name","value":"words"}},{"kind":"Field","name":{"kind":"Name","value":"pointIds"}},{"kind":"Field","name":{"kind":"Name","value":"silenceAt"}},{"kind":"Field","name":{"kind":"Name","value":"where"}}]}}]} as unknown as DocumentNode<AdmitInterpreterMutation, AdmitInterpreterMutationVariables>;
export const CancelInterpreterDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CancelInterpreter"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cancelInterpreter"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ShownInterpreter"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ShownInterpreter"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Interpreter"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"language"}},{"kind":"Field","name":{"kind":"Name","value":"words"}},{"kind":"Field","name":{"kind":"Name","value":"pointIds"}},{"kind":"Field","name":{"kind":"Name","value":"silenceAt"}},{"kind":"Field","name":{"kind":"Name","value":"where"}}]}}]} as unknown as DocumentNode<CancelInterpreterMutation, CancelInterpreterMutationVariables>;
export const GroupMeetingDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"GroupMeeting"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"hubId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"version"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"acting"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"branchId"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"groupMeeting"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"hubId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"hubId"}}},{"kind":"Argument","name":{"kind":"Name","value":"version"},"value":{"kind":"Variable","name":{"kind":"Name","value":"version"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MeetingShown"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DecidedInMeeting"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MeetingDecision"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"hubId"}},{"kind":"Field","name":{"kind":"Name","value":"said"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"itemId"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"category"}},{"kind":"Field","name":{"kind":"Name","value":"about"}},{"kind":"Field","name":{"kind":"Name","value":"revealsPlace"}},{"kind":"Field","name":{"kind":"Name","value":"giverKind"}},{"kind":"Field","name":{"kind":"Name","value":"ground"}},{"kind":"Field","name":{"kind":"Name","value":"until"}}]}},{"kind":"Field","name":{"kind":"Name","value":"aim"}},{"kind":"Field","name":{"kind":"Name","value":"ownerName"}},{"kind":"Field","name":{"kind":"Name","value":"ownerUnitName"}},{"kind":"Field","name":{"kind":"Name","value":"dueOn"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"maySettle"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MeetingShown"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"GroupMeetingPage"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hubId"}},{"kind":"Field","name":{"kind":"Name","value":"groupId"}},{"kind":"Field","name":{"kind":"Name","value":"caseNumber"}},{"kind":"Field","name":{"kind":"Name","value":"formName"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sv"}},{"kind":"Field","name":{"kind":"Name","value":"en"}}]}},{"kind":"Field","name":{"kind":"Name","value":"meetingName"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sv"}},{"kind":"Field","name":{"kind":"Name","value":"en"}}]}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"startsAt"}},{"kind":"Field","name":{"kind":"Name","value":"minutes"}},{"kind":"Field","name":{"kind":"Name","value":"familyAfter"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"closedAt"}},{"kind":"Field","name":{"kind":"Name","value":"leaderName"}},{"kind":"Field","name":{"kind":"Name","value":"parties"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"unitId"}},{"kind":"Field","name":{"kind":"Name","value":"unitName"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"pointIds"}}]}},{"kind":"Field","name":{"kind":"Name","value":"admitted"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"startsAt"}},{"kind":"Field","name":{"kind":"Name","value":"minutes"}}]}},{"kind":"Field","name":{"kind":"Name","value":"own"}},{"kind":"Field","name":{"kind":"Name","value":"mayWrite"}},{"kind":"Field","name":{"kind":"Name","value":"mayLead"}},{"kind":"Field","name":{"kind":"Name","value":"pointOn"}},{"kind":"Field","name":{"kind":"Name","value":"about"}},{"kind":"Field","name":{"kind":"Name","value":"news"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"said"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"category"}},{"kind":"Field","name":{"kind":"Name","value":"giverKind"}}]}},{"kind":"Field","name":{"kind":"Name","value":"byName"}},{"kind":"Field","name":{"kind":"Name","value":"madeAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"points"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"name"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sv"}},{"kind":"Field","name":{"kind":"Name","value":"en"}}]}},{"kind":"Field","name":{"kind":"Name","value":"said"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"itemId"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"category"}},{"kind":"Field","name":{"kind":"Name","value":"about"}},{"kind":"Field","name":{"kind":"Name","value":"revealsPlace"}},{"kind":"Field","name":{"kind":"Name","value":"giverKind"}},{"kind":"Field","name":{"kind":"Name","value":"ground"}},{"kind":"Field","name":{"kind":"Name","value":"until"}}]}},{"kind":"Field","name":{"kind":"Name","value":"minutes"}},{"kind":"Field","name":{"kind":"Name","value":"audience"}},{"kind":"Field","name":{"kind":"Name","value":"own"}}]}},{"kind":"Field","name":{"kind":"Name","value":"seats"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"memberId"}},{"kind":"Field","name":{"kind":"Name","value":"staffId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"unitName"}},{"kind":"Field","name":{"kind":"Name","value":"branchName"}},{"kind":"Field","name":{"kind":"Name","value":"houseKind"}},{"kind":"Field","name":{"kind":"Name","value":"mandate"}},{"kind":"Field","name":{"kind":"Name","value":"deputyFor"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"deputyMemberId"}}]}},{"kind":"Field","name":{"kind":"Name","value":"guests"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"guestId"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"words"}},{"kind":"Field","name":{"kind":"Name","value":"state"}}]}},{"kind":"Field","name":{"kind":"Name","value":"missing"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kinds"}}]}},{"kind":"Field","name":{"kind":"Name","value":"minutesState"}},{"kind":"Field","name":{"kind":"Name","value":"fixesAt"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"newest"}},{"kind":"Field","name":{"kind":"Name","value":"versions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"byName"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lines"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"pointId"}},{"kind":"Field","name":{"kind":"Name","value":"said"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"itemId"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"category"}},{"kind":"Field","name":{"kind":"Name","value":"about"}},{"kind":"Field","name":{"kind":"Name","value":"revealsPlace"}},{"kind":"Field","name":{"kind":"Name","value":"giverKind"}},{"kind":"Field","name":{"kind":"Name","value":"ground"}},{"kind":"Field","name":{"kind":"Name","value":"until"}}]}},{"kind":"Field","name":{"kind":"Name","value":"byName"}},{"kind":"Field","name":{"kind":"Name","value":"wordsByName"}},{"kind":"Field","name":{"kind":"Name","value":"wordsAt"}},{"kind":"Field","name":{"kind":"Name","value":"own"}},{"kind":"Field","name":{"kind":"Name","value":"itemVersion"}}]}},{"kind":"Field","name":{"kind":"Name","value":"decisions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DecidedInMeeting"}}]}},{"kind":"Field","name":{"kind":"Name","value":"unfinished"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DecidedInMeeting"}}]}},{"kind":"Field","name":{"kind":"Name","value":"due"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"consents"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"consentId"}},{"kind":"Field","name":{"kind":"Name","value":"until"}}]}},{"kind":"Field","name":{"kind":"Name","value":"record"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"diaryNumber"}},{"kind":"Field","name":{"kind":"Name","value":"registeredOn"}},{"kind":"Field","name":{"kind":"Name","value":"keepYears"}},{"kind":"Field","name":{"kind":"Name","value":"keptByName"}},{"kind":"Field","name":{"kind":"Name","value":"keptAt"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"Field","name":{"kind":"Name","value":"houseName"}}]}}]} as unknown as DocumentNode<GroupMeetingQuery, GroupMeetingQueryVariables>;
export const MeetingCircleDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MeetingCircle"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"hubId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"meetingCircle"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"hubId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"hubId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"person"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"personId"}},{"kind":"Field","name":{"kind":"Name","value":"initials"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"protection"}}]}}]}}]}}]} as unknown as DocumentNode<MeetingCircleQuery, MeetingCircleQueryVariables>;
export const MeetingRecordPreviewDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MeetingRecordPreview"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"hubId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"meetingRecordPreview"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"hubId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"hubId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"things"}},{"kind":"Field","name":{"kind":"Name","value":"holds"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"category"}},{"kind":"Field","name":{"kind":"Name","value":"ground"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}}]}}]}}]} as unknown as DocumentNode<MeetingRecordPreviewQuery, MeetingRecordPreviewQueryVariables>;
export const AddMeetingPointDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AddMeetingPoint"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AddMeetingPointInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"addMeetingPoint"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}]}]}}]} as unknown as DocumentNode<AddMeetingPointMutation, AddMeetingPointMutationVariables>;
export const OrderMeetingPointsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"OrderMeetingPoints"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"OrderMeetingPointsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"orderMeetingPoints"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}]}]}}]} as unknown as DocumentNode<OrderMeetingPointsMutation, OrderMeetingPointsMutationVariables>;
export const RemoveMeetingPointDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RemoveMeetingPoint"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RemoveMeetingPointInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"removeMeetingPoint"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}]}]}}]} as unknown as DocumentNode<RemoveMeetingPointMutation, RemoveMeetingPointMutationVariables>;
export const NoteAttendanceDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"NoteAttendance"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"NoteAttendanceInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"noteAttendance"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}]}]}}]} as unknown as DocumentNode<NoteAttendanceMutation, NoteAttendanceMutationVariables>;
export const WriteMinutesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"WriteMinutes"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"WriteMinutesInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"writeMinutes"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}]}]}}]} as unknown as DocumentNode<WriteMinutesMutation, WriteMinutesMutationVariables>;
export const FixMinutesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"FixMinutes"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"hubId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fixMinutes"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"hubId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"hubId"}}}]}]}}]} as unknown as DocumentNode<FixMinutesMutation, FixMinutesMutationVariables>;
export const MakeMeetingDecisionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"MakeMeetingDecision"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"MakeMeetingDecisionInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"makeMeetingDecision"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}]}]}}]} as unknown as DocumentNode<MakeMeetingDecisionMutation, MakeMeetingDecisionMutationVariables>;
export const SettleMeetingDecisionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SettleMeetingDecision"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SettleMeetingDecisionInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"settleMeetingDecision"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}]}]}}]} as unknown as DocumentNode<SettleMeetingDecisionMutation, SettleMeetingDecisionMutationVariables>;
export const KeepMeetingRecordDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"KeepMeetingRecord"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"KeepMeetingRecordInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"keepMeetingRecord"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}]}]}}]} as unknown as DocumentNode<KeepMeetingRecordMutation, KeepMeetingRecordMutationVariables>;
export const ShowMinutesPenDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ShowMinutesPen"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ShowMinutesPenInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"showMinutesPen"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}]}]}}]} as unknown as DocumentNode<ShowMinutesPenMutation, ShowMinutesPenMutationVariables>;
export const AdmitPartyDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AdmitParty"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AdmitPartyInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"admitParty"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}]}]}}]} as unknown as DocumentNode<AdmitPartyMutation, AdmitPartyMutationVariables>;