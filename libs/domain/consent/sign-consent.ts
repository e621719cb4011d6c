/**
 * A name under a consent: only of someone who must sign, only while it is asked, only once, and with parts taken away if
 * they wish; the rest stands (OSL 12:2; “then we may talk to the teacher” [S1]).
 */
import type { Subject } from '../disclosure/case.js';
import type { SigningFacts } from '../disclosure/who-must-sign.js';
import { completingStep, NO_REFUSALS, reachesNothing, scopeNow, type ConsentRecord, type Refusals } from './consent.js';
import { decideConsentStep, isAsking, isInForce, type ConsentState } from './consent-states.js';
import { namesOf, standingOf } from './decide-names.js';

export interface Signing {
  readonly person: string;
  readonly refusals: Refusals;
}

export type SigningRefused =
  'not-asked' | 'not-needed-now' | 'already-signed' | 'not-open' | 'time-over' | 'unknown-part' | 'nothing-left';

export type SigningDecision =
  | { readonly outcome: 'signed'; readonly state: ConsentState; readonly missing: readonly string[] }
  | { readonly outcome: 'refused'; readonly code: SigningRefused };

export interface Situated {
  readonly subject: Subject;
  readonly facts: SigningFacts;
}

export function decideSigning(record: ConsentRecord, signing: Signing, situated: Situated): SigningDecision {
  const { facts, subject } = situated;
  const standing = standingOf(record, signing.person, situated);
  if (standing.outcome === 'refused') return standing;
  if (standing.signer.signedAt !== null) return refused('already-signed');
  if (facts.asOf >= record.validUntil) return refused('time-over');
  if (!isAsking(record.state)) return refused('not-open');
  const after = withRefusals(record, signing.person, signing.refusals);
  if (after === undefined) return refused('unknown-part');
  if (reachesNothing(scopeNow(asSeenBy(after, signing.person)))) return refused('nothing-left');
  const signers = after.signers.map((one) => (one.person === signing.person ? { ...one, signedAt: facts.asOf } : one));
  const names = namesOf(signers, subject, facts);
  const step = decideConsentStep(record.state, names.complete ? completingStep(after) : 'sign');
  if (step.outcome === 'refused') return refused('not-open');
  return { outcome: 'signed', state: step.state, missing: names.missing };
}

/** The record with more taken away by this signer; undefined when what is taken away was never there. */
export function withRefusals(record: ConsentRecord, person: string, more: Refusals): ConsentRecord | undefined {
  const { offered } = record;
  const houses = new Set([...offered.from, ...offered.to]);
  if (!more.houses.every((house) => houses.has(house))) return undefined;
  if (!more.categories.every((category) => offered.categories.includes(category))) return undefined;
  return {
    ...record,
    signers: record.signers.map((one) =>
      one.person === person ? { ...one, refusals: joined(one.refusals, more) } : one,
    ),
  };
}

/**
 * The record as this signer may know it, of one that is as they meet it (`asMetBy`): where they meet it apart, what others have taken away is not told before it holds,
 * not even by a no. A consent to nothing that comes of it opens nothing.
 */
export const asSeenBy = (record: ConsentRecord, person: string): ConsentRecord =>
  record.apart && !isInForce(record.state)
    ? { ...record, signers: record.signers.filter((one) => one.person === person) }
    : record;

const joined = (one: Refusals, other: Refusals = NO_REFUSALS): Refusals => ({
  houses: [...new Set([...one.houses, ...other.houses])],
  categories: [...new Set([...one.categories, ...other.categories])],
});

const refused = (code: SigningRefused): SigningDecision => ({ outcome: 'refused', code });
