import type { Assessment, Consent, HouseParty, Subject } from '#domain/disclosure/case.js';
import type { TownLimits } from '#domain/disclosure/decision.js';
import type { Purpose } from '#domain/disclosure/vocabulary.js';
import type { Role } from '#domain/organisation/role.js';

/** A house that something can be told to, with those who work there. */
export interface ReceivingHouse {
  readonly branchId: string;
  readonly house: HouseParty;
  readonly name: string;
  readonly authorityName: string;
  readonly people: readonly HousePerson[];
}

export interface HousePerson {
  readonly staffId: string;
  readonly name: string;
  readonly title: string;
  readonly unitName: string;
}

/** Someone who works on a case in some house. */
export interface Working {
  readonly caseId: string;
  readonly branchId: string;
  readonly staffId: string;
}

export interface NewShareRow {
  readonly id: string;
  readonly itemId: string;
  readonly toBranchId: string;
  readonly purpose: Purpose;
  readonly ground: string;
  readonly until: Date;
}

/** What was ended by taking away what it told. */
export interface EndedShare {
  readonly id: string;
  readonly itemId: string;
  readonly fromBranchId: string;
  readonly toBranchId: string;
  readonly purpose: Purpose;
  readonly ground: string;
}

/** What the caller's house has given: in ids and facts. */
export interface GivenShare {
  readonly id: string;
  readonly itemId: string;
  readonly caseId: string;
  readonly toBranchId: string;
  readonly purpose: Purpose;
  readonly ground: string;
  readonly byName: string | null;
  readonly madeAt: Date;
  /** Until when it runs now; null where no end is known. Meaningless when it is not in force. */
  readonly until: Date | null;
  /** Until when it was given, whatever has shortened it since; null without an end. */
  readonly givenUntil: Date | null;
  readonly isInForce: boolean;
  readonly firstReadAt: Date | null;
  readonly endedAt: Date | null;
  readonly endedHow: 'undone' | 'ended' | null;
}

/** What the caller's house has been given, whether or not it may still be read. */
export interface ReceivedShare {
  readonly itemId: string;
  readonly caseId: string;
  readonly fromBranchId: string;
  readonly fromName: string;
  readonly fromKind: string;
  readonly purpose: Purpose;
  readonly madeAt: Date;
  readonly isInForce: boolean;
  /** When it stopped; null while it runs. */
  readonly leftAt: Date | null;
}

/** When something was last told on a case, and which. */
export interface PlaceInReceived {
  readonly at: Date;
  readonly id: string;
}

export interface ReceivedCase {
  readonly caseId: string;
  readonly personId: string;
  /** Of the newest that was given. */
  readonly newestAt: Date;
  /** When the first of what may be read now ends; null when no end is known. */
  readonly nextEnd: Date | null;
  readonly inForce: number;
  readonly left: number;
}

/** Everything that a decision about something not yet written down asks about people. */
export interface FactsAbout {
  readonly subjects: readonly Subject[];
  /** One of them stands in another house's register. */
  readonly isElsewhere: boolean;
  readonly consents: readonly Consent[];
  readonly assessments: readonly Assessment[];
  readonly childSignsFrom: number | undefined;
  readonly limits: TownLimits | undefined;
}

/** Shares: what one house gives another, and until when. */
export abstract class ShareStore {
  /** Whom the case is about, if the caller works on it. */
  abstract findPersonOfCase(caseId: string): Promise<string | undefined>;
  /** The other houses of the municipality in which somebody works with content now. */
  abstract findHouses(): Promise<ReceivingHouse[]>;
  abstract findOwnHouse(): Promise<Omit<ReceivingHouse, 'people'>>;
  /** Who holds a post in the caller's house now, with the role that says what they may do. */
  abstract findAssessors(): Promise<{ readonly staffId: string; readonly name: string; readonly role: Role }[]>;
  /** Who works on these cases, in every house; read as the service `reception`. */
  abstract findWorking(caseIds: readonly string[]): Promise<Working[]>;
  /** Ids of what the caller's house has said on a case and can tell on, newest first; never what a unit has not yet given. */
  abstract findTellable(caseId: string, most: number): Promise<string[]>;
  /** Whether any of them stood on a joint map, in minutes, on an agenda or in a plan and was taken away there. */
  abstract isTakenAway(itemIds: readonly string[]): Promise<boolean>;
  /** What the caller's taking of these away has ended in this transaction, of whichever house they were. */
  abstract findEndedByTaking(itemIds: readonly string[]): Promise<EndedShare[]>;
  /** What the caller's house has told and somebody has since taken back from where it was last told. */
  abstract findTakenBack(
    itemIds: readonly string[],
  ): Promise<{ readonly itemId: string; readonly toBranchId: string }[]>;
  /** Houses that the caller’s own house has ever told this item, whatever has become of that. */
  abstract findHousesTold(itemId: string): Promise<string[]>;
  /** Houses that have it now, its own among them; none where the caller’s has it not. */
  abstract findHousesHaving(itemId: string): Promise<string[]>;
  abstract findFactsAbout(personIds: readonly string[]): Promise<FactsAbout>;
  /** Whether the second lock opens it now. */
  abstract add(share: NewShareRow): Promise<boolean>;
  abstract findGiven(caseId: string): Promise<GivenShare[]>;
  /** Of the caller's own house, kept from others until the transaction ends. */
  abstract findForChange(ids: readonly string[]): Promise<GivenShare[]>;
  abstract takeBack(id: string, how: 'undone' | 'ended'): Promise<void>;
  /** Whoever was put to work there by what has been taken back; as the service `reception`. */
  abstract endReceivers(caseId: string, branchId: string): Promise<void>;
  /** The one that was told something last first; those after `after` in that order. */
  abstract findReceivedCases(most: number, after: PlaceInReceived | null): Promise<ReceivedCase[]>;
  /** Ids of items that may say whom these cases are about, given to the caller's house and in force. */
  abstract findNamesReceived(caseIds: readonly string[]): Promise<string[]>;
  abstract findReceived(caseId: string): Promise<ReceivedShare[]>;
  /** Branch ids of houses that have anything to do with the case: somebody works on it there, or it has been told there. */
  abstract findHousesOn(caseId: string): Promise<string[]>;
  abstract worksOn(caseId: string): Promise<boolean>;
}
