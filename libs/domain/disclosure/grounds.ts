/**
 * The names of every ground on which something is said, refused or handed to a person to decide; who reads a decision
 * can look each of them up in the law (catalogue of grounds, citations checked 2026-02).
 */

/** Grounds that a named official must assess before they release anything, in the order in which they are tried. */
export const ASSESSED_GROUNDS = [
  'OSL 26:9',
  'OSL 25:12',
  'OSL 26:9a',
  'OSL 10:20',
  'OSL 10:18a',
  'OSL 10:18c',
  '2025:170 7',
  '2025:170 6',
  '2025:170 5',
  'OSL 10:21',
  'OSL 10:23',
  'OSL 10:24',
  'OSL 10:15a',
  'OSL 10:27',
] as const;

/** Every ground about which an official may file an assessment. */
export const ASSESSABLE_GROUNDS = [...ASSESSED_GROUNDS, 'OSL 12:1', 'OSL 12:3', 'OSL 21:3'] as const;

/** Everything that a person may have decided and recorded: an assessment, or that danger made it necessary to tell. */
export const RECORDED_GROUNDS = [...ASSESSABLE_GROUNDS, 'BrB 24:4'] as const;

export const RELEASE_GROUNDS = [
  'no-person-data',
  'giver-unbound',
  'OSL 12:1',
  'OSL 12:3',
  'internal',
  'SoL 19:1',
  'SoL 20:6',
  // Only of whom a question is about, towards the house that is asked; no rule of the order gives it.
  'OSL 10:2',
  'consent',
  ...ASSESSED_GROUNDS,
  'BrB 24:4',
] as const;

export const REFER_GROUNDS = ['OSL 21:3', 'OSL 12:1', 'OSL 12:3', ...ASSESSED_GROUNDS, 'BrB 24:4'] as const;

export const REFUSE_GROUNDS = ['group-level', 'OSL 21:3', 'OSL 18:1', 'OSL 12:3', 'need-to-know', 'no-ground'] as const;

export type AssessedGround = (typeof ASSESSED_GROUNDS)[number];
export type AssessableGround = (typeof ASSESSABLE_GROUNDS)[number];
export type RecordedGround = (typeof RECORDED_GROUNDS)[number];
export type ReleaseGround = (typeof RELEASE_GROUNDS)[number];
export type ReferGround = (typeof REFER_GROUNDS)[number];
export type RefuseGround = (typeof REFUSE_GROUNDS)[number];
export type Ground = ReleaseGround | ReferGround | RefuseGround;

/** What a municipality's lawyer can switch off or narrow: whatever opens a door, never what keeps one shut. */
export type OpeningGround = ReleaseGround | ReferGround;

export const OPENING_GROUNDS: readonly OpeningGround[] = [...new Set([...RELEASE_GROUNDS, ...REFER_GROUNDS])];
