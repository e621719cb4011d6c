/**
 * Minutes are written while the meeting goes on, adjusted for a time after, and then fixed: what is changed later is a new
 * version with its reason, and the old one stays as it was ([S1]; OSL 4:1, good order among the documents).
 */
import type { Instant } from '../kernel/instant.js';
import type { MeetingState } from '../meeting/meeting-states.js';

export const MINUTES_STATES = ['not-begun', 'written', 'adjustable', 'fixed'] as const;
export type MinutesState = (typeof MINUTES_STATES)[number];

export interface MinutesFacts {
  readonly meeting: MeetingState;
  /** When the time for adjusting is over; null until the meeting has closed. */
  readonly fixesAt: Instant | null;
}

export function minutesState({ meeting, fixesAt }: MinutesFacts, now: Instant): MinutesState {
  if (fixesAt !== null) return now < fixesAt ? 'adjustable' : 'fixed';
  return meeting === 'planned' || meeting === 'called-off' ? 'not-begun' : 'written';
}

export type WritingDecision =
  | { readonly outcome: 'written-in'; readonly version: number; readonly isAmendment: boolean }
  | { readonly outcome: 'refused'; readonly code: 'not-begun' | 'reason-missing' };

/** `newest`: the version that stands; `reason`: why a fixed version is amended. */
export function decideWriting(
  facts: MinutesFacts & { readonly newest: number; readonly reason: string | null },
  now: Instant,
): WritingDecision {
  switch (minutesState(facts, now)) {
    case 'not-begun':
      return { outcome: 'refused', code: 'not-begun' };
    case 'written':
    case 'adjustable':
      return { outcome: 'written-in', version: facts.newest, isAmendment: false };
    case 'fixed':
      return facts.reason === null || facts.reason.trim() === ''
        ? { outcome: 'refused', code: 'reason-missing' }
        : { outcome: 'written-in', version: facts.newest + 1, isAmendment: true };
  }
}

interface Versioned {
  readonly fromVersion: number;
  readonly untilVersion: number | null;
}

/** What one version of the minutes says. */
export const linesOfVersion = <T extends Versioned>(lines: readonly T[], version: number): readonly T[] =>
  lines.filter(
    ({ fromVersion, untilVersion }) => fromVersion <= version && (untilVersion === null || version <= untilVersion),
  );
