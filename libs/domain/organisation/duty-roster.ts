/**
 * Who answers now: danger keeps no office hours, so a unit without anyone on duty is answered for by the social
 * emergency service, nights included [S4].
 */
import type { Instant } from '../kernel/instant.js';
import { type Period, isInForce } from './in-force.js';

export interface Duty extends Period {
  readonly unit: string;
  readonly member: string;
  readonly part: 'primary' | 'deputy';
}

export interface OnDuty {
  /** The unit whose people answer: the one asked about, or the social emergency service in its stead. */
  readonly unit: string;
  readonly primary: string | null;
  readonly deputy: string | null;
}

/** The shift that began last wins, so that a swap entered later goes before the standing roster. */
const holderOf = (duties: readonly Duty[], unit: string, part: Duty['part'], at: Instant): string | null =>
  duties
    .filter((duty) => duty.unit === unit && duty.part === part && isInForce(duty, at))
    .reduce<Duty | null>((latest, duty) => (latest === null || duty.from >= latest.from ? duty : latest), null)
    ?.member ?? null;

export const dutyOf = (duties: readonly Duty[], unit: string, at: Instant): OnDuty => ({
  unit,
  primary: holderOf(duties, unit, 'primary', at),
  deputy: holderOf(duties, unit, 'deputy', at),
});

/** Null only when neither the unit nor the social emergency service has anyone: a gap that must be shown. */
export const findOnDuty = (asked: {
  readonly duties: readonly Duty[];
  readonly unit: string;
  readonly emergencyService: string | null;
  readonly at: Instant;
}): OnDuty | null => {
  const own = dutyOf(asked.duties, asked.unit, asked.at);
  if (own.primary !== null || own.deputy !== null) return own;
  if (asked.emergencyService === null) return null;
  const instead = dutyOf(asked.duties, asked.emergencyService, asked.at);
  return instead.primary !== null || instead.deputy !== null ? instead : null;
};

/** The stretches of a period in which neither the unit nor the social emergency service has anyone on duty. */
export const findRosterGaps = (asked: {
  readonly duties: readonly Duty[];
  readonly unit: string;
  readonly emergencyService: string | null;
  readonly from: Instant;
  readonly until: Instant;
}): readonly { readonly from: Instant; readonly until: Instant }[] => {
  const units = [asked.unit, asked.emergencyService];
  const shifts = asked.duties
    .filter((duty) => units.includes(duty.unit) && (duty.until === null || duty.until > duty.from))
    .sort((a, b) => a.from - b.from);
  const gaps: { from: Instant; until: Instant }[] = [];
  let covered = asked.from;
  for (const shift of shifts) {
    if (covered >= asked.until) break;
    if (shift.from > covered) gaps.push({ from: covered, until: Math.min(shift.from, asked.until) });
    covered = Math.max(covered, shift.until ?? asked.until);
  }
  if (covered < asked.until) gaps.push({ from: covered, until: asked.until });
  return gaps;
};
