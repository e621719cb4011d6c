import { Injectable } from '@nestjs/common';
import type { Category, Form, Phase, Protection } from '#domain/disclosure/vocabulary.js';
import type { CallerTransaction } from './as-caller.js';
import { FieldCipher } from './cipher.js';
import { IdentityStore, ItemStore, PersonKeyStore } from './items.port.js';
import type { ItemContent } from './released.js';

/** Something said about a person, before it is sealed. The case's person stands first among the subjects. */
export interface Said {
  readonly caseId: string;
  readonly category: Category;
  readonly form: Form;
  readonly phase: Phase;
  readonly revealsPlace?: boolean;
  readonly personData?: boolean;
  readonly reportedBy?: string | null;
  readonly subjectIds: readonly [string, ...string[]];
  readonly content: ItemContent;
}

/** A person's identity, before it is sealed. */
export interface IdentitySaid {
  readonly givenName: string;
  readonly familyName: string;
  readonly personalNumber: string | null;
  readonly contact?: { readonly phone?: string; readonly address?: string; readonly email?: string } | null;
}

/** Whom a question to another house is about, before it is sealed. */
export interface AskedSaid {
  readonly name: string;
  readonly born: string;
  readonly personalNumber: string | null;
}

/** Who a young person is that another municipality takes over, before it is sealed. */
export interface RelocatedSaid {
  readonly givenName: string;
  readonly familyName: string;
  readonly born: string;
  /** False when only the year is known. */
  readonly bornExact: boolean;
  /** As the giving house has it: whoever takes over hides no less (OSL 21:3, 22:1). */
  readonly protection: Protection;
  readonly personalNumber: string | null;
}

/** Turns what is said into sealed items: the only way in, as `open` is the only way out. */
@Injectable()
export class Seal {
  constructor(private readonly cipher: FieldCipher) {}

  /** Seals and stores an item in the caller's own house. Returns its id. */
  async item(tx: CallerTransaction, said: Said): Promise<string> {
    const id = tx.newId();
    const keyPersonId = said.subjectIds[0];
    const key = await tx.of(PersonKeyStore).getKey(keyPersonId);
    const sealed = this.cipher.encrypt(keyPersonId, key, itemPlace(id), JSON.stringify(said.content));
    await tx.of(ItemStore).add({
      id,
      caseId: said.caseId,
      category: said.category,
      form: said.form,
      phase: said.phase,
      personData: said.personData ?? true,
      revealsPlace: said.revealsPlace ?? false,
      reportedBy: said.reportedBy ?? null,
      subjectIds: said.subjectIds,
      keyPersonId,
      ...sealed,
    });
    return id;
  }

  /** Seals the content of an item that somebody in nobody's house says; whoever has it stores it in their name. */
  async content(
    tx: CallerTransaction,
    at: { readonly keyPersonId: string; readonly itemId: string },
    content: ItemContent,
  ): Promise<{ readonly ciphertext: Buffer; readonly keyVersion: number }> {
    const key = await tx.of(PersonKeyStore).getKey(at.keyPersonId);
    return this.cipher.encrypt(at.keyPersonId, key, itemPlace(at.itemId), JSON.stringify(content));
  }

  /** Seals a new version of an item. Returns false when someone else has written since `expectedVersion`. */
  async rewriteItem(
    tx: CallerTransaction,
    item: {
      readonly id: string;
      readonly expectedVersion: number;
      readonly keyPersonId: string;
      readonly category: Category;
      /** Marks that the words get now; none is ever taken off. */
      readonly revealsPlace?: boolean;
      readonly alsoAbout?: readonly string[];
    },
    content: ItemContent,
  ): Promise<boolean> {
    const key = await tx.of(PersonKeyStore).getKey(item.keyPersonId);
    const sealed = this.cipher.encrypt(item.keyPersonId, key, itemPlace(item.id), JSON.stringify(content));
    const { category, revealsPlace = false, alsoAbout = [] } = item;
    return tx.of(ItemStore).rewrite(item.id, item.expectedVersion, { category, revealsPlace, alsoAbout, ...sealed });
  }

  /** Makes the person's key and stores the sealed identity. */
  async newIdentity(tx: CallerTransaction, personId: string, identity: IdentitySaid): Promise<void> {
    const key = this.cipher.newPersonKey(personId);
    await tx.of(PersonKeyStore).add(personId, key);
    const sealed = this.cipher.encrypt(personId, key, identityPlace(personId), JSON.stringify(identity));
    await tx.of(IdentityStore).add(personId, sealed);
  }

  /** Seals a new version of an identity. Returns false when someone else has written since `expectedVersion`. */
  async rewriteIdentity(
    tx: CallerTransaction,
    personId: string,
    expectedVersion: number,
    identity: IdentitySaid,
  ): Promise<boolean> {
    const key = await tx.of(PersonKeyStore).getKey(personId);
    const sealed = this.cipher.encrypt(personId, key, identityPlace(personId), JSON.stringify(identity));
    return tx.of(IdentityStore).rewrite(personId, expectedVersion, sealed);
  }

  /** Seals the reasons of a decision about a person, to stand in the decision's own row. */
  async reasons(
    tx: CallerTransaction,
    at: { readonly personId: string; readonly table: ReasonsTable; readonly row: string },
    text: string,
  ): Promise<{ readonly ciphertext: Buffer; readonly keyVersion: number }> {
    const key = await tx.of(PersonKeyStore).getKey(at.personId);
    return this.cipher.encrypt(at.personId, key, reasonsPlace(at.table, at.row), text);
  }

  /** Seals whom a question is about, to stand in the question's own row. */
  async asked(
    tx: CallerTransaction,
    at: { readonly personId: string; readonly row: string },
    said: AskedSaid,
  ): Promise<{ readonly ciphertext: Buffer; readonly keyVersion: number }> {
    const key = await tx.of(PersonKeyStore).getKey(at.personId);
    return this.cipher.encrypt(at.personId, key, askedPlace(at.row), JSON.stringify(said));
  }

  /** Seals what another municipality is offered, to stand in the offer's own rows: whom it is about, and each thing. */
  async relocated(
    tx: CallerTransaction,
    at: { readonly personId: string; readonly relocationId: string; readonly itemId: string | null },
    said: RelocatedSaid | ItemContent,
  ): Promise<{ readonly ciphertext: Buffer; readonly keyVersion: number }> {
    const key = await tx.of(PersonKeyStore).getKey(at.personId);
    return this.cipher.encrypt(at.personId, key, relocatedPlace(at.relocationId, at.itemId), JSON.stringify(said));
  }

  /** Seals what a name under a consent stands on, byte for byte, with the key of whom the consent is about. */
  async evidence(
    tx: CallerTransaction,
    at: { readonly personId: string; readonly row: string },
    bytes: Buffer,
  ): Promise<{ readonly ciphertext: Buffer; readonly keyVersion: number; readonly sha256: Buffer }> {
    const key = await tx.of(PersonKeyStore).getKey(at.personId);
    const sealed = this.cipher.encrypt(at.personId, key, evidencePlace(at.row), bytes.toString('base64'));
    return { ...sealed, sha256: this.cipher.digest(bytes) };
  }

  /** SHA-256 of what is not kept, for whoever is shown it later. */
  digest(bytes: Buffer): Buffer {
    return this.cipher.digest(bytes);
  }
}

export const itemPlace = (id: string) => ({ table: 'item', column: 'ciphertext', row: id }) as const;
export const identityPlace = (id: string) => ({ table: 'person_identity', column: 'ciphertext', row: id }) as const;
export const askedPlace = (id: string) => ({ table: 'inquiry', column: 'ciphertext', row: id }) as const;
export const relocatedPlace = (relocationId: string, itemId: string | null) =>
  itemId === null
    ? ({ table: 'relocation', column: 'ciphertext', row: relocationId } as const)
    : ({ table: 'relocated_item', column: 'ciphertext', row: `${relocationId} ${itemId}` } as const);
export const evidencePlace = (id: string) => ({ table: 'consent_evidence', column: 'ciphertext', row: id }) as const;

/** Tables whose rows hold sealed reasons, and the column. */
const REASONS_COLUMN = { person_decision: 'ciphertext', person_merge: 'reasons' } as const;
export type ReasonsTable = keyof typeof REASONS_COLUMN;
export const reasonsPlace = (table: ReasonsTable, row: string) => ({ table, column: REASONS_COLUMN[table], row });
