/**
 * A consent as a record of its own: who may tell whom what about one person, why and until when, and whose names stand
 * under it (OSL 10:1, 12:2; fields after ISO/IEC TS 27560). Purpose consent to lift secrecy is one thing; consent to a
 * measure and the ground for handling personal data are others and never share a box with it [S4].
 */
import type { Category, Purpose } from '../disclosure/vocabulary.js';
import type { Instant } from '../kernel/instant.js';
import { isInForce, type ConsentState, type ConsentStep } from './consent-states.js';

/** In which situations it may be told: a closed list, each a sentence in the family's catalogue. */
export const SITUATIONS = ['meeting', 'phone', 'writing', 'plan', 'follow-up'] as const;

export type Situation = (typeof SITUATIONS)[number];

/** How a name came to stand there: e-identification, paper with a scan, or spoken with a witness. */
export const COLLECTION_METHODS = ['e-id', 'paper', 'oral'] as const;

export type CollectionMethod = (typeof COLLECTION_METHODS)[number];

/** Houses are written `authority/branch`, people `person:ID`. */
export interface ConsentScope {
  /** Who may tell. */
  readonly from: readonly string[];
  /** Who may be told. */
  readonly to: readonly string[];
  readonly categories: readonly Category[];
  readonly purposes: readonly Purpose[];
}

/** What a signer has taken away, at the signing or later; only ever more. */
export interface Refusals {
  /** Agencies that are neither to tell nor to be told. */
  readonly houses: readonly string[];
  readonly categories: readonly Category[];
}

export const NO_REFUSALS: Refusals = { houses: [], categories: [] };

export interface ConsentSigner {
  readonly person: string;
  readonly standsAs: 'subject' | 'guardian';
  readonly refusals: Refusals;
  readonly signedAt: Instant | null;
  readonly method: CollectionMethod | null;
  readonly declinedAt: Instant | null;
  readonly withdrawnAt: Instant | null;
}

export interface ConsentRecord {
  readonly id: string;
  /** Whom it is about. */
  readonly person: string;
  readonly state: ConsentState;
  /** As it was offered; see `scopeNow`. */
  readonly offered: ConsentScope;
  readonly situations: readonly Situation[];
  readonly validFrom: Instant;
  /** The first instant at which it no longer holds. */
  readonly validUntil: Instant;
  readonly withdrawnAt: Instant | null;
  /** From here on it opens nothing, however it ended: taken back, renewed, called off, over. */
  readonly endedAt: Instant | null;
  readonly signers: readonly ConsentSigner[];
  /** The consent that this one continues when it is signed. */
  readonly renews: string | null;
  /** Signers who may not learn about each other meet the question apart [S1]. */
  readonly apart: boolean;
}

/** What it reaches now: what was offered, less what anyone who signs has taken away. It can only shrink. */
export function scopeNow(record: {
  readonly offered: ConsentScope;
  readonly signers: readonly Pick<ConsentSigner, 'refusals'>[];
}): ConsentScope {
  const houses = new Set(record.signers.flatMap(({ refusals }) => refusals.houses));
  const categories = new Set<string>(record.signers.flatMap(({ refusals }) => refusals.categories));
  return {
    from: record.offered.from.filter((house) => !houses.has(house)),
    to: record.offered.to.filter((house) => !houses.has(house)),
    categories: record.offered.categories.filter((category) => !categories.has(category)),
    purposes: record.offered.purposes,
  };
}

/**
 * Whom it let tell and be told at an instant; null where it was not in force or had not begun. Only they may learn that it
 * became more or less: to anyone else it says that there is a case, and what a family said no to (OSL 26:1).
 */
export const scopeHeld = (
  record: Pick<ConsentRecord, 'state' | 'validFrom' | 'offered' | 'signers'>,
  asOf: Instant,
): ConsentScope | null => (isInForce(record.state) && record.validFrom <= asOf ? scopeNow(record) : null);

/** Nobody left to tell, nobody to be told, or nothing to say: signing that would be a consent to nothing. */
export const reachesNothing = (scope: ConsentScope): boolean =>
  scope.categories.length === 0 ||
  scope.purposes.length === 0 ||
  !scope.from.some((giver) => scope.to.some((receiver) => receiver !== giver));

/** How many agencies and kinds of information are left. */
export const sizeOf = (scope: ConsentScope): number => scope.from.length + scope.to.length + scope.categories.length;

/** How it becomes whole: what somebody took away stays away, also while a name was missing and when the last one is there. */
export const completingStep = (
  record: Pick<ConsentRecord, 'offered' | 'signers'>,
): Extract<ConsentStep, 'complete' | 'complete-narrowed'> =>
  sizeOf(scopeNow(record)) < sizeOf(record.offered) ? 'complete-narrowed' : 'complete';

/** Whether everything that one lets be told may still be told by the other: both as they are now. */
export const coversAll = (wider: ConsentScope, narrower: ConsentScope): boolean =>
  (['from', 'to', 'categories', 'purposes'] as const).every((part) =>
    (narrower[part] as readonly string[]).every((one) => (wider[part] as readonly string[]).includes(one)),
  );
