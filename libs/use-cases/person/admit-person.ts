import { Injectable } from '@nestjs/common';
import type { Protection } from '#domain/disclosure/vocabulary.js';
import { namePhonetics } from '#domain/person/name-phonetics.js';
import { findBorn, type NoNumberReason, type PersonNumber } from '#domain/person/personal-number.js';
import type { CallerTransaction } from '../gate/as-caller.js';
import { LookupHash } from '../gate/cipher.js';
import { Seal } from '../gate/seal.js';
import { PersonStore } from './person.port.js';

/** Who someone is as far as the one who tells of them knows. */
export interface PersonTold {
  readonly givenName: string;
  readonly familyName: string;
  readonly number: PersonNumber;
  /** Only used without a number. */
  readonly bornYear: number | null;
  /** Used without a number and before the year: `YYYY-MM-DD` where another register knows the day. */
  readonly born?: string;
  /** Of a new record; none unless told. A known one is never changed here: see `raiseProtection`. */
  readonly protection?: Protection;
}

export interface House {
  readonly municipalityId: string;
  readonly branchId: string;
}

/**
 * Finds the person with this number in the house or adds them; without a number a new record is made, which a person
 * may later merge: the program never takes two people of the same name for one (OSL 26:1, GDPR 5.1 d).
 */
@Injectable()
export class AdmitPerson {
  constructor(
    private readonly seal: Seal,
    private readonly lookup: LookupHash,
  ) {}

  /** In a transaction that may write people: the service `reception`, or staff of the house. Answers the person's id. */
  async run(tx: CallerTransaction, house: House, told: PersonTold): Promise<string> {
    const people = tx.of(PersonStore);
    const numberHash = told.number.kind === 'none' ? null : this.lookup.ofNumber(told.number.digits);
    const known = numberHash === null ? undefined : await people.findByNumberHash(house.branchId, numberHash);
    if (known !== undefined) return known;
    const id = tx.newId();
    await people.add({
      id,
      ...house,
      ...bornOf(told),
      ...numberOf(told.number),
      protection: told.protection ?? 'none',
      createdBy: by(tx),
    });
    await this.seal.newIdentity(tx, id, {
      givenName: told.givenName,
      familyName: told.familyName,
      personalNumber: told.number.kind === 'none' ? null : told.number.digits,
    });
    const nameHashes = namePhonetics(`${told.givenName} ${told.familyName}`).map((part) =>
      this.lookup.ofNamePart(part),
    );
    await people.addLookups(id, house.branchId, { numberHash, nameHashes });
    return id;
  }
}

function by(tx: CallerTransaction): string | null {
  return tx.caller.kind === 'staff' ? tx.caller.staffId : null;
}

function bornOf(told: PersonTold): { born: string; bornExact: boolean } {
  const exact = findBorn(told.number);
  if (exact !== null) return { born: exact, bornExact: true };
  if (told.born !== undefined) return { born: told.born, bornExact: true };
  if (told.bornYear === null) throw new Error('a person without a number has a year of birth');
  return { born: `${told.bornYear}-12-31`, bornExact: false };
}

function numberOf(number: PersonNumber): {
  numberKind: 'personal' | 'coordination' | 'none';
  noNumberReason: NoNumberReason | null;
} {
  if (number.kind === 'none') return { numberKind: 'none', noNumberReason: number.reason };
  return { numberKind: number.kind === 'personal-number' ? 'personal' : 'coordination', noNumberReason: null };
}
