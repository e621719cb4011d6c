/**
 * An entry of the ledger as bytes, one way only: every field stands in its place with its length before it, so that no two
 * entries ever give the same bytes and each can be hashed anew by an outsider (RFC 9162 2.1.1).
 */

/** Ids, words and grounds; never content. Null where the entry has none. */
export interface SealedEntry {
  /** The row's number, as text: it outgrows a double. */
  readonly id: string;
  /** UTC with microseconds, as the database writes it: `2026-11-24T09:00:00.000000Z`. */
  readonly at: string;
  /** The other columns in the order in which they are declared. */
  readonly fields: readonly (string | null)[];
  /** Columns that the ledger has got since, in the order in which they came; none where an entry is from before them. */
  readonly added?: readonly (string | null)[];
}

/** An entry that says nothing in a later column has the bytes that it had before there was one: old seals still verify. */
const FIRST_ENCODING = 1;
/** How many the later columns are stands beside how many there are in all; they end with the last that says something. */
const ENCODING_WITH_ADDED = 2;

export const encodeEntry = (entry: SealedEntry): Uint8Array => {
  const added = saying(entry.added ?? []);
  const fields = [entry.id, entry.at, ...entry.fields, ...added].map((field) => (field === null ? null : utf8(field)));
  const head = added.length === 0 ? 5 : 9;
  const bytes = new Uint8Array(head + fields.reduce((sum, field) => sum + (field === null ? 1 : 5 + field.length), 0));
  const view = new DataView(bytes.buffer);
  bytes[0] = added.length === 0 ? FIRST_ENCODING : ENCODING_WITH_ADDED;
  view.setUint32(1, fields.length);
  if (added.length > 0) view.setUint32(5, added.length);
  let at = head;
  for (const field of fields) {
    bytes[at] = field === null ? 0 : 1;
    at += 1;
    if (field === null) continue;
    view.setUint32(at, field.length);
    bytes.set(field, at + 4);
    at += 4 + field.length;
  }
  return bytes;
};

const saying = (added: readonly (string | null)[]): readonly (string | null)[] =>
  added.slice(0, added.findLastIndex((field) => field !== null) + 1);

type Plain = string | number | boolean | null;

/** A flat detail as one text whatever the order in which its keys were written. */
export const canonicalDetail = (detail: Readonly<Record<string, Plain>> | null): string | null =>
  detail === null
    ? null
    : `{${Object.keys(detail)
        .sort()
        .map((key) => `${JSON.stringify(key)}:${JSON.stringify(detail[key])}`)
        .join(',')}}`;

/** The domain has no TextEncoder; half a surrogate pair becomes U+FFFD as there. */
const utf8 = (text: string): Uint8Array => {
  const bytes: number[] = [];
  for (const letter of text) {
    const read = letter.codePointAt(0)!;
    const point = read >= 0xd800 && read <= 0xdfff ? 0xfffd : read;
    if (point < 0x80) bytes.push(point);
    else if (point < 0x800) bytes.push(0xc0 | (point >> 6), 0x80 | (point & 63));
    else if (point < 0x10000) bytes.push(0xe0 | (point >> 12), 0x80 | ((point >> 6) & 63), 0x80 | (point & 63));
    else bytes.push(0xf0 | (point >> 18), 0x80 | ((point >> 12) & 63), 0x80 | ((point >> 6) & 63), 0x80 | (point & 63));
  }
  return Uint8Array.from(bytes);
};
