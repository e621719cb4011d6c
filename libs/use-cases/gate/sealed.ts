import type { Assessment, Consent, HouseParty, Party, Subject } from '#domain/disclosure/case.js';
import type { TownLimits } from '#domain/disclosure/decision.js';
import type { RelocationGround } from '#domain/relocation/decide-relocated.js';
import type { Sight } from './sight.js';
import type { Category, Form, Phase, Protection, Purpose } from '#domain/disclosure/vocabulary.js';

/** Ciphertext and the wrapped key it needs; useless without the key-encryption key that only the gate's cipher has. */
export interface SealedContent {
  /** Whose key it is sealed with. */
  readonly keyPersonId: string;
  readonly ciphertext: Buffer;
  readonly keyVersion: number;
  readonly wrappedKey: Buffer;
  readonly kekVersion: number;
}

/** An item as a store returns it: every fact that the disclosure decision asks for, and content that nobody can read. */
export interface SealedItem {
  readonly itemId: string;
  readonly version: number;
  readonly caseId: string;
  readonly giver: Party;
  readonly giverHouse: HouseParty;
  readonly category: Category;
  readonly form: Form;
  readonly phase: Phase;
  readonly personData: boolean;
  readonly revealsPlace: boolean;
  readonly reportedBy: string | null;
  readonly subjects: readonly Subject[];
  /** One of them stands in the register of another house than the caller's. */
  readonly isElsewhere: boolean;
  /** The share that the caller's house reads by, or null in the giver's own house. */
  readonly share: { readonly purpose: Purpose; readonly until: Date | null } | null;
  readonly recipientAssigned: boolean;
  readonly recipientNamed: boolean;
  readonly consents: readonly Consent[];
  readonly assessments: readonly Assessment[];
  /** The municipality's age, and what its lawyer has switched off; absent where it has set none. */
  readonly childSignsFrom: number | undefined;
  readonly limits: TownLimits | undefined;
  readonly createdAt: Date;
  readonly createdBy: string | null;
  readonly content: SealedContent;
  readonly sight: Sight;
}

/** A person's name, number and ways to be reached, as a store returns them. */
export interface SealedIdentity {
  readonly personId: string;
  readonly version: number;
  readonly house: HouseParty;
  readonly subject: Subject;
  readonly recipientAssigned: boolean;
  readonly recipientNamed: boolean;
  readonly content: SealedContent;
  readonly sight: Sight;
}

/** Why something was decided about a person, as a store returns it: read by whoever may see that the person exists. */
export interface SealedReasons {
  readonly table: 'person_decision' | 'person_merge';
  readonly row: string;
  readonly personId: string;
  readonly house: HouseParty;
  readonly subject: Subject;
  readonly recipientAssigned: boolean;
  readonly recipientNamed: boolean;
  readonly content: SealedContent;
  readonly sight: Sight;
}

/** What another municipality is offered, as a store returns it to whoever may take over: whom it is about, or one thing. */
export interface SealedRelocated {
  readonly relocationId: string;
  /** Null for whom it is about. */
  readonly itemId: string | null;
  readonly category: Category;
  readonly revealsPlace: boolean;
  readonly caseId: string;
  readonly personId: string;
  readonly offeredNow: boolean;
  readonly shareRuns: boolean;
  readonly aboutThemAlone: boolean;
  readonly protection: Protection;
  readonly standsOn: RelocationGround | null;
  readonly content: SealedContent;
  readonly sight: Sight;
}

/** Whom a question to another house is about, as a store returns it to whoever is asked. */
export interface SealedAsked {
  readonly inquiryId: string;
  readonly caseId: string;
  readonly personId: string;
  /** The reader is the one who was asked, in that post, and the question stands. */
  readonly askedNow: boolean;
  readonly phase: Phase;
  readonly protection: Protection;
  /** Who asks, what, and by which yes a grown person may be answered about. */
  readonly asking: HouseParty;
  readonly categories: readonly Category[];
  readonly subject: Subject;
  readonly consents: readonly Consent[];
  readonly childSignsFrom: number | undefined;
  readonly limits: TownLimits | undefined;
  readonly content: SealedContent;
  readonly sight: Sight;
}

/**
 * What was asked for, as it is with the facts of now: its content stays the version that was asked for, and an earlier version
 * is of the kind of information that it was then.
 */
export function asAsked(asked: ReadonlyMap<string, SealedItem>, fresh: SealedItem): SealedItem {
  const { version, content, category } = asked.get(fresh.itemId) ?? fresh;
  return { ...fresh, version, content, category: version === fresh.version ? fresh.category : category };
}
