/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
export type AnswerFamilyPlanInput = {
  /** `yes` or `no`. */
  answer: string;
  answerId: string;
  /** What has to be otherwise, or what the reader wants to add. */
  words?: string;
};

export type CommentFamilyPlanInput = {
  /** Of the picture of the future, or with what is proposed. */
  drawing?: DrawingInput | null | undefined;
  entryId: string;
  /** Made by the telephone: what is sent twice with it is said once. */
  key: string;
  /** May be empty where something is drawn. */
  text: string;
};

/** A signature that is begun: which consent, what is taken away, in which language it was read. */
export type ConsentSigningInput = {
  categories?: Array<string>;
  consentId: string;
  houses?: Array<string>;
  /** `sv`, `sv-simple`, `en`, `ar` or `so`. */
  language: string;
  /** `FamilyConsent.text` of what was read; where it says something else by now it is a CONFLICT. */
  read?: string | null | undefined;
  /** `same-device` or `other-device`. */
  start: string;
};

export type DrawingInput = {
  alt: string;
  /** Each a line: colour, pen, and x and y by turns on a sheet of 1000 by 700, as in `blue thin 10 20 30 40`. */
  strokes: Array<string>;
};

/** A question to whoever works with a consent. */
export type FamilyQuestionInput = {
  consentId: string;
  /** Made by the telephone: what is sent twice with it is asked once. */
  key: string;
  text: string;
};

export type ProposeInFamilyPlanInput = {
  /** Of the picture of the future, or with what is proposed. */
  drawing?: DrawingInput | null | undefined;
  groupId: string;
  /** Made by the telephone: what is sent twice with it is said once. */
  key: string;
  /** May be empty where something is drawn. */
  text: string;
};

/** What a signer takes away. */
export type RefusalsInput = {
  /** Kinds of information. */
  categories?: Array<string>;
  /** Houses, as `FamilyConsentHouse.house` points at them. */
  houses?: Array<string>;
};

export type TickFamilyPlanInput = {
  entryId: string;
  /** Made by the telephone: what is sent twice with it is said once. */
  key: string;
};

export type OrderPartsFragment = { id: string, purpose: string, consentId: string | null, state: string, start: string, startLink: string | null, code: string | null, message: string | null, next: string | null, failure: string | null };

export type DoorPartsFragment = { state: string, town: string | null, phone: string | null, language: string | null, ownStepNeeded: boolean, sessionEndsAt: string | null, order: { id: string, purpose: string, consentId: string | null, state: string, start: string, startLink: string | null, code: string | null, message: string | null, next: string | null, failure: string | null } | null };

export type DoorQueryVariables = Exact<{ [key: string]: never; }>;


export type DoorQuery = { familyDoor: { state: string, town: string | null, phone: string | null, language: string | null, ownStepNeeded: boolean, sessionEndsAt: string | null, order: { id: string, purpose: string, consentId: string | null, state: string, start: string, startLink: string | null, code: string | null, message: string | null, next: string | null, failure: string | null } | null } };

export type OpenDoorMutationVariables = Exact<{
  token: string;
  language?: string | null | undefined;
}>;


export type OpenDoorMutation = { openFamilyDoor: { state: string, town: string | null, phone: string | null, language: string | null, ownStepNeeded: boolean, sessionEndsAt: string | null, order: { id: string, purpose: string, consentId: string | null, state: string, start: string, startLink: string | null, code: string | null, message: string | null, next: string | null, failure: string | null } | null } };

export type SpeakAtDoorMutationVariables = Exact<{
  language: string;
}>;


export type SpeakAtDoorMutation = { speakAtFamilyDoor: string };

export type AskForLinkMutationVariables = Exact<{
  token: string;
}>;


export type AskForLinkMutation = { askForFamilyLink: boolean };

export type BeginIdentificationMutationVariables = Exact<{
  start: string;
}>;


export type BeginIdentificationMutation = { beginFamilyIdentification: { id: string, purpose: string, consentId: string | null, state: string, start: string, startLink: string | null, code: string | null, message: string | null, next: string | null, failure: string | null } };

export type FollowOrderMutationVariables = Exact<{
  id: string;
  returnNonce?: string | null | undefined;
  answer?: string | null | undefined;
}>;


export type FollowOrderMutation = { followFamilyOrder: { id: string, purpose: string, consentId: string | null, state: string, start: string, startLink: string | null, code: string | null, message: string | null, next: string | null, failure: string | null } };

export type CancelOrderMutationVariables = Exact<{
  id: string;
}>;


export type CancelOrderMutation = { cancelFamilyOrder: { id: string } };

export type TakeOwnStepMutationVariables = Exact<{ [key: string]: never; }>;


export type TakeOwnStepMutation = { takeOwnStep: boolean };

export type MyHomeQueryVariables = Exact<{ [key: string]: never; }>;


export type MyHomeQuery = { familyHome: { mark: string, keepsPhone: boolean, sessionEndsAt: string, now: string, town: string, office: string | null, phone: string | null, me: { givenName: string | null }, consents: Array<{ id: string, state: string, offeredAt: string | null, isRenewalAsked: boolean, text: string | null, why: string | null, purposes: Array<string>, situations: Array<string>, validFrom: string, validUntil: string, longerReason: string | null, renews: string | null, mayNarrow: boolean, mayWithdraw: boolean, mayAskRenewal: boolean, documentAddress: string | null, about: { id: string, isMe: boolean, givenName: string | null }, houses: Array<{ house: string, kind: string, name: string, tells: boolean, isTold: boolean, takenAway: boolean }>, categories: Array<{ category: string, takenAway: boolean }>, myName: { state: string, at: string | null }, otherNames: Array<{ givenName: string | null, standsAs: string, hasSigned: boolean }> }>, meetings: Array<{ consentId: string, startsAt: string, endsAt: string }>, contacts: Array<{ name: string, role: string, phone: string, hours: string, night: boolean, onDutyNow: boolean | null }>, questions: Array<{ id: string, text: string | null, askedAt: string, answeredAt: string | null }> } };

export type BeginSigningMutationVariables = Exact<{
  input: ConsentSigningInput;
}>;


export type BeginSigningMutation = { beginConsentSigning: { id: string, purpose: string, consentId: string | null, state: string, start: string, startLink: string | null, code: string | null, message: string | null, next: string | null, failure: string | null } };

export type WithdrawMineMutationVariables = Exact<{
  consentId: string;
}>;


export type WithdrawMineMutation = { withdrawMyConsent: { at: string, already: boolean } };

export type NarrowMineMutationVariables = Exact<{
  consentId: string;
  refusals: RefusalsInput;
}>;


export type NarrowMineMutation = { narrowMyConsent: { id: string } };

export type AskRenewalMutationVariables = Exact<{
  consentId: string;
}>;


export type AskRenewalMutation = { askForRenewal: boolean };

export type AskQuestionMutationVariables = Exact<{
  input: FamilyQuestionInput;
}>;


export type AskQuestionMutation = { askFamilyQuestion: { id: string } };

export type ChooseLanguageMutationVariables = Exact<{
  language: string;
}>;


export type ChooseLanguageMutation = { chooseFamilyLanguage: string };

export type LeaveFamilyMutationVariables = Exact<{ [key: string]: never; }>;


export type LeaveFamilyMutation = { leaveFamily: boolean };

export type AccessQueryVariables = Exact<{
  consentId: string;
  before?: string | null | undefined;
}>;


export type AccessQuery = { familyAccess: { before: string | null, lines: Array<{ day: string, act: string, topic: string, ground: string | null, times: number, last: string, until: string | null, reader: { kind: string, houseName: string | null, staffName: string | null } | null }> } };

export type ReceiptQueryVariables = Exact<{
  consentId: string;
}>;


export type ReceiptQuery = { familyReceipt: { language: string, noticeVersion: string, sentence: string, dataAddress: string, pdfAddress: string } };

export type ForgetPhoneMutationVariables = Exact<{ [key: string]: never; }>;


export type ForgetPhoneMutation = { forgetMyPhone: boolean };

export type MyPlansQueryVariables = Exact<{ [key: string]: never; }>;


export type MyPlansQuery = { familyPlans: Array<{ groupId: string, isAboutMe: boolean, givenName: string | null, entries: Array<{ id: string, part: string, kind: string, words: string, original: string | null, giverKind: string, aim: string | null, watch: string | null, goalId: string | null, startsOn: string | null, followUpOn: string | null, state: string, isProposed: boolean, mayTick: boolean, doneAt: string | null, drawing: { alt: string, strokes: Array<string> } | null, promisedBy: { who: string, givenName: string | null } | null, owner: { kind: string, house: string, name: string | null } | null, series: { measured: { unit: string, better: string, cadence: string }, values: Array<{ id: string, period: string, value: number }>, reading: { from: number, to: number, way: string, isBetter: boolean | null, left: number | null } | null } | null, comments: Array<{ id: string, text: string, saidAt: string, drawing: { alt: string, strokes: Array<string> } | null }> }>, proposals: Array<{ id: string, text: string, saidAt: string, answer: string | null, why: string | null, drawing: { alt: string, strokes: Array<string> } | null }>, adoption: { answerId: string, answer: string | null, words: string | null, answeredAt: string | null, isChanged: boolean } | null }> };

export type WordsKeyQueryVariables = Exact<{ [key: string]: never; }>;


export type WordsKeyQuery = { familyDraftKey: string };

export type MarkQueryVariables = Exact<{ [key: string]: never; }>;


export type MarkQuery = { familyMark: string };

export type TickPlanMutationVariables = Exact<{
  input: TickFamilyPlanInput;
}>;


export type TickPlanMutation = { tickFamilyPlan: boolean };

export type UntickPlanMutationVariables = Exact<{
  entryId: string;
}>;


export type UntickPlanMutation = { untickFamilyPlan: boolean };

export type CommentPlanMutationVariables = Exact<{
  input: CommentFamilyPlanInput;
}>;


export type CommentPlanMutation = { commentFamilyPlan: boolean };

export type ProposeInPlanMutationVariables = Exact<{
  input: ProposeInFamilyPlanInput;
}>;


export type ProposeInPlanMutation = { proposeInFamilyPlan: boolean };

export type AnswerMyPlanMutationVariables = Exact<{
  input: AnswerFamilyPlanInput;
}>;


export type AnswerMyPlanMutation = { answerFamilyPlan: boolean };

export type SidePartsFragment = { words: string, state: string, startsOn: string | null, followUpOn: string | null, drawing: { alt: string, strokes: Array<string> } | null, promisedBy: { who: string, givenName: string | null } | null };

export type PlanChangesQueryVariables = Exact<{
  groupId: string;
}>;


export type PlanChangesQuery = { familyPlanChanges: Array<{ number: number, putAt: string, until: string | null, differences: Array<{ entryId: string, kind: string, part: string, what: string, changed: Array<string>, before: { words: string, state: string, startsOn: string | null, followUpOn: string | null, drawing: { alt: string, strokes: Array<string> } | null, promisedBy: { who: string, givenName: string | null } | null } | null, after: { words: string, state: string, startsOn: string | null, followUpOn: string | null, drawing: { alt: string, strokes: Array<string> } | null, promisedBy: { who: string, givenName: string | null } | null } | null }> }> };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const OrderPartsFragmentDoc = new TypedDocumentString(`
    fragment OrderParts on FamilyOrder {
  id
  purpose
  consentId
  state
  start
  startLink
  code
  message
  next
  failure
}
    `, {"fragmentName":"OrderParts"}) as unknown as TypedDocumentString<OrderPartsFragment, unknown>;
export const DoorPartsFragmentDoc = new TypedDocumentString(`
    fragment DoorParts on FamilyDoor {
  state
  town
  phone
  language
  ownStepNeeded
  sessionEndsAt
  order {
    ...OrderParts
  }
}
    fragment OrderParts on FamilyOrder {
  id
  purpose
  consentId
  state
  start
  startLink
  code
  message
  next
  failure
}`, {"fragmentName":"DoorParts"}) as unknown as TypedDocumentString<DoorPartsFragment, unknown>;
export const SidePartsFragmentDoc = new TypedDocumentString(`
    fragment SideParts on FamilyPlanSide {
  words
  drawing {
    alt
    strokes
  }
  state
  promisedBy {
    who
    givenName
  }
  startsOn
  followUpOn
}
    `, {"fragmentName":"SideParts"}) as unknown as TypedDocumentString<SidePartsFragment, unknown>;
export const DoorDocument = new TypedDocumentString(`
    query Door {
  familyDoor {
    ...DoorParts
  }
}
    fragment OrderParts on FamilyOrder {
  id
  purpose
  consentId
  state
  start
  startLink
  code
  message
  next
  failure
}
fragment DoorParts on FamilyDoor {
  state
  town
  phone
  language
  ownStepNeeded
  sessionEndsAt
  order {
    ...OrderParts
  }
}`) as unknown as TypedDocumentString<DoorQuery, DoorQueryVariables>;
export const OpenDoorDocument = new TypedDocumentString(`
    mutation OpenDoor($token: String!, $language: String) {
  openFamilyDoor(token: $token, language: $language) {
    ...DoorParts
  }
}
    fragment OrderParts on FamilyOrder {
  id
  purpose
  consentId
  state
  start
  startLink
  code
  message
  next
  failure
}
fragment DoorParts on FamilyDoor {
  state
  town
  phone
  language
  ownStepNeeded
  sessionEndsAt
  order {
    ...OrderParts
  }
}`) as unknown as TypedDocumentString<OpenDoorMutation, OpenDoorMutationVariables>;
export const SpeakAtDoorDocument = new TypedDocumentString(`
    mutation SpeakAtDoor($language: String!) {
  speakAtFamilyDoor(language: $language)
}
    `) as unknown as TypedDocumentString<SpeakAtDoorMutation, SpeakAtDoorMutationVariables>;
export const AskForLinkDocument = new TypedDocumentString(`
    mutation AskForLink($token: String!) {
  askForFamilyLink(token: $token)
}
    `) as unknown as TypedDocumentString<AskForLinkMutation, AskForLinkMutationVariables>;
export const BeginIdentificationDocument = new TypedDocumentString(`
    mutation BeginIdentification($start: String!) {
  beginFamilyIdentification(start: $start) {
    ...OrderParts
  }
}
    fragment OrderParts on FamilyOrder {
  id
  purpose
  consentId
  state
  start
  startLink
  code
  message
  next
  failure
}`) as unknown as TypedDocumentString<BeginIdentificationMutation, BeginIdentificationMutationVariables>;
export const FollowOrderDocument = new TypedDocumentString(`
    mutation FollowOrder($id: ID!, $returnNonce: String, $answer: String) {
  followFamilyOrder(id: $id, returnNonce: $returnNonce, answer: $answer) {
    ...OrderParts
  }
}
    fragment OrderParts on FamilyOrder {
  id
  purpose
  consentId
  state
  start
  startLink
  code
  message
  next
  failure
}`) as unknown as TypedDocumentString<FollowOrderMutation, FollowOrderMutationVariables>;
export const CancelOrderDocument = new TypedDocumentString(`
    mutation CancelOrder($id: ID!) {
  cancelFamilyOrder(id: $id) {
    id
  }
}
    `) as unknown as TypedDocumentString<CancelOrderMutation, CancelOrderMutationVariables>;
export const TakeOwnStepDocument = new TypedDocumentString(`
    mutation TakeOwnStep {
  takeOwnStep
}
    `) as unknown as TypedDocumentString<TakeOwnStepMutation, TakeOwnStepMutationVariables>;
export const MyHomeDocument = new TypedDocumentString(`
    query MyHome {
  familyHome {
    mark
    keepsPhone
    me {
      givenName
    }
    sessionEndsAt
    now
    town
    office
    phone
    consents {
      id
      state
      about {
        id
        isMe
        givenName
      }
      offeredAt
      isRenewalAsked
      text
      why
      houses {
        house
        kind
        name
        tells
        isTold
        takenAway
      }
      categories {
        category
        takenAway
      }
      purposes
      situations
      validFrom
      validUntil
      longerReason
      myName {
        state
        at
      }
      otherNames {
        givenName
        standsAs
        hasSigned
      }
      renews
      mayNarrow
      mayWithdraw
      mayAskRenewal
      documentAddress
    }
    meetings {
      consentId
      startsAt
      endsAt
    }
    contacts {
      name
      role
      phone
      hours
      night
      onDutyNow
    }
    questions {
      id
      text
      askedAt
      answeredAt
    }
  }
}
    `) as unknown as TypedDocumentString<MyHomeQuery, MyHomeQueryVariables>;
export const BeginSigningDocument = new TypedDocumentString(`
    mutation BeginSigning($input: ConsentSigningInput!) {
  beginConsentSigning(input: $input) {
    ...OrderParts
  }
}
    fragment OrderParts on FamilyOrder {
  id
  purpose
  consentId
  state
  start
  startLink
  code
  message
  next
  failure
}`) as unknown as TypedDocumentString<BeginSigningMutation, BeginSigningMutationVariables>;
export const WithdrawMineDocument = new TypedDocumentString(`
    mutation WithdrawMine($consentId: ID!) {
  withdrawMyConsent(consentId: $consentId) {
    at
    already
  }
}
    `) as unknown as TypedDocumentString<WithdrawMineMutation, WithdrawMineMutationVariables>;
export const NarrowMineDocument = new TypedDocumentString(`
    mutation NarrowMine($consentId: ID!, $refusals: RefusalsInput!) {
  narrowMyConsent(consentId: $consentId, refusals: $refusals) {
    id
  }
}
    `) as unknown as TypedDocumentString<NarrowMineMutation, NarrowMineMutationVariables>;
export const AskRenewalDocument = new TypedDocumentString(`
    mutation AskRenewal($consentId: ID!) {
  askForRenewal(consentId: $consentId)
}
    `) as unknown as TypedDocumentString<AskRenewalMutation, AskRenewalMutationVariables>;
export const AskQuestionDocument = new TypedDocumentString(`
    mutation AskQuestion($input: FamilyQuestionInput!) {
  askFamilyQuestion(input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<AskQuestionMutation, AskQuestionMutationVariables>;
export const ChooseLanguageDocument = new TypedDocumentString(`
    mutation ChooseLanguage($language: String!) {
  chooseFamilyLanguage(language: $language)
}
    `) as unknown as TypedDocumentString<ChooseLanguageMutation, ChooseLanguageMutationVariables>;
export const LeaveFamilyDocument = new TypedDocumentString(`
    mutation LeaveFamily {
  leaveFamily
}
    `) as unknown as TypedDocumentString<LeaveFamilyMutation, LeaveFamilyMutationVariables>;
export const AccessDocument = new TypedDocumentString(`
    query Access($consentId: ID!, $before: String) {
  familyAccess(consentId: $consentId, before: $before) {
    before
    lines {
      day
      act
      topic
      reader {
        kind
        houseName
        staffName
      }
      ground
      times
      last
      until
    }
  }
}
    `) as unknown as TypedDocumentString<AccessQuery, AccessQueryVariables>;
export const ReceiptDocument = new TypedDocumentString(`
    query Receipt($consentId: ID!) {
  familyReceipt(consentId: $consentId) {
    language
    noticeVersion
    sentence
    dataAddress
    pdfAddress
  }
}
    `) as unknown as TypedDocumentString<ReceiptQuery, ReceiptQueryVariables>;
export const ForgetPhoneDocument = new TypedDocumentString(`
    mutation ForgetPhone {
  forgetMyPhone
}
    `) as unknown as TypedDocumentString<ForgetPhoneMutation, ForgetPhoneMutationVariables>;
export const MyPlansDocument = new TypedDocumentString(`
    query MyPlans {
  familyPlans {
    groupId
    isAboutMe
    givenName
    entries {
      id
      part
      kind
      words
      original
      drawing {
        alt
        strokes
      }
      giverKind
      aim
      watch
      goalId
      promisedBy {
        who
        givenName
      }
      owner {
        kind
        house
        name
      }
      startsOn
      followUpOn
      state
      isProposed
      mayTick
      doneAt
      series {
        measured {
          unit
          better
          cadence
        }
        values {
          id
          period
          value
        }
        reading {
          from
          to
          way
          isBetter
          left
        }
      }
      comments {
        id
        text
        drawing {
          alt
          strokes
        }
        saidAt
      }
    }
    proposals {
      id
      text
      drawing {
        alt
        strokes
      }
      saidAt
      answer
      why
    }
    adoption {
      answerId
      answer
      words
      answeredAt
      isChanged
    }
  }
}
    `) as unknown as TypedDocumentString<MyPlansQuery, MyPlansQueryVariables>;
export const WordsKeyDocument = new TypedDocumentString(`
    query WordsKey {
  familyDraftKey
}
    `) as unknown as TypedDocumentString<WordsKeyQuery, WordsKeyQueryVariables>;
export const MarkDocument = new TypedDocumentString(`
    query Mark {
  familyMark
}
    `) as unknown as TypedDocumentString<MarkQuery, MarkQueryVariables>;
export const TickPlanDocument = new TypedDocumentString(`
    mutation TickPlan($input: TickFamilyPlanInput!) {
  tickFamilyPlan(input: $input)
}
    `) as unknown as TypedDocumentString<TickPlanMutation, TickPlanMutationVariables>;
export const UntickPlanDocument = new TypedDocumentString(`
    mutation UntickPlan($entryId: ID!) {
  untickFamilyPlan(entryId: $entryId)
}
    `) as unknown as TypedDocumentString<UntickPlanMutation, UntickPlanMutationVariables>;
export const CommentPlanDocument = new TypedDocumentString(`
    mutation CommentPlan($input: CommentFamilyPlanInput!) {
  commentFamilyPlan(input: $input)
}
    `) as unknown as TypedDocumentString<CommentPlanMutation, CommentPlanMutationVariables>;
export const ProposeInPlanDocument = new TypedDocumentString(`
    mutation ProposeInPlan($input: ProposeInFamilyPlanInput!) {
  proposeInFamilyPlan(input: $input)
}
    `) as unknown as TypedDocumentString<ProposeInPlanMutation, ProposeInPlanMutationVariables>;
export const AnswerMyPlanDocument = new TypedDocumentString(`
    mutation AnswerMyPlan($input: AnswerFamilyPlanInput!) {
  answerFamilyPlan(input: $input)
}
    `) as unknown as TypedDocumentString<AnswerMyPlanMutation, AnswerMyPlanMutationVariables>;
export const PlanChangesDocument = new TypedDocumentString(`
    query PlanChanges($groupId: ID!) {
  familyPlanChanges(groupId: $groupId) {
    number
    putAt
    until
    differences {
      entryId
      kind
      part
      what
      changed
      before {
        ...SideParts
      }
      after {
        ...SideParts
      }
    }
  }
}
    fragment SideParts on FamilyPlanSide {
  words
  drawing {
    alt
    strokes
  }
  state
  promisedBy {
    who
    givenName
  }
  startsOn
  followUpOn
}`) as unknown as TypedDocumentString<PlanChangesQuery, PlanChangesQueryVariables>;