import type { SealedContent } from '../gate/sealed.js';

export interface OwnIdentity {
  readonly personId: string;
  readonly version: number;
  readonly content: SealedContent;
}

/** The telephone number by which a family member is reached, for nobody but themselves. */
export abstract class OwnPhone {
  /** Whether any is kept: with a message to them, or in their record. */
  abstract isKept(): Promise<boolean>;
  /** Their records, sealed, and kept from others until the transaction ends: one, and what has been folded into it. */
  abstract findIdentities(): Promise<OwnIdentity[]>;
  /** False when it is not theirs or another version stands there. */
  abstract keepIdentity(
    personId: string,
    expectedVersion: number,
    sealed: { readonly ciphertext: Buffer; readonly keyVersion: number },
  ): Promise<boolean>;
  /** From messages and search; answers with how many messages it stood. */
  abstract forget(): Promise<number>;
}
