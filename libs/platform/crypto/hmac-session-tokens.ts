import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { SessionTokens } from '#use-cases/sign-in/session-token.port.js';

const NONCE = 12;
const TAG = 16;

/** 256 bits of chance in the cookie, their keyed hash in the database. */
export class HmacSessionTokens extends SessionTokens {
  private readonly sealing: Buffer;

  constructor(private readonly key: Buffer) {
    super();
    this.sealing = Buffer.from(hkdfSync('sha256', key, '', 'samnav session sealing', 32));
  }

  make(): { token: string; hash: Buffer } {
    const token = randomBytes(32).toString('base64url');
    return { token, hash: this.hashOf(token) };
  }

  hashOf(token: string): Buffer {
    return createHmac('sha256', this.key).update(token).digest();
  }

  seal(text: string): Buffer {
    const nonce = randomBytes(NONCE);
    const cipher = createCipheriv('aes-256-gcm', this.sealing, nonce, { authTagLength: TAG });
    return Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  }

  unseal(sealed: Buffer): string | null {
    try {
      const cipher = createDecipheriv('aes-256-gcm', this.sealing, sealed.subarray(0, NONCE), { authTagLength: TAG });
      cipher.setAuthTag(sealed.subarray(sealed.length - TAG));
      const text = Buffer.concat([cipher.update(sealed.subarray(NONCE, sealed.length - TAG)), cipher.final()]);
      return text.toString('utf8');
    } catch {
      return null;
    }
  }
}
