import type { Category } from '#domain/disclosure/vocabulary.js';

export interface BulkPerson {
  readonly id: string;
  readonly born: string;
  readonly identity: Buffer;
  readonly keyVersion: number;
  readonly wrappedKey: Buffer;
  readonly kekVersion: number;
  readonly namePartHashes: readonly Buffer[];
}

export interface BulkCase {
  readonly id: string;
  readonly number: string;
  readonly personId: string;
  readonly state: string;
  readonly phase: string;
  readonly grade: string;
  readonly openedAt: Date;
  readonly closedAt: Date | null;
  readonly assignmentId: string;
  readonly unitId: string;
}

export interface BulkItem {
  readonly id: string;
  readonly caseId: string;
  readonly personId: string;
  readonly category: Category;
  readonly phase: string;
  readonly ciphertext: Buffer;
  readonly keyVersion: number;
  readonly createdAt: Date;
}

/** Writes many rows a statement, for filling a town with years; the same tables, policies and ciphers as ordinary work. */
export abstract class BulkStore {
  abstract hasPerson(id: string): Promise<boolean>;
  /** People and cases, as the reception. */
  abstract addPeople(
    house: { readonly municipalityId: string; readonly branchId: string },
    people: readonly BulkPerson[],
  ): Promise<void>;
  abstract addCases(
    house: { readonly municipalityId: string; readonly branchId: string },
    cases: readonly BulkCase[],
  ): Promise<void>;
  /** Items, as a member of staff who is assigned. */
  abstract addItems(items: readonly BulkItem[]): Promise<void>;
}
