/**
 * A register of consents on paper, read line by line: every fault with its line and column, so that nobody has to guess
 * which of two hundred rows is wrong, and nothing is taken over that an official could not have written here (OSL 12:2; JO:
 * when and how a consent was obtained is noted).
 */
import { CATEGORIES, PURPOSES, type Category, type Purpose } from '../disclosure/vocabulary.js';
import { parseCivilDay, type CivilDay } from '../kernel/civil-day.js';
import type { Instant } from '../kernel/instant.js';
import { civilDayOf, endOfDay, startOfDay } from '../kernel/stockholm.js';
import { longestUntil } from './draft-consent.js';
import { SV } from './notice-words/sv.js';

/** The heading of each column as municipalities' lists have it; several things in one cell are parted by a comma. */
export const REGISTER_COLUMNS = {
  case: 'ärende',
  signers: 'underskrivet av',
  signedOn: 'underskrivet',
  from: 'lämnar',
  to: 'får veta',
  categories: 'uppgifter',
  purposes: 'ändamål',
  until: 'till och med',
  kept: 'papperet finns',
} as const;

export type RegisterColumn = keyof typeof REGISTER_COLUMNS;

export interface RegisterLine {
  /** As a spreadsheet counts, the headings being line 1. */
  readonly line: number;
  readonly cells: Readonly<Record<RegisterColumn, string>>;
}

export interface RegisterRow {
  readonly line: number;
  readonly caseNumber: string;
  /** Personal numbers as written. */
  readonly signers: readonly string[];
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly categories: readonly Category[];
  readonly purposes: readonly Purpose[];
  readonly validFrom: Instant;
  readonly validUntil: Instant;
  readonly signedOn: string;
  /** Where the paper itself is kept. */
  readonly kept: string;
}

export interface RegisterFault {
  readonly line: number;
  readonly column: RegisterColumn;
  readonly code: 'missing' | 'unknown' | 'not-a-date' | 'in-future' | 'too-long' | 'over-already';
  /** The word that was not understood. */
  readonly word?: string;
}

/** Houses by what people call them and by how consents write them, in lower case → `authority/branch`. */
export type HouseWords = ReadonlyMap<string, string>;

/** The headings that are missing from a file; empty when it can be read. */
export const missingColumns = (headings: readonly string[]): readonly RegisterColumn[] =>
  (Object.keys(REGISTER_COLUMNS) as RegisterColumn[]).filter((column) => !headings.includes(REGISTER_COLUMNS[column]));

/** The row as it may be drafted and signed, or everything that is wrong with it. */
export function readRegisterLine(
  { line, cells }: RegisterLine,
  facts: { readonly asOf: Instant; readonly houses: HouseWords; readonly months?: number },
): { readonly row: RegisterRow } | { readonly faults: readonly RegisterFault[] } {
  const faults: RegisterFault[] = [];
  const fault = (column: RegisterColumn, code: RegisterFault['code'], word?: string): void =>
    void faults.push({ line, column, code, ...(word === undefined ? {} : { word }) });
  const words = (column: RegisterColumn): string[] =>
    cells[column]
      .split(',')
      .map((one) => one.trim())
      .filter(Boolean);
  const chosen = <T extends string>(column: RegisterColumn, known: ReadonlyMap<string, T>): T[] =>
    words(column).flatMap((word) => {
      const found = known.get(word.toLowerCase());
      if (found === undefined) fault(column, 'unknown', word);
      return found ?? [];
    });
  for (const column of Object.keys(REGISTER_COLUMNS) as RegisterColumn[])
    if (column !== 'until' && words(column).length === 0) fault(column, 'missing');
  const from = chosen('from', facts.houses);
  const to = chosen('to', facts.houses);
  const categories = chosen('categories', CATEGORY_WORDS);
  const purposes = chosen('purposes', PURPOSE_WORDS);
  const signedOn = dayIn('signedOn', cells, fault);
  const until = cells.until.trim() === '' ? undefined : dayIn('until', cells, fault);
  if (signedOn === undefined || faults.length > 0) return { faults };
  if (signedOn > civilDayOf(facts.asOf)) fault('signedOn', 'in-future');
  const validFrom = startOfDay(signedOn);
  const validUntil = until === undefined ? longestUntil(validFrom, facts.months) : endOfDay(until);
  if (validUntil > longestUntil(validFrom, facts.months)) fault('until', 'too-long');
  else if (validUntil <= facts.asOf) fault('until', 'over-already');
  if (faults.length > 0) return { faults };
  return {
    row: {
      line,
      caseNumber: cells.case.trim(),
      signers: words('signers'),
      from,
      to,
      categories,
      purposes,
      validFrom,
      validUntil,
      signedOn: cells.signedOn.trim(),
      kept: cells.kept.trim(),
    },
  };
}

function dayIn(
  column: 'signedOn' | 'until',
  cells: RegisterLine['cells'],
  fault: (column: RegisterColumn, code: 'not-a-date', word: string) => void,
): CivilDay | undefined {
  const written = cells[column].trim();
  const day = parseCivilDay(written);
  if (day === undefined && written !== '') fault(column, 'not-a-date', written);
  return day;
}

const wordsOf = <T extends string>(codes: readonly T[], names: Readonly<Record<T, string>>): ReadonlyMap<string, T> =>
  new Map(
    codes.flatMap((code): [string, T][] => [
      [code, code],
      [names[code].toLowerCase(), code],
    ]),
  );

/** Commas part the words of a cell, so a phrase with one is known by its code alone. */
const CATEGORY_WORDS = wordsOf(CATEGORIES, SV.categories);
const PURPOSE_WORDS = wordsOf(PURPOSES, SV.purposes);
