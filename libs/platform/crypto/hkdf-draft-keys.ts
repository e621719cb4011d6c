import { hkdfSync } from 'node:crypto';
import type { CivilDay } from '#domain/kernel/civil-day.js';
import { DraftKeys } from '#use-cases/sign-in/draft-keys.port.js';

/** Derived from the key of the sessions, so that a new key file closes every draft as it ends every session. */
export class HkdfDraftKeys extends DraftKeys {
  constructor(private readonly key: Buffer) {
    super();
  }

  of(membershipId: string, day: CivilDay): Buffer {
    return this.derive(`samnav draft|${membershipId}|${day}`);
  }

  ofFamily(sessionId: string): Buffer {
    return this.derive(`samnav family draft|${sessionId}`);
  }

  private derive(info: string): Buffer {
    return Buffer.from(hkdfSync('sha256', this.key, '', info, 32));
  }
}
