import type { Maturity, Protection } from '#domain/disclosure/vocabulary.js';
import type { Reference } from '#domain/person/merge.js';
import type { SealedReasons } from '../gate/sealed.js';

/** The kept record's own row as it was, for putting it back. */
export interface KeptBefore {
  readonly version: number;
  readonly protection: Protection;
  readonly maturity: Maturity | null;
  readonly born: string;
  readonly bornExact: boolean;
}

/** What a merge did: ids and versions, and ciphertext as it was; never anything readable. */
export interface MergeDone {
  readonly keptProtection: Protection;
  readonly foldedProtection: Protection;
  readonly before: KeptBefore;
  /** The kept record's version after the merge; a later one means that someone has changed it since. */
  readonly versionAfter: number;
  readonly identity: {
    readonly ciphertext: string;
    readonly keyVersion: number;
    readonly version: number;
    readonly versionAfter: number;
    /** Whether the telephone became another; absent where a merge was made before this was noted. */
    readonly telephone?: 'changed' | 'same';
  } | null;
  /** What pointed at the kept record before. */
  readonly then: readonly Reference[];
  readonly moved: readonly Reference[];
}

export interface MergeRow {
  readonly id: string;
  readonly keptId: string;
  readonly foldedId: string;
  readonly done: MergeDone;
  readonly mergedByName: string;
  readonly mergedAt: Date;
  readonly undoneAt: Date | null;
  readonly reasons: SealedReasons;
}

/** Moves what points at one record to another, within the caller's house, and remembers it. */
export abstract class PersonMergeStore {
  /** Everything that points at the person, in a steady order. */
  abstract findReferences(personId: string): Promise<Reference[]>;
  abstract move(from: string, to: string, references: readonly Reference[]): Promise<void>;
  abstract fold(personId: string, into: string | null): Promise<void>;
  /** The sealed identity as bytes, for putting it back. */
  abstract findIdentityRow(
    personId: string,
  ): Promise<{ readonly ciphertext: Buffer; readonly keyVersion: number; readonly version: number } | undefined>;
  abstract restoreIdentity(
    personId: string,
    row: { readonly ciphertext: Buffer; readonly keyVersion: number; readonly version: number },
  ): Promise<void>;
  /** Puts the kept record's own row back as it was, version included. */
  abstract restoreKept(personId: string, before: KeptBefore): Promise<void>;
  abstract add(merge: {
    readonly id: string;
    readonly keptId: string;
    readonly foldedId: string;
    readonly done: MergeDone;
    readonly ciphertext: Buffer;
    readonly keyVersion: number;
  }): Promise<void>;
  abstract find(id: string): Promise<MergeRow | undefined>;
  /** Merges that stand, in which the person was kept, the newest first. */
  abstract findOfKept(personId: string): Promise<MergeRow[]>;
  abstract markUndone(id: string): Promise<void>;
}
