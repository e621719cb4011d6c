import { describe, expect, it } from '@jest/globals';
import { HOUR, MINUTE, SECOND } from '../kernel/instant.js';
import { decideSignIn, type SignInFacts } from './decide-sign-in.js';

const LOA3 = 'http://id.elegnamnden.se/loa/1.0/loa3';

const fine: SignInFacts = {
  acr: LOA3,
  acceptedAcr: [LOA3],
  provedAgo: 10 * SECOND,
  askedAgo: 20 * SECOND,
  tokenLife: 5 * MINUTE,
  again: null,
  person: { id: 'maria', disabled: false, posts: 1 },
};

const outcomeOf = (change: Partial<SignInFacts>): string => {
  const decision = decideSignIn({ ...fine, ...change });
  return decision.outcome === 'refused' ? decision.why : decision.outcome;
};

describe('a sign-in', () => {
  it.each<[string, Partial<SignInFacts>, string]>([
    ['opens for a person with a post', {}, 'accepted'],
    ['opens when the provider remembers them from this morning', { provedAgo: 11 * HOUR }, 'accepted'],
    ['does not open on a proof older than a working day', { provedAgo: 12 * HOUR + 6 * SECOND }, 'proved-too-long-ago'],
    ['forgives the clocks five seconds', { provedAgo: 12 * HOUR + 5 * SECOND }, 'accepted'],
    ['does not open without a level', { acr: null }, 'assurance-too-low'],
    ['does not open on a lower level', { acr: 'http://id.elegnamnden.se/loa/1.0/loa2' }, 'assurance-too-low'],
    ['does not open when no level is accepted', { acceptedAcr: [] }, 'assurance-too-low'],
    ['does not open without the time of the proof', { provedAgo: null }, 'time-unknown'],
    ['forgives a provider whose clock is five seconds ahead', { provedAgo: -5 * SECOND }, 'accepted'],
    ['does not open on a proof from a time to come', { provedAgo: -6 * SECOND }, 'proved-ahead'],
    ['does not open on a long-lived token', { tokenLife: 5 * MINUTE + 1 }, 'token-too-long'],
    ['does not open for a stranger', { person: null }, 'unknown-person'],
    ['does not open a closed account', { person: { id: 'maria', disabled: true, posts: 1 } }, 'disabled'],
    ['does not open without a post', { person: { id: 'maria', disabled: false, posts: 0 } }, 'no-post'],
  ])('%s', (_, change, expected) => expect(outcomeOf(change)).toBe(expected));
});

describe('proving oneself anew', () => {
  it.each<[string, Partial<SignInFacts>, string]>([
    ['takes a proof given after the question', { again: 'maria', provedAgo: 15 * SECOND }, 'accepted'],
    ['refuses one from a time to come', { again: 'maria', provedAgo: -HOUR }, 'proved-ahead'],
    ['refuses one given before it', { again: 'maria', provedAgo: 26 * SECOND }, 'proved-too-long-ago'],
    ['refuses another person’s', { again: 'sara' }, 'other-person'],
    ['does not tell whether the other one has an account', { again: 'sara', person: null }, 'unknown-person'],
  ])('%s', (_, change, expected) => expect(outcomeOf(change)).toBe(expected));
});
