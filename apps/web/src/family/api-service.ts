/** The town's answers over GraphQL, in the shapes that the pages show. */
import type { Category } from '#domain/disclosure/vocabulary.js';
import {
  AccessDocument,
  AnswerMyPlanDocument,
  AskForLinkDocument,
  AskQuestionDocument,
  AskRenewalDocument,
  BeginIdentificationDocument,
  BeginSigningDocument,
  CancelOrderDocument,
  ChooseLanguageDocument,
  CommentPlanDocument,
  DoorDocument,
  FollowOrderDocument,
  ForgetPhoneDocument,
  LeaveFamilyDocument,
  MarkDocument,
  MyHomeDocument,
  MyPlansDocument,
  NarrowMineDocument,
  OpenDoorDocument,
  PlanChangesDocument,
  ProposeInPlanDocument,
  ReceiptDocument,
  SpeakAtDoorDocument,
  TakeOwnStepDocument,
  TickPlanDocument,
  UntickPlanDocument,
  WithdrawMineDocument,
  WordsKeyDocument,
  type DoorPartsFragment,
  type MyHomeQuery,
  type MyPlansQuery,
  type OrderPartsFragment,
} from '../graphql/generated/family/graphql.js';
import { isLanguage } from './language.js';
import { hearNews } from './news-line.js';
import { ask, fetchFile, send } from './request.js';
import type {
  AccessPage,
  Answer,
  Consent,
  Contact,
  Door,
  Home,
  House,
  Order,
  Plan,
  PlanChanges,
  Sent,
  Service,
  TakenAway,
} from './shapes.js';

/** What the app brings back stands behind `#e-id=`; a link's token has no equals sign. */
const RETURN = 'e-id=';
let returnNonce: string | null = null;
/** What a broker sent back: to one order, and to none that is begun after it. */
let answer: string | null = null;

const orderOf = (order: OrderPartsFragment): Order => ({
  ...(order as Order),
  state: order.state === 'pending' || order.state === 'complete' ? order.state : 'failed',
});

/** An order that ended without a word is no order to go on with. */
const isLive = (order: OrderPartsFragment): boolean => order.state === 'pending' || order.state === 'complete';

const doorOf = (door: DoorPartsFragment): Door => ({
  state: door.state as Door['state'],
  town: { name: door.town ?? '', office: null, phone: door.phone ?? '' },
  language: isLanguage(door.language) ? door.language : null,
  order: door.order && isLive(door.order) ? orderOf(door.order) : null,
  isOwnStepNeeded: door.ownStepNeeded,
  sessionEndsAt: door.state === 'identified' ? door.sessionEndsAt : null,
});

type ConsentSaid = MyHomeQuery['familyHome']['consents'][number];

const consentOf = (said: ConsentSaid): Consent => ({
  id: said.id,
  state: said.state as Consent['state'],
  about: said.about,
  why: said.why,
  houses: said.houses.map(({ kind, takenAway, ...house }) => ({
    ...house,
    kind: kind as House['kind'],
    isTakenAway: takenAway,
  })),
  kinds: said.categories.map(({ category, takenAway }) => ({ category: category as Category, isTakenAway: takenAway })),
  purposes: said.purposes as Consent['purposes'],
  situations: said.situations as Consent['situations'],
  validFrom: said.validFrom,
  validUntil: said.validUntil,
  longerReason: said.longerReason,
  signedAt: said.myName.state === 'signed' ? said.myName.at : null,
  others: said.otherNames.map(({ givenName, standsAs, hasSigned }) => ({
    name: givenName,
    standsAs: standsAs as 'subject' | 'guardian',
    state: hasSigned ? 'signed' : 'missing',
  })),
  mayWithdraw: said.mayWithdraw,
  mayNarrow: said.mayNarrow,
  mayAskRenewal: said.mayAskRenewal,
  isRenewal: said.renews !== null,
  isRenewalAsked: said.isRenewalAsked,
  offeredAt: said.offeredAt,
  text: said.text,
  documentAddress: said.documentAddress,
});

const homeOf = ({ familyHome: said }: MyHomeQuery): Home => ({
  mark: said.mark,
  me: said.me,
  keepsPhone: said.keepsPhone,
  town: { name: said.town, office: said.office, phone: said.phone ?? '' },
  sessionEndsAt: said.sessionEndsAt,
  now: said.now,
  consents: said.consents.map(consentOf),
  meetings: said.meetings,
  contacts: said.contacts.map(({ night, onDutyNow, role, ...contact }) => ({
    ...contact,
    role: role as Contact['role'],
    isNight: night,
    isOnDuty: onDutyNow,
  })),
  questions: said.questions.flatMap(({ text, ...one }) => (text === null ? [] : [{ ...one, text }])),
});

type PlanSaid = MyPlansQuery['familyPlans'][number];

const planOf = ({ groupId, isAboutMe, givenName, entries, ...said }: PlanSaid): Plan => ({
  ...(said as Pick<Plan, 'proposals' | 'adoption'>),
  id: groupId,
  about: { givenName, isMe: isAboutMe },
  entries: entries.map(({ owner, ...entry }) => ({
    ...(entry as Omit<Plan['entries'][number], 'owner'>),
    owner: owner && { kind: owner.kind as House['kind'], name: owner.house, staffName: owner.name },
  })),
});

/** The answer in another shape; a refusal stays one. */
const shaped = <From, To>(answer: Answer<From>, shape: (data: From) => To): Answer<To> =>
  answer.refusal ? { refusal: answer.refusal } : { data: shape(answer.data) };

const refusals = ({ houses, categories }: TakenAway) => ({ houses: [...houses], categories: [...categories] });

const saidOf = ({ drawing, ...sent }: Sent) => ({
  ...sent,
  drawing: drawing && { alt: drawing.alt, strokes: [...drawing.strokes] },
});

const door = async (): Promise<Answer<Door>> =>
  shaped(await ask(DoorDocument, {}), ({ familyDoor }) => doorOf(familyDoor));

export const apiService: Service = {
  isReturn: (fragment) => fragment.startsWith(RETURN),
  returned: (brought) => {
    if (brought.startsWith('?')) answer = brought;
    else returnNonce = brought.slice(RETURN.length);
    return door();
  },
  door,
  look: async () => shaped(await ask(DoorDocument, {}, { isPassive: true }), ({ familyDoor }) => doorOf(familyDoor)),
  openDoor: async (token, language) =>
    shaped(await ask(OpenDoorDocument, { token, language }), ({ openFamilyDoor }) => doorOf(openFamilyDoor)),
  askNextLink: async (token) =>
    shaped(await ask(AskForLinkDocument, { token }), ({ askForFamilyLink }) => askForFamilyLink),
  identify: async (start) => {
    answer = null;
    return shaped(await ask(BeginIdentificationDocument, { start }), ({ beginFamilyIdentification }) =>
      orderOf(beginFamilyIdentification),
    );
  },
  follow: async ({ id }) =>
    shaped(await ask(FollowOrderDocument, { id, returnNonce, answer }), ({ followFamilyOrder }) =>
      orderOf(followFamilyOrder),
    ),
  cancel: async ({ id }) => shaped(await ask(CancelOrderDocument, { id }), () => true),
  takeOwnStep: async () => shaped(await ask(TakeOwnStepDocument, {}), ({ takeOwnStep }) => takeOwnStep),
  home: async (how) => shaped(await ask(MyHomeDocument, {}, how), homeOf),
  mark: async () => shaped(await ask(MarkDocument, {}, { isPassive: true }), ({ familyMark }) => familyMark),
  hear: hearNews,
  sign: async ({ id, text: read }, away, { start, language }) => {
    answer = null;
    return shaped(
      await ask(BeginSigningDocument, { input: { consentId: id, ...refusals(away), start, language, read } }),
      ({ beginConsentSigning }) => orderOf(beginConsentSigning),
    );
  },
  withdraw: async ({ id }) =>
    shaped(await ask(WithdrawMineDocument, { consentId: id }), ({ withdrawMyConsent }) => withdrawMyConsent),
  narrow: async ({ id }, away) =>
    shaped(await ask(NarrowMineDocument, { consentId: id, refusals: refusals(away) }), () => true),
  askRenewal: async ({ id }) =>
    shaped(await ask(AskRenewalDocument, { consentId: id }), ({ askForRenewal }) => askForRenewal),
  access: async (consentId, before, how) =>
    shaped(
      await ask(AccessDocument, { consentId, before }, how),
      ({ familyAccess }) => familyAccess as unknown as AccessPage,
    ),
  receipt: async (consentId, how) =>
    shaped(await ask(ReceiptDocument, { consentId }, how), ({ familyReceipt: { language, ...said } }) => ({
      ...said,
      language: isLanguage(language) ? language : ('sv' as const),
    })),
  fetchFile,
  ask: async ({ id }, sent) =>
    shaped(await ask(AskQuestionDocument, { input: { consentId: id, ...sent } }), () => true),
  wordsKey: async () => shaped(await ask(WordsKeyDocument, {}), ({ familyDraftKey }) => familyDraftKey),
  plans: async (how) => shaped(await ask(MyPlansDocument, {}, how), ({ familyPlans }) => familyPlans.map(planOf)),
  planChanges: async (planId, how) =>
    shaped(
      await ask(PlanChangesDocument, { groupId: planId }, how),
      ({ familyPlanChanges }) => familyPlanChanges as readonly PlanChanges[],
    ),
  tick: async (entryId, key) => shaped(await ask(TickPlanDocument, { input: { entryId, key } }), () => true),
  untick: async (entryId) => shaped(await ask(UntickPlanDocument, { entryId }), () => true),
  comment: async (entryId, sent) =>
    shaped(await ask(CommentPlanDocument, { input: { entryId, ...saidOf(sent) } }), () => true),
  propose: async (groupId, sent) =>
    shaped(await ask(ProposeInPlanDocument, { input: { groupId, ...saidOf(sent) } }), () => true),
  answerPlan: async (answerId, said) =>
    shaped(await ask(AnswerMyPlanDocument, { input: { answerId, ...said } }), () => true),
  forgetPhone: async () => shaped(await ask(ForgetPhoneDocument, {}), ({ forgetMyPhone }) => forgetMyPhone),
  speak: async (language, isKnown) =>
    isKnown
      ? shaped(await ask(ChooseLanguageDocument, { language }), () => true)
      : shaped(await ask(SpeakAtDoorDocument, { language }), () => true),
  leave: () => send(LeaveFamilyDocument),
};
