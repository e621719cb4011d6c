import { calendarDate, parseCivilDay } from '#domain/kernel/civil-day.js';
import { ageAt, stockholmDate } from '#domain/disclosure/age.js';
import { findBorn, NO_NUMBER_REASONS, type PersonNumber } from '#domain/person/personal-number.js';
import { readAddress } from '#domain/person/address.js';
import { readPhone } from '#domain/person/phone.js';
import type { FieldFault } from '../failure.js';
import type { IdentitySaid } from '../gate/seal.js';
import type { PersonNumberReader } from './person-number-reader.port.js';

/** Who someone is, as a form has it. */
export interface IdentityWritten {
  readonly givenName: string;
  readonly familyName: string;
  readonly number: string;
  readonly noNumberReason: string;
  /** Only used without a number. */
  readonly bornYear: number | null;
  readonly phone: string;
  readonly address: string;
  readonly email: string;
}

export interface IdentityRead {
  readonly said: IdentitySaid;
  readonly number: PersonNumber;
  readonly born: string;
  readonly bornExact: boolean;
  readonly phone: string | null;
  /** Street and number alone; null when there is none to recognise. */
  readonly address: string | null;
}

const LONGEST = { givenName: 100, familyName: 100, phone: 30, address: 300, email: 200 } as const;
const OLDEST = 120;

export const NUMBER_CODES = {
  'not-twelve-digits': 'NUMBER_NOT_TWELVE_DIGITS',
  'not-a-date': 'NUMBER_NOT_A_DATE',
  'wrong-check-digit': 'NUMBER_CHECK_DIGIT',
} as const;

/** Every fault at its field; `identity` null when there is any. */
export function readIdentity(
  written: IdentityWritten,
  reader: PersonNumberReader,
  now: Date,
): { readonly identity: IdentityRead | null; readonly faults: readonly FieldFault[] } {
  const faults: FieldFault[] = [];
  for (const [field, most] of Object.entries(LONGEST) as [keyof typeof LONGEST, number][])
    if (written[field].trim().length > most) faults.push({ field, code: 'TOO_LONG', values: { most } });
  const givenName = written.givenName.trim();
  const familyName = written.familyName.trim();
  if (givenName === '' && familyName === '') faults.push({ field: 'givenName', code: 'NAME_MISSING' });
  const phone = written.phone.trim() === '' ? null : readPhone(written.phone);
  if (phone === null && written.phone.trim() !== '') faults.push({ field: 'phone', code: 'PHONE_WRONG' });
  if (written.email.trim() !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(written.email.trim()))
    faults.push({ field: 'email', code: 'EMAIL_WRONG' });
  const number = readNumber(written, reader, now, faults);
  if (!number || faults.length > 0) return { identity: null, faults };
  const contact = {
    ...(written.phone.trim() === '' ? {} : { phone: written.phone.trim() }),
    ...(written.address.trim() === '' ? {} : { address: written.address.trim() }),
    ...(written.email.trim() === '' ? {} : { email: written.email.trim() }),
  };
  const personalNumber = number.kind === 'none' ? null : number.digits;
  return {
    identity: {
      said: {
        givenName,
        familyName,
        personalNumber,
        contact: Object.keys(contact).length === 0 ? null : contact,
      },
      number,
      born: findBorn(number) ?? `${written.bornYear}-12-31`,
      bornExact: number.kind !== 'none',
      phone,
      address: readAddress(written.address),
    },
    faults,
  };
}

function readNumber(
  written: IdentityWritten,
  reader: PersonNumberReader,
  now: Date,
  faults: FieldFault[],
): PersonNumber | null {
  if (written.number.trim() !== '') {
    const decision = reader.read(written.number, now);
    if (decision.outcome === 'refused') {
      faults.push({ field: 'number', code: NUMBER_CODES[decision.code] });
      return null;
    }
    const born = parseCivilDay(findBorn(decision.number) ?? '');
    if (born !== undefined && ageAt(calendarDate(born), now.getTime()) < 0)
      faults.push({ field: 'number', code: 'BORN_IN_FUTURE' });
    return decision.number;
  }
  const reason = NO_NUMBER_REASONS.find((known) => known === written.noNumberReason);
  if (!reason) faults.push({ field: 'noNumberReason', code: 'NUMBER_OR_REASON' });
  const thisYear = stockholmDate(now.getTime()).year;
  const year = written.bornYear;
  if (year === null) faults.push({ field: 'bornYear', code: 'PERSON_BORN_YEAR_MISSING' });
  else if (!Number.isInteger(year) || year > thisYear || year < thisYear - OLDEST)
    faults.push({ field: 'bornYear', code: 'BORN_YEAR_WRONG', values: { year: thisYear } });
  return reason ? { kind: 'none', reason } : null;
}
