/**
 * How long something is told for, and how long it can be taken back: never longer than its ground, half a year unless
 * chosen shorter, and undone only while nobody there has read it (OSL 8:1; [S1 Trollhättan] half a year at a time).
 */
import { addMonths } from '../kernel/civil-day.js';
import type { Instant } from '../kernel/instant.js';
import { civilDayOf, endOfDay } from '../kernel/stockholm.js';

export const SHARE_MONTHS = 6;

/** The end of the day half a year from now. */
export const longestShare = (asOf: Instant): Instant => endOfDay(addMonths(civilDayOf(asOf), SHARE_MONTHS));

/** The earliest of what was chosen, what the ground allows and what is usual; undefined when that is not ahead. */
export function shareUntil(
  asOf: Instant,
  { chosen, groundEnds }: { readonly chosen: Instant | null; readonly groundEnds: Instant | null },
): Instant | undefined {
  const until = Math.min(chosen ?? Infinity, groundEnds ?? Infinity, longestShare(asOf));
  return until > asOf ? until : undefined;
}

export interface ShareState {
  readonly firstReadAt: Instant | null;
  readonly endedAt: Instant | null;
}

export type TakingBack =
  { readonly outcome: 'may' } | { readonly outcome: 'refused'; readonly code: 'read-already' | 'ended-already' };

/** Undoing leaves no trace at the receiver, so it ends with the first read; ending stays possible as long as it runs. */
export function decideTakingBack(share: ShareState, how: 'undo' | 'end'): TakingBack {
  if (share.endedAt !== null) return { outcome: 'refused', code: 'ended-already' };
  if (how === 'undo' && share.firstReadAt !== null) return { outcome: 'refused', code: 'read-already' };
  return { outcome: 'may' };
}
