import { ADULT, ageAt } from '#domain/disclosure/age.js';
import { parseCivilDay, calendarDate } from '#domain/kernel/civil-day.js';
import { stockholmDate } from '#domain/disclosure/age.js';
import { findBorn, NO_NUMBER_REASONS, type NoNumberReason, type PersonNumber } from '#domain/person/personal-number.js';
import { FACTOR_ANSWERS, findAnswerFaults, type FactorAnswer, type Instrument } from '#domain/report/instrument.js';
import { LONGEST_CONTENT } from '#domain/report/report-faults.js';
import type { FieldFault } from '../failure.js';
import type { PersonTold } from '../person/admit-person.js';
import type { PersonNumberReader } from '../person/person-number-reader.port.js';

export interface FactorWritten {
  readonly factor: string;
  readonly answer: string;
  readonly reasons: string;
}

/** A child as the form has it. */
export interface ReportedChildWritten {
  readonly givenName: string;
  readonly familyName: string;
  readonly number: string;
  readonly noNumberReason: string;
  readonly bornYear: number | null;
  readonly content: string;
  /** Where the child is or lives; kept as an item of its own, since it may be protected. */
  readonly whereabouts: string;
  readonly factors: readonly FactorWritten[];
  /** Chosen among those whom the house has registered; who is chosen needs no number or year. */
  readonly personId?: string | null;
}

export interface ReportedChildRead {
  readonly personId: string | null;
  readonly told: PersonTold;
  readonly content: string;
  readonly whereabouts: string;
  readonly factors: readonly FactorAnswer[];
}

const LONGEST_NAME = 100;
const OLDEST = 120;

export interface Reading {
  readonly reader: PersonNumberReader;
  readonly now: Date;
  /** `authority/branch` of whoever answers the factors. */
  readonly by: string;
  /** What reporters answer in this municipality. */
  readonly instrument: Instrument;
}

/** Reads one child of a form; every fault stands at its field, `at` being the field's path such as `children.0`. */
export function readReportedChild(
  written: ReportedChildWritten,
  at: string,
  reading: Reading,
): { readonly child: ReportedChildRead | null; readonly faults: readonly FieldFault[] } {
  const faults: FieldFault[] = [];
  const givenName = written.givenName.trim();
  const familyName = written.familyName.trim();
  if (givenName === '') faults.push({ field: `${at}.givenName`, code: 'CHILD_NAME_MISSING' });
  for (const [field, text, most] of [
    ['givenName', givenName, LONGEST_NAME],
    ['familyName', familyName, LONGEST_NAME],
    ['content', written.content, LONGEST_CONTENT],
    ['whereabouts', written.whereabouts, LONGEST_CONTENT],
  ] as const) {
    if (text.length > most) faults.push({ field: `${at}.${field}`, code: 'TOO_LONG', values: { most } });
  }
  if (written.content.trim() === '') faults.push({ field: `${at}.content`, code: 'CONTENT_MISSING' });
  const personId = written.personId ?? null;
  const number = personId === null ? readNumber(written, at, reading, faults) : CHOSEN;
  const factors = readFactors(written.factors, `${at}.factors`, reading.by, faults, reading.instrument);
  const child =
    number && faults.length === 0
      ? {
          personId,
          told: { givenName, familyName, number, bornYear: number.kind === 'none' ? written.bornYear : null },
          content: written.content.trim(),
          whereabouts: written.whereabouts.trim(),
          factors,
        }
      : null;
  return { child, faults };
}

/** The register has it. */
const CHOSEN: PersonNumber = { kind: 'none', reason: 'unknown' };

function readNumber(
  written: ReportedChildWritten,
  at: string,
  reading: Reading,
  faults: FieldFault[],
): PersonNumber | null {
  if (written.number.trim() !== '') {
    const decision = reading.reader.read(written.number, reading.now);
    if (decision.outcome === 'refused') {
      faults.push({ field: `${at}.number`, code: NUMBER_CODES[decision.code] });
      return null;
    }
    refuseAdult(findBorn(decision.number) ?? '', `${at}.number`, reading.now, faults);
    return decision.number;
  }
  const reason = NO_NUMBER_REASONS.find((known) => known === written.noNumberReason) as NoNumberReason | undefined;
  if (!reason) faults.push({ field: `${at}.number`, code: 'NUMBER_OR_REASON' });
  const thisYear = stockholmDate(reading.now.getTime()).year;
  const year = written.bornYear;
  if (year === null) faults.push({ field: `${at}.bornYear`, code: 'BORN_YEAR_MISSING' });
  else if (!Number.isInteger(year) || year > thisYear || year < thisYear - OLDEST)
    faults.push({ field: `${at}.bornYear`, code: 'BORN_YEAR_WRONG', values: { year: thisYear } });
  else refuseAdult(`${year}-12-31`, `${at}.bornYear`, reading.now, faults);
  return reason ? { kind: 'none', reason } : null;
}

const NUMBER_CODES = {
  'not-twelve-digits': 'NUMBER_NOT_TWELVE_DIGITS',
  'not-a-date': 'NUMBER_NOT_A_DATE',
  'wrong-check-digit': 'NUMBER_CHECK_DIGIT',
} as const;

/** The duty to report is about children (SoL 19:1); an adult's name must not come in by that door. */
function refuseAdult(born: string, field: string, now: Date, faults: FieldFault[]): void {
  const day = parseCivilDay(born);
  if (day === undefined) return;
  const age = ageAt(calendarDate(day), now.getTime());
  const future = born > isoDay(now) && !born.endsWith('-12-31');
  if (future) faults.push({ field, code: 'BORN_IN_FUTURE' });
  else if (age >= ADULT) faults.push({ field, code: 'REPORTED_ADULT' });
}

/** Whether somebody born on this ISO date is an adult now. */
export function isAdult(born: string, now: Date): boolean {
  const day = parseCivilDay(born);
  return day !== undefined && ageAt(calendarDate(day), now.getTime()) >= ADULT;
}

function isoDay(now: Date): string {
  const { year, month, day } = stockholmDate(now.getTime());
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** What one does not know needs no reasons. */
export function readFactors(
  written: readonly FactorWritten[],
  at: string,
  by: string,
  faults: FieldFault[],
  instrument: Instrument,
): readonly FactorAnswer[] {
  const answers = written.flatMap(({ factor, answer, reasons }, index): FactorAnswer[] => {
    const known = FACTOR_ANSWERS.find((one) => one === answer);
    if (!known) faults.push({ field: `${at}.${index}.answer`, code: 'CHOOSE_ONE' });
    return [{ factor, answer: known ?? 'unknown', reasons: reasons.trim(), by }];
  });
  for (const fault of findAnswerFaults(instrument, answers))
    faults.push({ field: fault.field.replace('answers', at), code: FACTOR_CODES[fault.code] });
  return answers;
}

const FACTOR_CODES = {
  'unknown-factor': 'FACTOR_UNKNOWN',
  'reasons-missing': 'FACTOR_REASONS_MISSING',
  'answered-twice': 'FACTOR_TWICE',
} as const;
