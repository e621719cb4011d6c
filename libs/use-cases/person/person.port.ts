import type { Subject } from '#domain/disclosure/case.js';
import type { NoNumberReason } from '#domain/person/personal-number.js';
import type { Protection } from '#domain/disclosure/vocabulary.js';

/** A person as social services begin to know them: facts without name; the sealed name is kept by `Seal.newIdentity`. */
export interface NewPerson {
  readonly id: string;
  readonly municipalityId: string;
  readonly branchId: string;
  /** `YYYY-MM-DD`; the last day of the year when only the year is known. */
  readonly born: string;
  readonly bornExact: boolean;
  readonly protection: Protection;
  readonly numberKind: 'personal' | 'coordination' | 'none';
  readonly noNumberReason: NoNumberReason | null;
  /** Null when the platform received them with a report. */
  readonly createdBy: string | null;
}

/** Keyed hashes only: of the number, and of the name's phonetic parts. */
export interface PersonLookups {
  readonly numberHash: Buffer | null;
  readonly nameHashes: readonly Buffer[];
}

/** People of one house. A record that was merged into another is never answered: the kept one is. */
export abstract class PersonStore {
  abstract add(person: NewPerson): Promise<void>;
  abstract addLookups(personId: string, branchId: string, lookups: PersonLookups): Promise<void>;
  /** The person with this number in the house; doubles are possible until someone merges them, the oldest first. */
  abstract findByNumberHash(branchId: string, numberHash: Buffer): Promise<string | undefined>;
  /** Asked as the service `reception`: keeps them from being removed until the transaction ends; false when they are gone. */
  abstract hold(personId: string): Promise<boolean>;
  /** The facts that a disclosure decision asks for. */
  abstract findSubject(personId: string): Promise<Subject | undefined>;
}
