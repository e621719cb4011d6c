/** Who has which field of the plan open: a mark beside the field, never a word of what is being written. */

/** What can be written anew of an entry, each a field of its own. */
export const PEN_FIELDS = [
  'words',
  'needArea',
  'aim',
  'watch',
  'owner',
  'help',
  'startsOn',
  'followUpOn',
  'family',
  'about',
] as const;
export type PenField = (typeof PEN_FIELDS)[number];

/** A field of one entry. */
export interface PenPlace {
  readonly entryId: string;
  readonly field: PenField;
}

const ID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

/** What a screen says of where its pen is; undefined for what is no place. */
export function parsePenPlace(said: unknown): PenPlace | undefined {
  if (typeof said !== 'object' || said === null) return undefined;
  const { entryId, field } = said as Readonly<Record<string, unknown>>;
  const known = PEN_FIELDS.find((one) => one === field);
  return typeof entryId === 'string' && ID.test(entryId) && known ? { entryId, field: known } : undefined;
}
