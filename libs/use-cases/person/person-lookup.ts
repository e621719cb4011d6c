import { Injectable } from '@nestjs/common';
import { namePhonetics } from '#domain/person/name-phonetics.js';
import type { PersonNumber } from '#domain/person/personal-number.js';
import { LookupHash } from '../gate/cipher.js';
import type { NumberKind } from './person-register.port.js';
import type { IdentityRead } from './read-identity.js';

export interface PersonHashes {
  readonly number: Buffer | null;
  readonly phone: Buffer | null;
  /** Nobody is searched for by it: it shows only a reviewer that a reader has the same home. */
  readonly address: Buffer | null;
  readonly names: readonly Buffer[];
  readonly all: readonly Buffer[];
}

/** The keyed hashes by which a person is found: what the indexes hold in place of numbers and names (GDPR 32). */
@Injectable()
export class PersonLookup {
  constructor(private readonly hash: LookupHash) {}

  hashesOf(identity: IdentityRead): PersonHashes {
    const number = identity.number.kind === 'none' ? null : this.hash.ofNumber(identity.number.digits);
    const phone = identity.phone === null ? null : this.hash.ofPhone(identity.phone);
    const address = identity.address === null ? null : this.hash.ofAddress(identity.address);
    const names = namePhonetics(`${identity.said.givenName} ${identity.said.familyName}`).map((part) =>
      this.hash.ofNamePart(part),
    );
    return { number, phone, address, names, all: [number, phone, ...names].filter((one) => one !== null) };
  }

  kindOf(number: PersonNumber): NumberKind {
    if (number.kind === 'none') return 'none';
    return number.kind === 'personal-number' ? 'personal' : 'coordination';
  }
}
