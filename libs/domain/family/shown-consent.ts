/**
 * What one signer is told about a consent and about the others who sign it: guardians who may not learn about each other
 * never do, a guardian learns nothing where the child alone decides, and whoever may not be told is told nothing at all
 * (OSL 12:3; FB 6:11; guardians who meet apart [S1]).
 */
import type { Subject } from '../disclosure/case.js';
import { whoMustSign, type SigningFacts } from '../disclosure/who-must-sign.js';
import {
  reachesNothing,
  scopeNow,
  type ConsentRecord,
  type ConsentScope,
  type ConsentSigner,
  type Refusals,
} from '../consent/consent.js';
import { asMetBy, type KeptFrom } from '../consent/meet-apart.js';
import { asSeenBy } from '../consent/sign-consent.js';
import { isAsking, isInForce, type ConsentState } from '../consent/consent-states.js';

/**
 * `asks-you`: your name is asked; `waits`: yours is there, not all are; `begins-later`, `holds`; the rest are ends, where
 * `ended` is the one that says nothing of who or why.
 */
export const SHOWN_STATES = [
  'asks-you',
  'waits',
  'begins-later',
  'holds',
  'you-said-no',
  'you-took-it-back',
  'taken-back',
  'renewed',
  'expired',
  'ended',
] as const;
export type ShownState = (typeof SHOWN_STATES)[number];

export interface ShownSigner {
  readonly person: string;
  readonly standsAs: ConsentSigner['standsAs'];
  readonly hasSigned: boolean;
}

export interface ShownConsent {
  readonly state: ShownState;
  readonly scope: ConsentScope;
  /** What is listed at all: what was offered, less what others have taken away where that must not show as taken away. */
  readonly listed: Omit<ConsentScope, 'purposes'>;
  /** What I myself have taken away. */
  readonly mine: Refusals;
  /** Others who sign, as far as they may be told of; empty where signers meet apart, and after its end. */
  readonly others: readonly ShownSigner[];
  /** Whether every name is there; never tells which. */
  readonly allNames: boolean;
  readonly signedAt: number | null;
  readonly mayWithdraw: boolean;
  readonly mayNarrow: boolean;
}

export interface Viewing extends KeptFrom {
  readonly viewer: string;
  readonly subject: Subject;
  readonly facts: SigningFacts;
}

/** Undefined when this person is told nothing of it: the same answer as when there is no such consent. */
export function showConsent(written: ConsentRecord, viewing: Viewing): ShownConsent | undefined {
  const { viewer, subject, facts } = viewing;
  // Whoever is in hiding is given away by what they took away as much as by their name, whether or not `apart` was ticked.
  const record = asMetBy(written, viewer, viewing);
  const me = record.signers.find(({ person }) => person === viewer);
  if (!me || record.state === 'draft') return undefined;
  const needed = whoMustSign(subject, facts);
  if (viewer !== subject.id && !needed.includes(viewer)) return undefined;
  const state = shownState(record, me, { asOf: facts.asOf, needed: needed.includes(viewer) });
  const whole = asSeenBy(record, viewer);
  const scope = scopeNow(whole);
  const isOver = isInForce(record.state) && reachesNothing(scope);
  const open = !isOver && (isInForce(record.state) || isAsking(record.state));
  return {
    // What reaches nothing has ended, whatever each of those who meet apart has taken away.
    state: isOver && state === 'holds' ? 'ended' : state,
    scope,
    listed: listedOf(record, me, scope),
    mine: me.refusals,
    others: written.apart || !open || facts.asOf >= record.validUntil ? [] : othersOf(record, needed, viewing),
    allNames: isInForce(record.state),
    signedAt: me.signedAt,
    mayWithdraw: open && needed.includes(viewer) && facts.asOf < record.validUntil,
    mayNarrow:
      open &&
      (isInForce(record.state) || (isAsking(record.state) && me.signedAt !== null)) &&
      needed.includes(viewer) &&
      facts.asOf < record.validUntil,
  };
}

function listedOf(
  { apart, state, offered }: ConsentRecord,
  me: ConsentSigner,
  scope: ConsentScope,
): Omit<ConsentScope, 'purposes'> {
  if (!apart || !isInForce(state)) return offered;
  const kept = <T extends string>(all: readonly T[], left: readonly T[], mine: readonly T[]): readonly T[] =>
    all.filter((one) => left.includes(one) || mine.includes(one));
  return {
    from: kept(offered.from, scope.from, me.refusals.houses),
    to: kept(offered.to, scope.to, me.refusals.houses),
    categories: kept(offered.categories, scope.categories, me.refusals.categories),
  };
}

function shownState(
  record: ConsentRecord,
  me: ConsentSigner,
  { asOf, needed }: { readonly asOf: number; readonly needed: boolean },
): ShownState {
  if (me.withdrawnAt !== null) return 'you-took-it-back';
  if (me.declinedAt !== null) return 'you-said-no';
  if (record.state === 'renewed') return 'renewed';
  if (record.state === 'expired') return 'expired';
  if (isAsking(record.state) || isInForce(record.state)) {
    if (asOf >= record.validUntil) return 'expired';
    if (me.signedAt === null && needed && isAsking(record.state)) return 'asks-you';
    if (!isInForce(record.state)) return 'waits';
    return asOf < record.validFrom ? 'begins-later' : 'holds';
  }
  return endOf(record.state, record.apart);
}

/** Where they meet apart, the other's no looks like the agency's own change of mind. */
const endOf = (state: ConsentState, apart: boolean): ShownState =>
  !apart && (state === 'withdrawn' || state === 'declined') ? 'taken-back' : 'ended';

function othersOf(
  record: ConsentRecord,
  needed: readonly string[],
  { viewer, subject, protection, apartFrom }: Viewing,
): ShownSigner[] {
  const isOpen = (person: string): boolean => protection.get(person) === 'none';
  if (subject.protection !== 'none' || !isOpen(viewer)) return [];
  return record.signers
    .filter(({ person }) => person !== viewer && needed.includes(person) && isOpen(person) && !apartFrom.has(person))
    .map(({ person, standsAs, signedAt }) => ({ person, standsAs, hasSigned: signedAt !== null }));
}
