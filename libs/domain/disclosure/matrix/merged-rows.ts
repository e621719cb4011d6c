/**
 * Makes some forty thousand answers readable: what has the same answer for the same receivers, purposes and kinds of
 * information stands on one row, so that a lawyer can read all of it and nothing hides in the mass.
 */
import { CATEGORIES, PARTY_KINDS, PUBLIC_AUTHORITY_KINDS, PURPOSES } from '../vocabulary.js';
import type { Category, PartyKind, Purpose } from '../vocabulary.js';
import { CATEGORY_WORDS, PARTY_WORDS, PURPOSE_WORDS } from './swedish-words.js';

export interface Cell {
  readonly from: PartyKind;
  readonly to: PartyKind;
  readonly purpose: Purpose;
  readonly category: Category;
}

export interface MergedRow {
  readonly from: readonly PartyKind[];
  readonly to: readonly PartyKind[];
  readonly purposes: readonly Purpose[];
  readonly categories: readonly Category[];
  readonly answer: string;
}

export const EVERY_CELL: readonly Cell[] = PARTY_KINDS.flatMap((from) =>
  PARTY_KINDS.flatMap((to) =>
    PURPOSES.flatMap((purpose) => CATEGORIES.map((category) => ({ from, to, purpose, category }))),
  ),
);

const COLUMNS = ['categories', 'purposes', 'to', 'from'] as const;

/** The rows of all cells that have an answer to show; `undefined` leaves a cell out. */
export function mergedRows(answerOf: (cell: Cell) => string | undefined, cells = EVERY_CELL): readonly MergedRow[] {
  const single: MergedRow[] = [];
  for (const cell of cells) {
    const answer = answerOf(cell);
    if (answer !== undefined) {
      single.push({ from: [cell.from], to: [cell.to], purposes: [cell.purpose], categories: [cell.category], answer });
    }
  }
  return COLUMNS.reduce<readonly MergedRow[]>(mergedBy, single);
}

/** Joins rows that differ in this one column alone; the order of the first of them is kept. */
function mergedBy(rows: readonly MergedRow[], column: (typeof COLUMNS)[number]): readonly MergedRow[] {
  const joined = new Map<string, MergedRow>();
  for (const row of rows) {
    const key = COLUMNS.map((other) => (other === column ? '' : row[other].join())).join('|') + row.answer;
    const found = joined.get(key);
    joined.set(key, found === undefined ? row : { ...found, [column]: [...found[column], ...row[column]] });
  }
  return [...joined.values()];
}

/** “all”, “all but …” or the words themselves, whichever says it shortest. */
function inWords<T extends string>(some: readonly T[], all: readonly T[], words: Readonly<Record<T, string>>): string {
  if (some.length === all.length) return 'alla';
  if (some.length <= all.length / 2) return some.map((word) => words[word]).join(', ');
  return `alla utom ${all
    .filter((word) => !some.includes(word))
    .map((word) => words[word])
    .join(', ')}`;
}

/** The public authorities are told together, as the law does. */
export function partiesInWords(some: readonly PartyKind[]): string {
  const hasAllAuthorities = PUBLIC_AUTHORITY_KINDS.every((kind) => some.includes(kind));
  if (!hasAllAuthorities || some.length > PARTY_KINDS.length - 4) return inWords(some, PARTY_KINDS, PARTY_WORDS);
  const authorities: readonly PartyKind[] = PUBLIC_AUTHORITY_KINDS;
  const others = some.filter((kind) => !authorities.includes(kind)).map((kind) => PARTY_WORDS[kind]);
  return ['alla myndigheter', ...others].join(', ');
}
export const purposesInWords = (some: readonly Purpose[]): string => inWords(some, PURPOSES, PURPOSE_WORDS);
export const categoriesInWords = (some: readonly Category[]): string => inWords(some, CATEGORIES, CATEGORY_WORDS);
