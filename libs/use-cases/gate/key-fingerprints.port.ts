import type { WrappedKey } from './cipher.js';

/** What the keys in hand are known by, without giving them away. */
export abstract class KeyFingerprints {
  /** Thirty-two bytes by the name of each key: `lookup`, and `kek 1` and so on. The session key is not among them: it outlives nothing. */
  abstract ofKeys(): ReadonlyMap<string, Buffer>;
  /** Whether a person's wrapped key opens with the keys in hand. */
  abstract opens(personId: string, key: WrappedKey): boolean;
}

/** What the database remembers of the keys that its data were sealed with. */
export abstract class KeyFingerprintStore {
  abstract noted(): Promise<ReadonlyMap<string, Buffer>>;
  /** One that is noted already stands. */
  abstract note(fingerprints: ReadonlyMap<string, Buffer>): Promise<void>;
  /** One person's key under each key-encryption key that was ever used. */
  abstract samples(): Promise<readonly { readonly personId: string; readonly key: WrappedKey }[]>;
}
