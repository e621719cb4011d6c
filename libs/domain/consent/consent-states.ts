/**
 * The life of a consent as one table to read aloud: nothing is valid before every name is there, everyone may take theirs
 * back, and what has ended never comes back (OSL 10:1, 12:2; renewed half a year at a time [S1 Trollhättan]).
 */

export const CONSENT_STATES = [
  'draft',
  'offered',
  'partly-signed',
  'active',
  'narrowed',
  'withdrawn',
  'declined',
  'expired',
  'renewed',
  'ended',
  'called-off',
] as const;

export type ConsentState = (typeof CONSENT_STATES)[number];

export const CONSENT_STEPS = [
  /** Shown to those who must sign. */
  'offer',
  /** One name more, not yet all. */
  'sign',
  /** The last name that is needed. */
  'complete',
  /** The same of one from which somebody has taken a part away: it holds, with less. */
  'complete-narrowed',
  /** A signer takes away an agency or a kind of information; the rest stands. */
  'narrow',
  'withdraw',
  /** A signer says no before it was valid. */
  'decline',
  /** A name is needed that is not there: new custody, a birthday, another maturity. */
  'lose-name',
  /** Its time is over. */
  'expire',
  /** The next half year is signed. */
  'renew',
  /** The agency no longer needs what it was given for. */
  'end',
  /** The agency no longer asks. */
  'call-off',
] as const;

export type ConsentStep = (typeof CONSENT_STEPS)[number];

/** What is not here cannot be done; a state without steps is an end. */
export const CONSENT_TRANSITIONS: Readonly<Record<ConsentState, Readonly<Partial<Record<ConsentStep, ConsentState>>>>> =
  {
    draft: { offer: 'offered', 'call-off': 'called-off' },
    offered: {
      sign: 'partly-signed',
      complete: 'active',
      'complete-narrowed': 'narrowed',
      decline: 'declined',
      expire: 'expired',
      'call-off': 'called-off',
    },
    'partly-signed': {
      sign: 'partly-signed',
      complete: 'active',
      'complete-narrowed': 'narrowed',
      narrow: 'partly-signed',
      withdraw: 'withdrawn',
      decline: 'declined',
      'lose-name': 'partly-signed',
      expire: 'expired',
      'call-off': 'called-off',
    },
    active: {
      narrow: 'narrowed',
      withdraw: 'withdrawn',
      'lose-name': 'partly-signed',
      expire: 'expired',
      renew: 'renewed',
      end: 'ended',
    },
    narrowed: {
      narrow: 'narrowed',
      withdraw: 'withdrawn',
      'lose-name': 'partly-signed',
      expire: 'expired',
      renew: 'renewed',
      end: 'ended',
    },
    withdrawn: {},
    declined: {},
    expired: {},
    renewed: {},
    ended: {},
    'called-off': {},
  };

export type ConsentStepDecision =
  | { readonly outcome: 'moved'; readonly state: ConsentState }
  | { readonly outcome: 'refused'; readonly code: 'not-from-here'; readonly possible: readonly ConsentStep[] };

export const decideConsentStep = (state: ConsentState, step: ConsentStep): ConsentStepDecision => {
  const next = CONSENT_TRANSITIONS[state][step];
  return next === undefined
    ? { outcome: 'refused', code: 'not-from-here', possible: Object.keys(CONSENT_TRANSITIONS[state]) as ConsentStep[] }
    : { outcome: 'moved', state: next };
};

/** Whether it opens anything as far as its state goes; the gate asks for the names and the time by itself. */
export const isInForce = (state: ConsentState): boolean => state === 'active' || state === 'narrowed';

/** Waits for a name: what a family's page shows as a question. */
export const isAsking = (state: ConsentState): boolean => state === 'offered' || state === 'partly-signed';

export const hasEnded = (state: ConsentState): boolean => Object.keys(CONSENT_TRANSITIONS[state]).length === 0;
