import { createHmac, randomBytes } from 'node:crypto';
import { SessionTokens } from '#use-cases/sign-in/session-token.port.js';

/** 256 bits of chance in the cookie, their keyed hash in the database. */
export class HmacSessionTokens extends SessionTokens {
  constructor(private readonly key: Buffer) {
    super();
  }

  make(): { token: string; hash: Buffer } {
    const token = randomBytes(32).toString('base64url');
    return { token, hash: this.hashOf(token) };
  }

  hashOf(token: string): Buffer {
    return createHmac('sha256', this.key).update(token).digest();
  }
}
