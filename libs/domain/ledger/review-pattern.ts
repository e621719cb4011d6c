/**
 * What a reviewer of the ledger looks for: ready-made views of what most often turns out to be somebody reading without
 * need (PDL-style log review; GDPR 32). A pattern accuses nobody: it says where to ask first.
 */
export const REVIEW_PATTERNS = [
  'refused',
  'without-assignment',
  'unusual-hours',
  'many-cases',
  'many-searches',
  'protected',
] as const;

export type ReviewPattern = (typeof REVIEW_PATTERNS)[number];

/** From this many different cases that one person reads in one day. */
export const MANY_CASES = 20;

/** From this many searches by one person … */
export const MANY_SEARCHES = 10;
/** … within this many minutes. */
export const SEARCH_MINUTES = 10;

/** The hours on the clock in Sweden that count as night. */
export const NIGHT = { from: 22, until: 6 } as const;

/** Entries of a random sample. */
export const SAMPLE = 20;

/** Without a period of the reviewer's own, what the views look back on. */
export const REVIEW_DAYS = 30;
