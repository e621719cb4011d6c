/**
 * What a reviewer of the ledger looks for: ready-made views of what most often turns out to be somebody reading without
 * need (PDL-style log review; GDPR 32). A pattern accuses nobody: it says where to ask first. What always needs a second
 * look stands first.
 */
export const REVIEW_PATTERNS = [
  'overrides',
  'without-assignment',
  'own-household',
  'same-address',
  'same-name',
  'protected',
  'repeated-refusals',
  'refused',
  'unusual-hours',
  'many-people',
  'many-cases',
  'many-searches',
  'compared-times',
] as const;

export type ReviewPattern = (typeof REVIEW_PATTERNS)[number];

/** From this many different people that one person opens, one at a time, within an hour of the clock. */
export const MANY_PEOPLE = 15;

/** From this many different cases that one person reads in one day. */
export const MANY_CASES = 20;

/** From this many searches by one person … */
export const MANY_SEARCHES = 10;
/** … within this many minutes. */
export const SEARCH_MINUTES = 10;

/** Rooms that one person asks about for different people's sake, at times that overlap, within this many minutes. */
export const COMPARED_MINUTES = 60;

/** From this many refusals of one person in one day: one is a slip, several are attempts. */
export const REPEATED_REFUSALS = 5;

/** The hours on the clock in Sweden that count as night; weekends and public holidays count whole. */
export const NIGHT = { from: 22, until: 6 } as const;

/** Entries of a random sample. */
export const SAMPLE = 20;

/** Without a period of the reviewer's own, what the views look back on. */
export const REVIEW_DAYS = 30;

/** What a reviewer comes to about an entry; each is kept, and the newest counts. */
export const REVIEW_OUTCOMES = ['explained', 'to-be-asked', 'reported'] as const;

export type ReviewOutcome = (typeof REVIEW_OUTCOMES)[number];
