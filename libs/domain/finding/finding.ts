/** What in a text points at a person: where it stands, of what kind it is, why it was taken for that, and how surely (OSL 26:1). */

export const FINDING_KINDS = [
  'number',
  'birth',
  'phone',
  'plate',
  'email',
  'address',
  'handle',
  'name',
  'nickname',
  'class',
  'kin',
  'described',
  'known',
] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

/** What it was seen by; each has its sentence in the catalogues. */
export const FINDING_REASONS = [
  'personal-number',
  'coordination-number',
  'interim-number',
  'wrong-check-digit',
  'masked-number',
  'birth-date',
  'mobile',
  'landline',
  'plate',
  'email',
  'address',
  'flat',
  'handle',
  'full-name',
  'given-name',
  'family-name',
  'two-names',
  'nickname',
  'one-of-class',
  'kin',
  'described',
  'known',
] as const;
export type FindingReason = (typeof FINDING_REASONS)[number];

/** `points`: nobody can say that it does not. `may-point`: the writer may say that it is no person. */
export type Severity = 'points' | 'may-point';

export interface Finding {
  /** Where it begins and ends in the text, in UTF-16 units, as a text field counts. */
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly kind: FindingKind;
  readonly why: FindingReason;
  readonly severity: Severity;
}

export interface FindingContext {
  /** The day on which it is written: a date a week ago with a time beside it is no personal number. */
  readonly today: { readonly year: number };
  /** The municipality's own names of places, so that Viken and Kvarnbyn are not taken for people. */
  readonly places: readonly string[];
}

export const finding = (
  at: { readonly index: number; readonly text: string },
  kind: FindingKind,
  why: FindingReason,
  severity: Severity,
): Finding => ({ from: at.index, to: at.index + at.text.length, text: at.text, kind, why, severity });

/** What still stands against the text when its writer has said of these very words that they are no person. */
export const standing = (found: readonly Finding[], noPerson: readonly string[]): readonly Finding[] =>
  found.filter(({ severity, text }) => severity === 'points' || !noPerson.includes(text));
