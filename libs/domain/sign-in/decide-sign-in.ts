/**
 * Whether what the identity provider says opens a session: strong enough (Swedish assurance level 3), fresh enough, and
 * about a person who has a post here (ASVS 6.8, 7.5.3, 10.5; Swedish OpenID Connect profile).
 */
import { MINUTE, SECOND } from '../kernel/instant.js';
import { ABSOLUTE_LIMIT } from './decide-session.js';

export const LONGEST_ID_TOKEN = 5 * MINUTE;
/** What the clocks of two servers may differ by. */
export const CLOCK_DIFFERENCE = 5 * SECOND;

export interface SignInFacts {
  readonly acr: string | null;
  readonly acceptedAcr: readonly string[];
  /** Milliseconds since the person proved who they are, below 0 when that lies ahead; null when the provider does not tell. */
  readonly provedAgo: number | null;
  /** Milliseconds since we sent the person to the provider. */
  readonly askedAgo: number;
  /** Milliseconds from the id token's making to its end. */
  readonly tokenLife: number;
  /** Who must prove themselves anew; null at an ordinary sign-in. */
  readonly again: string | null;
  /** Whom issuer and subject together name; null when nobody here. */
  readonly person: { readonly id: string; readonly disabled: boolean; readonly posts: number } | null;
}

export const SIGN_IN_FAULTS = [
  'token-too-long',
  'assurance-too-low',
  'time-unknown',
  'proved-ahead',
  'proved-too-long-ago',
  'unknown-person',
  'other-person',
  'disabled',
  'no-post',
] as const;

export type SignInFault = (typeof SIGN_IN_FAULTS)[number];

export type SignInDecision =
  { readonly outcome: 'accepted' } | { readonly outcome: 'refused'; readonly why: SignInFault };

const refused = (why: SignInFault): SignInDecision => ({ outcome: 'refused', why });

export const decideSignIn = (facts: SignInFacts): SignInDecision => {
  const { acr, provedAgo, again, person } = facts;
  if (facts.tokenLife > LONGEST_ID_TOKEN) return refused('token-too-long');
  if (acr === null || !facts.acceptedAcr.includes(acr)) return refused('assurance-too-low');
  if (provedAgo === null) return refused('time-unknown');
  if (provedAgo < -CLOCK_DIFFERENCE) return refused('proved-ahead');
  const longest = again === null ? ABSOLUTE_LIMIT : facts.askedAgo;
  if (provedAgo > longest + CLOCK_DIFFERENCE) return refused('proved-too-long-ago');
  if (person === null) return refused('unknown-person');
  if (again !== null && again !== person.id) return refused('other-person');
  if (person.disabled) return refused('disabled');
  return person.posts === 0 ? refused('no-post') : { outcome: 'accepted' };
};
