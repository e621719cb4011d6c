import type { Assessment, HouseParty, Subject } from '#domain/disclosure/case.js';
import type { TownLimits } from '#domain/disclosure/decision.js';
import type { MeetingOfCase } from '#domain/family/shown-meeting.js';
import type { SealedContent, SealedItem } from '../gate/sealed.js';
import type { Sight } from '../gate/sight.js';

/** Someone's name, sealed, with whom it is told about: for those who sign beside one, the person the consent is about. */
export interface SealedName {
  readonly personId: string;
  readonly house: HouseParty;
  readonly about: Subject;
  readonly limits: TownLimits | undefined;
  readonly content: SealedContent;
  readonly sight: Sight;
}

/** When a meeting is, with the facts that it is decided by: the time of a protected person tells where they are. */
export interface SealedMeeting extends MeetingOfCase {
  readonly hubId: string;
  readonly giver: HouseParty;
  readonly about: Subject;
  readonly assessments: readonly Assessment[];
  readonly limits: TownLimits | undefined;
  readonly sight: Sight;
}

/** A house as families know it. */
export interface FamilyHouse {
  /** `authority/branch`. */
  readonly house: string;
  readonly branchId: string;
  readonly kind: string;
  readonly authorityName: string;
  readonly branchName: string;
}

export interface TownFacts {
  readonly name: string;
  readonly settings: Readonly<Record<string, unknown>>;
}

export interface FamilyQuestionRow {
  readonly id: string;
  readonly consentId: string;
  readonly caseId: string;
  readonly personId: string;
  readonly itemId: string;
  readonly sentAt: Date;
  readonly answeredAt: Date | null;
  readonly answeredByName: string | null;
}

/** What somebody of a family says themselves, sealed; it stands in the house that asked for it. */
export interface NewFamilyWords {
  readonly itemId: string;
  readonly caseId: string;
  readonly personId: string;
  readonly municipalityId: string;
  readonly branchId: string;
  readonly aboutId: string;
  readonly giverKind: 'subject' | 'guardian';
  readonly phase: string;
  readonly ciphertext: Buffer;
  readonly keyVersion: number;
}

export interface NewFamilyQuestion extends Pick<
  NewFamilyWords,
  'itemId' | 'caseId' | 'personId' | 'municipalityId' | 'branchId'
> {
  readonly id: string;
  readonly consentId: string;
  /** Made by the telephone: what is sent twice with it is asked once. */
  readonly key: string;
}

/** What a family's pages ask for besides consents. Sealed things come by functions that decide for the person themselves. */
export abstract class FamilyFacts {
  /** Asked as the family: names that may be asked for at all. */
  abstract findNames(personIds: readonly string[]): Promise<SealedName[]>;
  /** Asked as the family: why a consent is asked, and what one wrote oneself. */
  abstract findItems(itemIds: readonly string[]): Promise<SealedItem[]>;
  /** Asked as the service `consents`: the protection of people who sign. */
  abstract findProtection(personIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
  abstract findHouses(municipalityId: string): Promise<FamilyHouse[]>;
  /** Asked as the family: joint meetings alone; an internal hub is nobody's to know outside its house. */
  abstract findMeetings(): Promise<SealedMeeting[]>;
  abstract getTown(municipalityId: string): Promise<TownFacts>;
  /** Whether somebody is on duty at the social emergency service now. */
  abstract isEmergencyServiceOnDuty(municipalityId: string): Promise<boolean>;
  /** Asked as the service `family`: the record that was kept, where somebody’s was folded into another. */
  abstract findKept(personId: string): Promise<string>;
  /** Asked as the service `family`: whether a number belongs to a person. */
  abstract hasNumber(personId: string, numberHash: Buffer): Promise<boolean>;
  abstract findLanguage(personId: string): Promise<string | undefined>;
  abstract chooseLanguage(personId: string, language: string): Promise<void>;
  abstract addWords(words: NewFamilyWords): Promise<void>;
  /** False where it was asked with this key before. */
  abstract addQuestion(question: NewFamilyQuestion): Promise<boolean>;
  /** Asked as the family: what was asked with a key. */
  abstract findAskedBy(key: string): Promise<string | undefined>;
  /** Asked as the family: consents that they would like to have renewed. */
  abstract findRenewalsAsked(): Promise<ReadonlySet<string>>;
  /** Asked as the family; false where they had asked before. */
  abstract markRenewalAsked(consentId: string): Promise<boolean>;
  /** Newest first; the family's own. */
  abstract findQuestionsOf(personId: string): Promise<FamilyQuestionRow[]>;
  /** Newest first; for who works on the case. */
  abstract findQuestionsOfCase(caseId: string): Promise<FamilyQuestionRow[]>;
  /** False when it is not there or was answered before. */
  abstract markAnswered(id: string): Promise<boolean>;
}
