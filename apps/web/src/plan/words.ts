/** The plan's closed words as the api has them. */
import type { EntryShownFragment, PlanShownFragment } from '../graphql/generated/plan/graphql.js';

export const NEED_AREAS = [
  'crime',
  'personality',
  'attitudes',
  'relations',
  'substances',
  'family',
  'school-or-work',
  'leisure',
] as const;

export const RESULTS = ['reached', 'partly', 'not-reached', 'never-begun'] as const;

/** Why a measure should never have stood there. */
export const REASONS_OUT = ['wrong-person', 'wrong-decision', 'other'] as const;

export type Entry = EntryShownFragment;

/** The young person or a guardian. */
export type Member = PlanShownFragment['family'][number];
/** What one of them says. */
export type Voice = PlanShownFragment['proposals'][number];

export const isOver = ({ state }: Pick<Entry, 'state'>): boolean => state === 'ended' || state === 'removed';

/** A day as the page writes it: noon is on that day wherever one reads. */
export const noonOf = (day: string): string => `${day}T12:00:00Z`;
