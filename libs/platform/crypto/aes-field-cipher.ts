import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto';
import { FieldCipher, LookupHash, type FieldPlace, type WrappedKey } from '#use-cases/gate/cipher.js';
import type { SealedContent } from '#use-cases/gate/sealed.js';
import type { Keys } from '../config/settings.js';

const NONCE = 12;
const TAG = 16;

function seal(key: Buffer, text: Buffer, associated: string): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG });
  cipher.setAAD(Buffer.from(associated));
  const body = Buffer.concat([cipher.update(text), cipher.final()]);
  return Buffer.concat([nonce, body, cipher.getAuthTag()]);
}

function unseal(key: Buffer, sealed: Buffer, associated: string): Buffer {
  if (sealed.length < NONCE + TAG) throw new Error('ciphertext too short');
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE), { authTagLength: TAG });
  decipher.setAAD(Buffer.from(associated));
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG));
  return Buffer.concat([decipher.update(sealed.subarray(NONCE, sealed.length - TAG)), decipher.final()]);
}

/**
 * AES-256-GCM with a key per person under one key-encryption key: erasing a person's key erases all that was said.
 * The place (table, column, row, key version) is associated data, so a ciphertext opens only where it was written.
 */
export class AesFieldCipher extends FieldCipher {
  constructor(private readonly keys: Keys) {
    super();
  }

  newPersonKey(personId: string): WrappedKey {
    const kekVersion = this.keys.currentKeyEncryption;
    return { wrapped: seal(this.kek(kekVersion), randomBytes(32), `person_key|${personId}|${kekVersion}`), kekVersion };
  }

  encrypt(
    personId: string,
    key: WrappedKey,
    place: FieldPlace,
    text: string,
  ): { ciphertext: Buffer; keyVersion: number } {
    const keyVersion = 1;
    return {
      ciphertext: seal(this.unwrap(personId, key), Buffer.from(text, 'utf8'), associated(place, keyVersion)),
      keyVersion,
    };
  }

  decrypt(personId: string, content: SealedContent, place: FieldPlace): string {
    const key = this.unwrap(personId, { wrapped: content.wrappedKey, kekVersion: content.kekVersion });
    return unseal(key, content.ciphertext, associated(place, content.keyVersion)).toString('utf8');
  }

  digest(bytes: Buffer): Buffer {
    return createHash('sha256').update(bytes).digest();
  }

  /** Whether a person's key was wrapped under a key that is in hand. */
  opensKey(personId: string, key: WrappedKey): boolean {
    try {
      return this.unwrap(personId, key).length > 0;
    } catch {
      return false;
    }
  }

  private unwrap(personId: string, key: WrappedKey): Buffer {
    return unseal(this.kek(key.kekVersion), key.wrapped, `person_key|${personId}|${key.kekVersion}`);
  }

  private kek(version: number): Buffer {
    const key = this.keys.keyEncryption.get(version);
    if (!key) throw new Error(`key-encryption key ${version} is not in the key file`);
    return key;
  }
}

function associated(place: FieldPlace, keyVersion: number): string {
  return `${place.table}|${place.column}|${place.row}|${keyVersion}`;
}

/** HMAC-SHA-256: an unkeyed hash of every Swedish personal number is broken in minutes. */
export class HmacLookupHash extends LookupHash {
  constructor(private readonly keys: Keys) {
    super();
  }

  ofNumber(twelveDigits: string): Buffer {
    return this.hash('number', twelveDigits);
  }

  ofNamePart(part: string): Buffer {
    return this.hash('name', part);
  }

  ofPhone(phone: string): Buffer {
    return this.hash('phone', phone);
  }

  ofAddress(address: string): Buffer {
    return this.hash('address', address);
  }

  ofReport(clientKey: string, said: string): Buffer {
    return this.hash('report', `${clientKey.toLowerCase()}|${said}`);
  }

  private hash(kind: string, text: string): Buffer {
    return createHmac('sha256', this.keys.lookup).update(`${kind}|${text}`).digest();
  }
}
