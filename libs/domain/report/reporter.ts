/** Who reports, and what follows from it: who is bound to report gets to know what came of it (SoL 19:1–2, 19:6). */
import { REPORTER_KINDS as BOUND_KINDS } from '../disclosure/parties.js';

/** Those bound by SoL 19:1, and those whom 19:2 asks to. `anonymous` is nobody whom anything can be told. */
export const REPORTER_KINDS = [
  ...BOUND_KINDS,
  'association',
  'guardian',
  'subject',
  'private-person',
  'anonymous',
] as const;

export type ReporterKind = (typeof REPORTER_KINDS)[number];

export const isReporterKind = (word: string): word is ReporterKind =>
  (REPORTER_KINDS as readonly string[]).includes(word);

export const isBoundToReport = (kind: ReporterKind): boolean => (BOUND_KINDS as readonly string[]).includes(kind);

/** `not-asked`: the reporter has not yet been asked or has not answered. */
export type FeedbackWish = 'wanted' | 'declined' | 'not-asked';
