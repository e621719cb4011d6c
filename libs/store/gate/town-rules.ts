import type { TownLimits } from '#domain/disclosure/decision.js';

/** What a municipality has set for every decision: from when a child signs, and what its lawyer has switched off. */
export interface TownRules {
  readonly childSignsFrom: number | null;
  readonly limits: TownLimits | null;
}

/** As a column `town`, of the municipality of the caller, whoever it is; null for a service. */
export const TOWN_RULES = `(select caller.town_rules()) as town`;

/** Limits that cannot be read are no absence of limits: then nothing is decided at all. */
export function townRulesOf(town: TownRules | null): {
  readonly childSignsFrom: number | undefined;
  readonly limits: TownLimits | undefined;
} {
  if (!town) throw new Error('the rules of the municipality cannot be read');
  return { childSignsFrom: town.childSignsFrom ?? undefined, limits: town.limits ?? undefined };
}
