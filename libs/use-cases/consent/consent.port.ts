import type { CollectionMethod, ConsentRecord, ConsentScope, Refusals, Situation } from '#domain/consent/consent.js';
import type { TermSettings } from '#domain/consent/consent-term.js';
import type { ConsentState } from '#domain/consent/consent-states.js';
import type { Subject } from '#domain/disclosure/case.js';
import type { SigningFacts } from '#domain/disclosure/who-must-sign.js';
import type { Form } from '#domain/disclosure/vocabulary.js';
import type { AgreementTerm } from '#domain/organisation/agreement-lapse.js';

/** A consent with the facts of its keeping. */
export interface ConsentFacts {
  readonly record: ConsentRecord;
  readonly municipalityId: string;
  readonly branchId: string;
  readonly caseId: string;
  readonly form: Form;
  readonly notice: Notice;
  /** Why it may last longer than half a year, as the municipality had it when it was asked; null where it does not. */
  readonly longerReason: string | null;
  /** What each name that is there was given to: null versions are papers with words of their own. */
  readonly read: readonly NoticeReadBy[];
  readonly jurisdiction: string;
  /** Why it is asked: an item; null where the municipality's sentence says it. */
  readonly itemId: string | null;
  readonly createdBy: string | null;
  readonly createdAt: Date;
  readonly offeredAt: Date | null;
  readonly recheckAt: Date | null;
  readonly version: number;
}

/** Which text was put before the family, so that it can be shown again word for word. */
export interface Notice {
  readonly id: string;
  readonly version: string;
  /** SHA-256 of the text in its catalogue. */
  readonly hash: Buffer;
}

export interface NoticeReadBy {
  readonly personId: string;
  readonly version: string | null;
  readonly language: string;
}

export interface NewConsent {
  readonly id: string;
  readonly caseId: string;
  readonly personId: string;
  readonly form: Form;
  readonly scope: ConsentScope;
  readonly situations: readonly Situation[];
  readonly validFrom: Date;
  readonly validUntil: Date;
  readonly longerReason: string | null;
  readonly renews: string | null;
  readonly apart: boolean;
  readonly notice: Notice;
  readonly itemId: string | null;
}

/** What changes in a consent after it was offered; what is absent stays. */
export interface ConsentMove {
  readonly state: ConsentState;
  readonly recheckAt: Date | null;
  readonly offeredAt?: Date;
  readonly endedAt?: Date;
  readonly withdrawnAt?: Date;
}

export interface ConsentHappening {
  readonly kind: string;
  readonly state: ConsentState;
  /** Ids and closed words. */
  readonly detail?: Readonly<Record<string, string | number | boolean | null>>;
}

export interface ConsentEvent extends ConsentHappening {
  readonly seq: number;
  readonly at: Date;
  readonly byStaff: string | null;
  readonly byPerson: string | null;
}

export interface NewEvidence {
  readonly id: string;
  readonly consentId: string;
  readonly signerId: string;
  readonly kind: CollectionMethod | 'document';
  readonly mediaType: string;
  /** Whose key it is sealed with: the person whom the consent is about. */
  readonly keyPersonId: string;
  readonly ciphertext: Buffer;
  readonly keyVersion: number;
  /** Of what was sealed, so that it can be shown to be unaltered. */
  readonly sha256: Buffer;
}

/** Everything that decides whose names a consent about a person needs. */
export interface SigningSituation {
  readonly subject: Subject;
  readonly facts: SigningFacts & { readonly custodyChanges: readonly number[] };
}

/** A house as a consent writes it, for those who choose and for those who read. */
export interface WrittenHouse {
  /** `authority/branch`. */
  readonly house: string;
  readonly branchId: string;
  readonly kind: string;
  readonly name: string;
  readonly ended: boolean;
}

/** Consents, their signers, their evidence and what has happened to them. */
export abstract class ConsentStore {
  abstract add(consent: NewConsent): Promise<void>;
  abstract find(id: string): Promise<ConsentFacts | undefined>;
  /** The agreements of a form, in force or not, with the houses that they name. */
  abstract findAgreementTerms(municipalityId: string, form: string): Promise<AgreementTerm[]>;
  /** The same, kept from others until the transaction ends. */
  abstract findForChange(id: string): Promise<ConsentFacts | undefined>;
  /** Newest first. */
  abstract findOfCase(caseId: string): Promise<ConsentFacts[]>;
  /** Consents about a person that have not ended, kept from others until the transaction ends. */
  abstract findOpenOfPerson(personId: string): Promise<ConsentFacts[]>;
  /** Asked as the service `consents`: who signs apart from this signer, under consents about the person that go on, or is kept apart from them by the house. */
  abstract findApartFrom(personId: string, signerId: string): Promise<string[]>;
  /** Only looked at: whoever changes one of them waits for nobody. */
  abstract findInForceAbout(personId: string): Promise<ConsentFacts[]>;
  /** Consents that have not ended and name one of these houses, kept from others until the transaction ends. */
  abstract findOpenReaching(municipalityId: string, houses: readonly string[]): Promise<ConsentFacts[]>;
  /** Likewise those that run in a form. */
  abstract findOpenOfForm(municipalityId: string, form: string): Promise<ConsentFacts[]>;
  /** Consents under which this person stands as a signer. */
  abstract findOfSigner(personId: string): Promise<ConsentFacts[]>;
  /** Ids of consents whose time to be looked at again has come. */
  abstract findToRecheck(before: Date, most: number): Promise<string[]>;
  abstract redraft(
    id: string,
    to: Pick<
      NewConsent,
      'scope' | 'situations' | 'validFrom' | 'validUntil' | 'longerReason' | 'apart' | 'form' | 'itemId'
    >,
  ): Promise<void>;
  /** That the signers of a draft are told nothing of each other. */
  abstract setApart(id: string): Promise<void>;
  /** The text that a draft will be put before the family with. */
  abstract setNotice(id: string, notice: Notice): Promise<void>;
  /** Why a draft may last longer than half a year, as it will be put before the family. */
  abstract setLongerReason(id: string, reason: string | null): Promise<void>;
  abstract move(id: string, move: ConsentMove): Promise<void>;
  abstract ask(
    id: string,
    signer: { readonly personId: string; readonly standsAs: 'subject' | 'guardian' },
  ): Promise<void>;
  abstract sign(
    id: string,
    name: {
      readonly personId: string;
      readonly method: CollectionMethod;
      readonly language: string;
      readonly noticeVersion: string | null;
      readonly refusals: Refusals;
      readonly receivedBy: string | null;
    },
  ): Promise<void>;
  /** Adds to what this signer has taken away. */
  abstract takeAway(id: string, personId: string, refusals: Refusals): Promise<void>;
  abstract markSaidNo(id: string, personId: string, how: 'declined' | 'withdrawn'): Promise<void>;
  abstract addEvidence(evidence: NewEvidence): Promise<void>;
  abstract addEvent(id: string, happening: ConsentHappening): Promise<void>;
  abstract findEvents(id: string): Promise<ConsentEvent[]>;
  /** The facts that decide who must sign; read as the service `consents`. */
  abstract getSituation(personId: string): Promise<SigningSituation>;
  /** Houses of the municipality, as consents write them. */
  abstract findHouses(municipalityId: string): Promise<WrittenHouse[]>;
  /** How long the municipality lets a consent last, for each form and for all. */
  abstract findTerms(municipalityId: string): Promise<TermSettings>;
  /** Staff who work on the case in these houses (as branch ids): those to be told when a consent ends. */
  abstract findWorking(
    caseId: string,
    branchIds: readonly string[],
  ): Promise<{ readonly staffId: string; readonly branchId: string }[]>;
  /** Cases in which something said about the person has left other houses in this transaction, with those houses. */
  abstract findLeftNow(personId: string): Promise<{ readonly caseId: string; readonly branchId: string }[]>;
  /** The case with this number, if the caller works on it. */
  abstract findCaseByNumber(number: string): Promise<string | undefined>;
  /** Staff of the asking house who work on the case; where nobody does by name, those of the unit that it lies with. */
  abstract findAskers(caseId: string): Promise<string[]>;
  /** Who owes its renewal: whoever asked for it, while they work on the case, and the unit of the house that it lies with; null while that has none. */
  abstract findRenewalOwner(
    consentId: string,
  ): Promise<{ readonly staffId: string | null; readonly unitId: string } | null>;
  /** Asked as the service `consents`: it is looked at again then at the latest. */
  abstract lookAgain(consentId: string, at: Date): Promise<void>;
}
