/**
 * How long what may be told now may be told, as far as is known today: the receiver is shown an end, and a share is never
 * made to outlast its ground (OSL 10:1; consents half a year at a time [S1 Trollhättan]).
 */
import { ADULT } from '../disclosure/age.js';
import type { DisclosureCase } from '../disclosure/case.js';
import { decideDisclosure } from '../disclosure/decide-disclosure.js';
import type { TownLimits } from '../disclosure/decision.js';
import { CHILD_SIGNS_FROM } from '../disclosure/who-must-sign.js';
import { birthday } from '../consent/recheck-consent.js';
import type { Instant } from '../kernel/instant.js';

/** The age up to which some grounds about crime reach (OSL 10:18 a). */
const YOUNG_ADULT = 21;

/** The first instant at which the answer is no longer a release; null when none is known. Asks the rule itself at each stop. */
export function endOfRelease(facts: DisclosureCase, limits: TownLimits = {}): Instant | null {
  const stops = [
    ...facts.consents.flatMap(({ validUntil, withdrawnAt }) => [validUntil, withdrawnAt ?? validUntil]),
    ...facts.assessments.flatMap(({ at, until }) => [at, until]),
    ...facts.subjects.flatMap(({ born }) =>
      [facts.childSignsFrom ?? CHILD_SIGNS_FROM, ADULT, YOUNG_ADULT].map((age) => birthday(born, age)),
    ),
  ].filter((stop) => stop > facts.asOf);
  const ordered = [...new Set(stops)].sort((a, b) => a - b);
  return ordered.find((asOf) => decideDisclosure({ ...facts, asOf }, limits).outcome !== 'release') ?? null;
}
