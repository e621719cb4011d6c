/** Makes session tokens and the keyed hash under which they are stored: a stolen database opens no session. */
export abstract class SessionTokens {
  abstract make(): { readonly token: string; readonly hash: Buffer };
  abstract hashOf(token: string): Buffer;
  /** Seals what the session must remember but the database must not read. */
  abstract seal(text: string): Buffer;
  /** Null when the key has been changed since. */
  abstract unseal(sealed: Buffer): string | null;
}
