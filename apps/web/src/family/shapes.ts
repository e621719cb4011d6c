/**
 * What the family's pages show, whoever answers: the api, or the gallery's invented town. Nothing here is kept in the
 * browser after the page is closed, and nothing of it ever stands in an address.
 */
import type { Situation } from '#domain/consent/consent.js';
import type { Category, HouseKind, Purpose } from '#domain/disclosure/vocabulary.js';
import type { EIdMessage, EIdNextStep, EIdStart } from '#domain/e-id/hint.js';
import type { ShownState } from '#domain/family/shown-consent.js';
import type { DrawingWritten } from '#domain/plan/drawing.js';
import type { Measured, Reading } from '#domain/plan/plan-series.js';
import type { Changed } from '#domain/plan/plan-versions.js';
import type { FamilyPart } from '#domain/plan/family-plan.js';
import type { Language } from './language.js';
import type { NewsListener } from './news-line.js';

/** Who asks, as it may be told to whoever holds the phone. */
export interface Town {
  /** "Ekvalla kommun" */
  readonly name: string;
  /** Told only to whoever has shown who they are. */
  readonly office: string | null;
  readonly phone: string;
}

/** `closed`: no link has been opened here; `open`: one has; `identified`: we know who it is. */
export interface Door {
  readonly state: 'closed' | 'open' | 'identified';
  readonly town: Town;
  readonly language: Language | null;
  /** Runs since before the page was left for the app, if any. */
  readonly order: Order | null;
  /** A child has yet to say that it is they who hold the telephone. */
  readonly isOwnStepNeeded: boolean;
  /** If nothing is done until then; null when nobody is known here. */
  readonly sessionEndsAt: string | null;
}

export interface Order {
  readonly id: string;
  readonly purpose: 'identify' | 'sign';
  readonly consentId: string | null;
  readonly state: 'pending' | 'failed' | 'complete';
  readonly start: EIdStart;
  readonly startLink: string | null;
  /** What the QR code says this second. */
  readonly code: string | null;
  readonly message: EIdMessage | null;
  readonly next: EIdNextStep | null;
  /** Why a signature that came cannot stand. */
  readonly failure: string | null;
}

export interface House {
  /** `authority/branch`. */
  readonly house: string;
  readonly kind: HouseKind;
  /** In Swedish, as families know it. */
  readonly name: string;
  readonly tells: boolean;
  readonly isTold: boolean;
  readonly isTakenAway: boolean;
}

export interface Kind {
  readonly category: Category;
  readonly isTakenAway: boolean;
}

export interface ConsentName {
  /** Null where the name may not be told. */
  readonly name: string | null;
  readonly standsAs: 'subject' | 'guardian';
  readonly state: 'signed' | 'missing';
}

export interface Consent {
  readonly id: string;
  readonly state: ShownState;
  /** `id` tells people apart, also where no name may be told. */
  readonly about: { readonly id: string; readonly givenName: string | null; readonly isMe: boolean };
  readonly offeredAt: string | null;
  /** Another whenever what would be signed says something else; sent along with the name. */
  readonly text: string | null;
  /** The coordinator's own words. */
  readonly why: string | null;
  readonly houses: readonly House[];
  readonly kinds: readonly Kind[];
  readonly purposes: readonly Purpose[];
  readonly situations: readonly Situation[];
  readonly validFrom: string;
  readonly validUntil: string;
  /** Why it may last longer than half a year, in the municipality's own words. */
  readonly longerReason: string | null;
  readonly signedAt: string | null;
  /** Those who sign beside me, as far as I may be told of them; empty where I may not. */
  readonly others: readonly ConsentName[];
  readonly mayWithdraw: boolean;
  readonly mayNarrow: boolean;
  readonly isRenewal: boolean;
  readonly isRenewalAsked: boolean;
  readonly mayAskRenewal: boolean;
  /** Where its paper is, once something is signed. */
  readonly documentAddress: string | null;
}

export interface Contact {
  readonly name: string;
  readonly role: 'social-services' | 'emergency-service' | 'coordinator' | 'other';
  readonly phone: string;
  /** As the municipality writes it: "vardagar 8–16". */
  readonly hours: string;
  readonly isNight: boolean;
  /** Null where no roster tells. */
  readonly isOnDuty: boolean | null;
}

/** When those whom one has said yes to meet; never where, nor who comes. */
export interface Meeting {
  readonly consentId: string;
  readonly startsAt: string;
  readonly endsAt: string;
}

export interface Asked {
  readonly id: string;
  readonly text: string;
  readonly askedAt: string;
  /** Someone has answered, by telephone or in person. */
  readonly answeredAt: string | null;
}

export interface Home {
  /** Another whenever what I would read on my pages is another. */
  readonly mark: string;
  readonly me: { readonly givenName: string | null };
  /** My number is kept, so that messages can be sent to it. */
  readonly keepsPhone: boolean;
  readonly town: Town;
  readonly sessionEndsAt: string;
  readonly now: string;
  readonly consents: readonly Consent[];
  readonly meetings: readonly Meeting[];
  readonly contacts: readonly Contact[];
  readonly questions: readonly Asked[];
}

type ExtractAct = 'read' | 'search' | 'export' | 'override' | 'received' | 'own';
type ExtractTopic =
  | 'who-you-are'
  | 'contact'
  | 'report'
  | 'school'
  | 'health'
  | 'home'
  | 'money-and-housing'
  | 'alcohol-and-drugs'
  | 'crime'
  | 'friends'
  | 'leisure'
  | 'safety'
  | 'assessment'
  | 'plan';

export interface AccessLine {
  readonly day: string;
  readonly act: ExtractAct;
  readonly topic: ExtractTopic;
  readonly reader: {
    readonly kind: HouseKind;
    readonly houseName: string | null;
    readonly staffName: string | null;
  } | null;
  readonly ground: string | null;
  readonly times: number;
  readonly last: string;
  readonly until: string | null;
}

export interface AccessPage {
  readonly lines: readonly AccessLine[];
  /** What to ask for next; null when nothing is older. */
  readonly before: string | null;
}

/** What my receipt of a consent says, and where it is fetched. */
export interface Receipt {
  /** In which I read what I signed, and the sentence is written. */
  readonly language: Language;
  readonly noticeVersion: string;
  readonly sentence: string;
  readonly pdfAddress: string;
  readonly dataAddress: string;
}

/** A file for whoever reads to keep. */
export interface FetchedFile {
  /** Names nobody. */
  readonly name: string;
  readonly bytes: Blob;
}

/** What one takes away; only ever more. */
export interface TakenAway {
  readonly houses: readonly string[];
  readonly categories: readonly Category[];
}

/** What I have said in a plan, which nobody else of the family reads. */
export interface OwnWords {
  readonly id: string;
  readonly text: string;
  readonly drawing: DrawingWritten | null;
  readonly saidAt: string;
}

/** What is followed in figures, with both its readings. */
export interface Series {
  readonly measured: Measured;
  /** In the order of their days. */
  readonly values: readonly { readonly id: string; readonly period: string; readonly value: number }[];
  readonly reading: Reading | null;
}

/** One thing in the plan as it stood at one time. */
export interface PlanSide {
  readonly words: string;
  readonly drawing: DrawingWritten | null;
  readonly state: PlanEntry['state'] | 'ended';
  readonly promisedBy: PlanEntry['promisedBy'];
  readonly startsOn: string | null;
  readonly followUpOn: string | null;
}

/** What is otherwise since one time, until another or until now. */
export interface PlanChanges {
  readonly number: number;
  readonly putAt: string;
  readonly until: string | null;
  readonly differences: readonly {
    readonly entryId: string;
    readonly kind: string;
    readonly part: FamilyPart;
    readonly what: 'added' | 'taken-away' | 'changed';
    readonly changed: readonly Changed[];
    readonly before: PlanSide | null;
    readonly after: PlanSide | null;
  }[];
}

export interface PlanEntry {
  readonly id: string;
  readonly part: FamilyPart;
  readonly kind: string;
  /** In our own words or language, where somebody has written it so. */
  readonly words: string;
  /** As it stands in the plan, where the words are others. */
  readonly original: string | null;
  /** Drawn beside the words. */
  readonly drawing: DrawingWritten | null;
  readonly giverKind: HouseKind;
  readonly aim: string | null;
  readonly watch: string | null;
  /** The goal that a step leads to. */
  readonly goalId: string | null;
  readonly promisedBy: { readonly who: 'me' | 'subject' | 'guardian'; readonly givenName: string | null } | null;
  readonly owner: { readonly kind: HouseKind; readonly name: string; readonly staffName: string | null } | null;
  /** `2026-12-08` */
  readonly startsOn: string | null;
  readonly followUpOn: string | null;
  readonly state: 'planned' | 'running' | 'paused' | 'standing' | 'reached';
  readonly isProposed: boolean;
  readonly mayTick: boolean;
  readonly doneAt: string | null;
  readonly comments: readonly OwnWords[];
  /** Of what is followed in figures. */
  readonly series: Series | null;
}

export interface Proposal extends OwnWords {
  readonly answer: 'taken-up' | 'declined' | null;
  readonly why: string | null;
}

export interface Adoption {
  readonly answerId: string;
  readonly answer: 'yes' | 'no' | null;
  readonly words: string | null;
  readonly answeredAt: string | null;
  readonly isChanged: boolean;
}

export interface Plan {
  readonly id: string;
  readonly about: { readonly givenName: string | null; readonly isMe: boolean };
  readonly entries: readonly PlanEntry[];
  readonly proposals: readonly Proposal[];
  readonly adoption: Adoption | null;
}

/** Words with a key of their own: sent twice, they are said once. */
export interface Sent {
  readonly key: string;
  readonly text: string;
  readonly drawing: DrawingWritten | null;
}

export interface Refusal {
  readonly code: string;
}

export type Answer<Data> =
  { readonly data: Data; readonly refusal?: undefined } | { readonly data?: undefined; readonly refusal: Refusal };

export interface How {
  /** Does not count as something that the person does. */
  readonly isPassive: boolean;
}

/** The town's side of the conversation. Every act may be asked twice without harm. */
export interface Service {
  /** Whether what stands behind the # is what the app brought back, and not a link. */
  isReturn(fragment: string): boolean;
  /** With that, or with the query that a broker sent back. */
  returned(brought: string): Promise<Answer<Door>>;
  door(): Promise<Answer<Door>>;
  /** The same without making the session last longer. */
  look(): Promise<Answer<Door>>;
  openDoor(token: string, language: Language): Promise<Answer<Door>>;
  /** A used or old link asks for the next one, to the same telephone. */
  askNextLink(token: string): Promise<Answer<boolean>>;
  identify(start: EIdStart): Promise<Answer<Order>>;
  follow(order: Order): Promise<Answer<Order>>;
  cancel(order: Order): Promise<Answer<boolean>>;
  takeOwnStep(): Promise<Answer<boolean>>;
  home(how?: How): Promise<Answer<Home>>;
  /** Another whenever there is something new to read; asking is no sign of a person. */
  mark(): Promise<Answer<string>>;
  /** Hears that there is something new, until what is returned is called. */
  hear(listener: NewsListener): () => void;
  sign(consent: Consent, away: TakenAway, how: { start: EIdStart; language: Language }): Promise<Answer<Order>>;
  withdraw(consent: Consent): Promise<Answer<{ readonly at: string; readonly already: boolean }>>;
  narrow(consent: Consent, away: TakenAway): Promise<Answer<boolean>>;
  askRenewal(consent: Consent): Promise<Answer<boolean>>;
  access(consentId: string, before: string | null, how?: How): Promise<Answer<AccessPage>>;
  receipt(consentId: string, how?: How): Promise<Answer<Receipt>>;
  fetchFile(address: string): Promise<Answer<FetchedFile>>;
  ask(consent: Consent, sent: Pick<Sent, 'key' | 'text'>): Promise<Answer<boolean>>;
  /** By which what is being written is sealed in this session, as base64. */
  wordsKey(): Promise<Answer<string>>;
  plans(how?: How): Promise<Answer<readonly Plan[]>>;
  /** What is otherwise since each time that I was asked about the plan, the latest first. */
  planChanges(planId: string, how?: How): Promise<Answer<readonly PlanChanges[]>>;
  tick(entryId: string, key: string): Promise<Answer<boolean>>;
  untick(entryId: string): Promise<Answer<boolean>>;
  comment(entryId: string, sent: Sent): Promise<Answer<boolean>>;
  propose(planId: string, sent: Sent): Promise<Answer<boolean>>;
  answerPlan(
    answerId: string,
    said: { readonly answer: 'yes' | 'no'; readonly words: string },
  ): Promise<Answer<boolean>>;
  /** Whoever is known is met in it from now on; before that it is for the visit. */
  forgetPhone(): Promise<Answer<boolean>>;
  speak(language: Language, isKnown: boolean): Promise<Answer<boolean>>;
  /** Does not wait for an answer: the page is on its way out. */
  leave(): void;
}
