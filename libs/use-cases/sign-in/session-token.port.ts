/** Makes session tokens and the keyed hash under which they are stored: a stolen database opens no session. */
export abstract class SessionTokens {
  abstract make(): { readonly token: string; readonly hash: Buffer };
  abstract hashOf(token: string): Buffer;
}
