/**
 * How far somebody has heard: a moment of the database, written as PostgreSQL writes a snapshot, `731:745:732,740`. Numbers of
 * rows are given before their transactions commit, so a number alone would pass by what commits late; a moment does not.
 */
export interface Cursor {
  /** All transactions below this were over. */
  readonly least: number;
  /** None from this on had begun. */
  readonly next: number;
  /** Those between that were not yet over. */
  readonly running: ReadonlySet<number>;
  readonly text: string;
}

const WRITTEN = /^(\d{1,15}):(\d{1,15}):((?:\d{1,15}(?:,\d{1,15})*)?)$/;
/** Longer than any that is given out; what somebody else makes up is not read. */
const LONGEST = 4_000;

/** Undefined for what is none. */
export function parseCursor(text: unknown): Cursor | undefined {
  if (typeof text !== 'string' || text.length > LONGEST) return undefined;
  const [, least, next, running] = WRITTEN.exec(text) ?? [];
  if (least === undefined || next === undefined || Number(next) < Number(least)) return undefined;
  const ids = running ? running.split(',').map(Number) : [];
  return { least: Number(least), next: Number(next), running: new Set(ids), text };
}

/** Whether what this transaction committed had been heard by then. */
export const hasHeard = (cursor: Cursor, transaction: number): boolean =>
  transaction < cursor.next && !cursor.running.has(transaction);

/** Whether one is later than the other; moments of one database follow each other, and the later has heard all of the earlier. */
export function isLater(one: Cursor, other: Cursor): boolean {
  if (one.next !== other.next) return one.next > other.next;
  if (one.least !== other.least) return one.least > other.least;
  return one.running.size < other.running.size;
}

/** The later of them; one that is not known is earlier than all. */
export function laterOf(one: Cursor | undefined, other: Cursor | undefined): Cursor | undefined {
  if (!one || !other) return one ?? other;
  return isLater(other, one) ? other : one;
}
