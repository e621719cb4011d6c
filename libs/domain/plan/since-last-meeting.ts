/**
 * What has happened since the group last met, in one order: what somebody has told, what the series say, and what was begun,
 * rested, followed up and ended meanwhile ([S1]: add and remove measures, "accelerate and brake at once").
 */
import type { Instant } from '../kernel/instant.js';
import type { EntryAct } from './entry-states.js';
import type { EntryKind } from './plan-entry.js';

export const HAPPENINGS = ['good-news', 'news', 'value', 'added', 'act'] as const;
export type HappeningKind = (typeof HAPPENINGS)[number];

interface Happened {
  readonly at: Instant;
}

/** The newest first; of what happened at once, what stands first goes first. */
export const newestFirst = <T extends Happened>(happenings: readonly T[]): readonly T[] =>
  [...happenings].sort((one, other) => other.at - one.at);

/** Told at the meeting itself is told since it. */
export const isSince = ({ at }: Happened, lastMet: Instant | null): boolean => lastMet === null || at >= lastMet;

/** Whose adding and whose acts are told of: a measure's, and that of a series that is followed no longer. */
const TOLD: readonly EntryKind[] = ['measure', 'series'];
export const isToldOf = (kind: EntryKind, act?: EntryAct): boolean =>
  TOLD.includes(kind) || ((kind === 'goal' || kind === 'step') && act === 'reach');
