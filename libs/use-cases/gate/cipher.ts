import type { SealedContent } from './sealed.js';

/** Where a ciphertext stands; bound into it, so that a row cannot be moved to another place and still open. */
export interface FieldPlace {
  readonly table: string;
  readonly column: string;
  readonly row: string;
}

/** A key that belongs to one person, wrapped by the key-encryption key. */
export interface WrappedKey {
  readonly wrapped: Buffer;
  readonly kekVersion: number;
}

/** Encrypts and decrypts fields. Decrypting is the gate's alone. Throws when a ciphertext does not belong where it stands. */
export abstract class FieldCipher {
  abstract newPersonKey(personId: string): WrappedKey;
  abstract encrypt(
    personId: string,
    key: WrappedKey,
    place: FieldPlace,
    text: string,
  ): { ciphertext: Buffer; keyVersion: number };
  abstract decrypt(personId: string, content: SealedContent, place: FieldPlace): string;
  /** SHA-256, to show years later that what was sealed is what is opened. */
  abstract digest(bytes: Buffer): Buffer;
}

/** Keyed hashes for finding by number or name without a readable index. */
export abstract class LookupHash {
  abstract ofNumber(twelveDigits: string): Buffer;
  abstract ofNamePart(part: string): Buffer;
  /** As `readPhone` writes it. */
  abstract ofPhone(phone: string): Buffer;
  /** As `readAddress` writes it. */
  abstract ofAddress(address: string): Buffer;
  /** What a report says, with the key that it was sent under: to know the same report again, and no other by it. */
  abstract ofReport(clientKey: string, said: string): Buffer;
}
