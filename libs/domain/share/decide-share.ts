/**
 * What would become of telling one thing to one house for one purpose: the answer, until when, and what else would open
 * it. The person who is about to tell sees this before, and it is asked again when they do (OSL 6:3, 8:1).
 */
import type { DisclosureCase, HouseParty } from '../disclosure/case.js';
import { decideDisclosure } from '../disclosure/decide-disclosure.js';
import type { Decision, TownLimits } from '../disclosure/decision.js';
import type { Purpose } from '../disclosure/vocabulary.js';
import type { Instant } from '../kernel/instant.js';
import { endOfRelease } from './end-of-release.js';
import { openingsOf, type Opening } from './openings.js';

/** Everything about a thing that is told, except to whom, why and when. */
export type Tellable = Omit<DisclosureCase, 'asOf' | 'to' | 'purpose' | 'recipientAssigned' | 'recipientNamed'>;

export interface Telling {
  readonly asOf: Instant;
  readonly to: HouseParty;
  readonly purpose: Purpose;
}

export interface ShareAnswer {
  readonly decision: Decision;
  /** The first instant at which it ends, where one is known; null otherwise and where nothing is told. */
  readonly until: Instant | null;
  readonly openings: readonly Opening[];
}

export function decideShare(thing: Tellable, telling: Telling, limits: TownLimits = {}): ShareAnswer {
  // Whoever receives is put to work on the case by the giver's act; nobody is named for a protected person in another house.
  const facts: DisclosureCase = { ...thing, ...telling, recipientAssigned: true, recipientNamed: false };
  const decision = decideDisclosure(facts, limits);
  return {
    decision,
    until: decision.outcome === 'release' ? endOfRelease(facts, limits) : null,
    openings: openingsOf(facts, decision, limits),
  };
}
