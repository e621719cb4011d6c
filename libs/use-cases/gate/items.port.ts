import type { Category, Form, HouseKind, Phase, Purpose } from '#domain/disclosure/vocabulary.js';
import type { WrappedKey } from './cipher.js';
import type { SealedIdentity, SealedItem } from './sealed.js';

/** What is written when something is said about a person. The text arrives here as ciphertext only. */
export interface NewItem {
  readonly id: string;
  readonly caseId: string;
  readonly category: Category;
  readonly form: Form;
  readonly phase: Phase;
  readonly personData: boolean;
  readonly revealsPlace: boolean;
  readonly reportedBy: string | null;
  /** The case's person first. */
  readonly subjectIds: readonly string[];
  readonly keyPersonId: string;
  readonly keyVersion: number;
  readonly ciphertext: Buffer;
}

/** The content that an item has from now on. */
export interface NextVersion {
  readonly category: Category;
  readonly ciphertext: Buffer;
  readonly keyVersion: number;
  /** True where it comes to show a place; what it shows already it goes on showing. */
  readonly revealsPlace: boolean;
  /** People whom it was not about before. */
  readonly alsoAbout: readonly string[];
}

export interface NewShare {
  readonly itemId: string;
  readonly toBranchId: string;
  readonly purpose: Purpose;
  readonly ground: string;
  readonly until: Date | null;
}

/** A house that an item is open to beside the reader's own. */
export interface HouseSeeing {
  readonly itemId: string;
  /** The branch. */
  readonly id: string;
  readonly kind: HouseKind;
  readonly name: string;
}

/** Items and shares. Every read returns Sealed items, and only rows that both the policy and this store let through. */
export abstract class ItemStore {
  abstract add(item: NewItem): Promise<void>;
  /** Replaces the content; the old version is kept. Returns false when `expectedVersion` is no longer the current one. */
  abstract rewrite(itemId: string, expectedVersion: number, next: NextVersion): Promise<boolean>;
  /** Another kind of information, the words being the same; false where they are no longer those. */
  abstract recategorise(itemId: string, version: number, to: Category): Promise<boolean>;
  /** One of these is protected or stands in another house's register, and the caller is not named to know where they are. */
  abstract isKeptFromPlaces(personIds: readonly string[]): Promise<boolean>;
  /** One of these stands in another house's register: whether they are protected is not the caller's to know. */
  abstract isOfAnother(personIds: readonly string[]): Promise<boolean>;
  abstract share(share: NewShare): Promise<void>;
  /**
   * Sealed items by id, in the order asked for; ids that the caller may not see are absent. So is what the own house has said of
   * where somebody is whom another house's register keeps: that it went when they became protected would tell of it (OSL 21:3).
   */
  abstract findSealed(itemIds: readonly string[]): Promise<SealedItem[]>;
  /** Likewise with what the own house has said of a place: for the act that says it, never to be shown. */
  abstract findJustSaid(itemIds: readonly string[]): Promise<SealedItem[]>;
  /** The giver's house, where it is another, and those to whom the own house has given it; to whom the giver gave it more is theirs to know. */
  abstract findHousesSeeing(itemIds: readonly string[]): Promise<HouseSeeing[]>;
  /** The newest sealed items of a case, newest first. */
  abstract findSealedOfCase(caseId: string, limit: number, before?: Date): Promise<SealedItem[]>;
}

/** Keys of people; a wrapped key is useless without the key-encryption key. */
export abstract class PersonKeyStore {
  abstract add(personId: string, key: WrappedKey): Promise<void>;
  abstract getKey(personId: string): Promise<WrappedKey>;
}

/** Names, numbers and ways to reach people, sealed. */
export abstract class IdentityStore {
  abstract add(personId: string, content: { readonly ciphertext: Buffer; readonly keyVersion: number }): Promise<void>;
  abstract rewrite(
    personId: string,
    expectedVersion: number,
    content: { readonly ciphertext: Buffer; readonly keyVersion: number },
  ): Promise<boolean>;
  /** Sealed identities; ids that the caller may not see are absent. */
  abstract findSealed(personIds: readonly string[]): Promise<SealedIdentity[]>;
}
