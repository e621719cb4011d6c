import type { Maturity, Protection } from '#domain/disclosure/vocabulary.js';
import type { NoNumberReason } from '#domain/person/personal-number.js';

export type NumberKind = 'personal' | 'coordination' | 'none';

/** What the record says about a person without saying who they are. */
export interface PersonFacts {
  readonly id: string;
  readonly branchId: string;
  /** `YYYY-MM-DD` */
  readonly born: string;
  /** False when only the year is known. */
  readonly bornExact: boolean;
  readonly protection: Protection;
  readonly maturity: Maturity | null;
  readonly numberKind: NumberKind;
  readonly noNumberReason: NoNumberReason | null;
  readonly mergedInto: string | null;
  readonly version: number;
  readonly createdAt: Date;
  /** The caller stands on the person's short list. */
  readonly named: boolean;
}

export interface PersonChange {
  readonly born?: string;
  readonly bornExact?: boolean;
  readonly protection?: Protection;
  readonly maturity?: Maturity | null;
  readonly numberKind?: NumberKind;
  readonly noNumberReason?: NoNumberReason | null;
}

export interface PersonSearchRow {
  readonly id: string;
  readonly staffId: string;
  readonly branchId: string;
  /** Of the number, the telephone number and the name's parts that were asked for. */
  readonly hashes: readonly Buffer[];
}

/** The register of people of the caller's house: looked up by keyed hashes, changed by version. */
export abstract class PersonRegister {
  /** Kept records only, those that answer most of the hashes first. */
  abstract findByNameHashes(branchId: string, hashes: readonly Buffer[], most: number): Promise<string[]>;
  abstract findByNumberHash(branchId: string, hash: Buffer): Promise<string[]>;
  /** Those whose name holds every part, each written as any of its hashes; at most `most` are looked at. */
  abstract findByWholeName(branchId: string, parts: readonly (readonly Buffer[])[], most: number): Promise<string[]>;
  abstract findByPhoneHash(branchId: string, hash: Buffer, most: number): Promise<string[]>;
  /** In the order asked for; ids that the caller may not see are absent. */
  abstract findFacts(ids: readonly string[]): Promise<PersonFacts[]>;
  /** Lets nobody else register this number until the transaction ends. */
  abstract holdNumber(hash: Buffer): Promise<void>;
  /** Holds these records against everyone else until the transaction ends. */
  abstract lock(ids: readonly string[]): Promise<void>;
  /** False when someone has changed the record since `expectedVersion`. */
  abstract change(id: string, expectedVersion: number, change: PersonChange): Promise<boolean>;
  abstract replaceNameHashes(id: string, branchId: string, hashes: readonly Buffer[]): Promise<void>;
  /** False when they were these already. */
  abstract replacePhoneHashes(id: string, branchId: string, hashes: readonly Buffer[]): Promise<boolean>;
  abstract replaceAddressHashes(id: string, branchId: string, hashes: readonly Buffer[]): Promise<void>;
  /** `keepOld`: the number that the person had before still finds them. */
  abstract setNumberHash(id: string, branchId: string, hash: Buffer | null, keepOld: boolean): Promise<void>;
  abstract addSearch(search: PersonSearchRow): Promise<void>;
  /** The latest time at which the caller searched for any of these, if ever. */
  abstract findLastSearch(staffId: string, hashes: readonly Buffer[]): Promise<Date | undefined>;
  /** The latest time at which the caller searched for this number, or for this name or more or less of it, if ever. */
  abstract findLastSearchOf(
    staffId: string,
    who: { readonly number: Buffer | null; readonly name: readonly Buffer[] },
  ): Promise<Date | undefined>;
}
