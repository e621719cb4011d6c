import { createHmac } from 'node:crypto';
import type { WrappedKey } from '#use-cases/gate/cipher.js';
import { KeyFingerprints } from '#use-cases/gate/key-fingerprints.port.js';
import type { Keys } from '../config/settings.js';
import { AesFieldCipher } from './aes-field-cipher.js';

/** A key is known by what it makes of a text that it is never used for; from that nobody comes back to the key. */
export class HmacKeyFingerprints extends KeyFingerprints {
  constructor(private readonly keys: Keys) {
    super();
  }

  ofKeys(): ReadonlyMap<string, Buffer> {
    const { lookup, keyEncryption } = this.keys;
    const named = [['lookup', lookup] as const, ...[...keyEncryption].map(([v, key]) => [`kek ${v}`, key] as const)];
    return new Map(
      named.map(([name, key]) => [name, createHmac('sha256', key).update(`fingerprint|${name}`).digest()]),
    );
  }

  opens(personId: string, key: WrappedKey): boolean {
    return new AesFieldCipher(this.keys).opensKey(personId, key);
  }
}
