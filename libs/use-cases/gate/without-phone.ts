import { Injectable } from '@nestjs/common';
import type { CallerTransaction } from './as-caller.js';
import { FieldCipher } from './cipher.js';
import { OwnPhone } from '../family/own-phone.port.js';
import { identityPlace, type IdentitySaid } from './seal.js';

/** Seals a family member's own record anew without their telephone number. Nothing of what it says leaves it. */
@Injectable()
export class WithoutPhone {
  constructor(private readonly cipher: FieldCipher) {}

  /** Answers in how many of their records it stood. */
  async reseal(tx: CallerTransaction): Promise<number> {
    const store = tx.of(OwnPhone);
    let resealed = 0;
    for (const { personId, version, content } of await store.findIdentities()) {
      const place = identityPlace(personId);
      const said = JSON.parse(this.cipher.decrypt(personId, content, place)) as IdentitySaid;
      if (said.contact?.phone === undefined) continue;
      const left = Object.fromEntries(Object.entries(said.contact).filter(([field]) => field !== 'phone'));
      const next: IdentitySaid = { ...said, contact: Object.keys(left).length > 0 ? left : null };
      const key = { wrapped: content.wrappedKey, kekVersion: content.kekVersion };
      const sealed = this.cipher.encrypt(personId, key, place, JSON.stringify(next));
      if (!(await store.keepIdentity(personId, version, sealed)))
        throw new Error('an identity moved under its own lock');
      resealed += 1;
    }
    return resealed;
  }
}
