/**
 * An agreement holds for the days that it names and no longer: who answers for it is warned while there is still time to
 * sign the next one ([S0]: agreements are yearly).
 */
import type { CivilDay } from '../kernel/civil-day.js';

export type AgreementState = 'not-begun' | 'in-force' | 'lapses-soon' | 'lapsed';

/** Two council meetings: what it takes to have a new agreement signed. */
export const LAPSE_WARNING_DAYS = 60;

export interface AgreementStanding {
  readonly state: AgreementState;
  /** Days from today to the last day that it holds; below zero once it has lapsed. */
  readonly daysLeft: number;
}

/** Holds on its first and on its last day. */
export const standingOf = (
  agreement: { readonly startsOn: CivilDay; readonly endsOn: CivilDay },
  today: CivilDay,
): AgreementStanding => {
  const daysLeft = agreement.endsOn - today;
  if (daysLeft < 0) return { state: 'lapsed', daysLeft };
  if (today < agreement.startsOn) return { state: 'not-begun', daysLeft };
  return { state: daysLeft <= LAPSE_WARNING_DAYS ? 'lapses-soon' : 'in-force', daysLeft };
};
