/**
 * An agreement holds for the days that it names and no longer: who answers for it is warned while there is still time to
 * sign the next one ([S0]: agreements are yearly).
 */
import type { CivilDay } from '../kernel/civil-day.js';
import type { Instant } from '../kernel/instant.js';
import { civilDayOf, startOfDay } from '../kernel/stockholm.js';

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

/** An agreement's days and the houses that it names, written `authority/branch`. */
export interface AgreementTerm {
  readonly startsOn: CivilDay;
  readonly endsOn: CivilDay;
  readonly houses: readonly string[];
}

export interface Lapse {
  /** When the latest of the agreements that named them ended, and which houses no agreement in force names since; null when all are named. */
  readonly lapsed: { readonly at: Instant; readonly houses: readonly string[] } | null;
  /** When time alone next ends an agreement that names one of them; null when none will. */
  readonly nextAt: Instant | null;
}

/** What time has done to the agreements, all of one form, that some houses work under. Houses that none ever named are no part of it. */
export function lapseFor(agreements: readonly AgreementTerm[], houses: readonly string[], asOf: Instant): Lapse {
  const today = civilDayOf(asOf);
  const naming = agreements.filter((one) => one.houses.some((house) => houses.includes(house)));
  const held = new Set(
    naming.filter(({ startsOn, endsOn }) => startsOn <= today && today <= endsOn).flatMap((one) => one.houses),
  );
  const ended = naming.filter(({ endsOn }) => endsOn < today);
  const outside = houses.filter((house) => !held.has(house) && ended.some((one) => one.houses.includes(house)));
  const last = ended.filter((one) => one.houses.some((house) => outside.includes(house)));
  const ahead = naming.filter(({ endsOn }) => endsOn >= today).map(({ endsOn }) => endsOn);
  return {
    lapsed:
      last.length === 0 ? null : { at: startOfDay(Math.max(...last.map(({ endsOn }) => endsOn)) + 1), houses: outside },
    nextAt: ahead.length === 0 ? null : startOfDay(Math.min(...ahead) + 1),
  };
}
