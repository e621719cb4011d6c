/**
 * An agreement binds when every party to it has signed, and is signed anew every year by the local police chief and the
 * municipal director ([S0], [S1]); one that was entered when it had been signed stands as it was entered.
 */
import { addMonths, type CivilDay } from '../kernel/civil-day.js';

export interface SigningFacts {
  readonly awaitsSignatures: boolean;
  readonly parties: readonly string[];
  /** Parties whose name stands under it. */
  readonly signed: readonly string[];
}

export type Signing = { readonly state: 'signed' } | { readonly state: 'awaits'; readonly missing: readonly string[] };

export function signingOf({ awaitsSignatures, parties, signed }: SigningFacts): Signing {
  if (!awaitsSignatures) return { state: 'signed' };
  const missing = parties.filter((party) => !signed.includes(party));
  return missing.length === 0 ? { state: 'signed' } : { state: 'awaits', missing };
}

/** The next year: from the day after the last one, for as many whole months as a year has. */
export function nextYear(endsOn: CivilDay): { readonly startsOn: CivilDay; readonly endsOn: CivilDay } {
  const startsOn = endsOn + 1;
  return { startsOn, endsOn: addMonths(startsOn, 12) - 1 };
}
