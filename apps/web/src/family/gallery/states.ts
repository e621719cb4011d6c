/** Every page of the family in every state: where one is, and what the invented town answers there. */
import type { Beginning } from '../Family.js';
import { STEPS, type Stack } from '../places.js';
import type { Consent, Home, Order, Plan } from '../shapes.js';
import {
  APART,
  ASKED,
  BARE_HOME,
  door,
  ENDED,
  HALF,
  HOLDS,
  homeWith,
  NARROWED,
  ONE_WAY,
  ORDERS,
  OWN,
  RENEWAL,
  SOON,
} from './invented.js';
import { CHANGED_PLAN, OWN_PLAN, PLAN } from './invented-plans.js';

export interface Shown {
  readonly beginning: Beginning;
  readonly plans?: readonly Plan[];
  /** What the town does when it is asked: answers, answers with a fault, or not at all. */
  readonly answers?: 'faults' | 'silence';
  readonly isOver?: boolean;
  readonly isAway?: boolean;
  readonly isEmptyLedger?: boolean;
}

/** Two children whose names may not be told. */
const HIDDEN: readonly Consent[] = ['2026-09-14T09:00:00Z', '2026-10-05T09:00:00Z'].map((offeredAt) => ({
  ...HOLDS,
  id: `c-${offeredAt}`,
  about: { id: offeredAt, givenName: null, isMe: false },
  offeredAt,
}));

const BARE: Beginning = { door: door(), link: null, home: null, stack: [{ at: 'door' }], refusal: null };

const before = (...stack: Stack): Shown => ({ beginning: { ...BARE, stack } });
const link = (
  refusal: 'FAMILY_LINK_USED' | 'FAMILY_LINK_OVER' | 'FAMILY_LINK_UNKNOWN' | 'FAMILY_TRIES_TOO_MANY',
): Shown => ({
  beginning: { ...BARE, door: door({ state: 'closed' }), link: { refusal, token: 't' } },
});
const ordered = (order: Order): Shown => ({
  beginning: { ...BARE, door: door({ order }), stack: [{ at: 'door' }, { at: 'identify' }] },
});
const inside = (home: Home, ...stack: Stack): Shown => ({
  beginning: { ...BARE, door: door({ state: 'identified' }), home, stack },
});
const on = (consent: Consent, ...rest: readonly Stack[number][]): Shown =>
  inside(homeWith([consent]), { at: 'home' }, ...rest);
const steps = (name: string, consent: Consent): Readonly<Record<string, Shown>> =>
  Object.fromEntries(STEPS.map((step) => [`${name}-${step}`, on(consent, { at: 'consent', id: consent.id, step })]));

export const STATES: Readonly<Record<string, Shown>> = {
  door: before({ at: 'door' }),
  'not-me': before({ at: 'door' }, { at: 'not-me' }),
  code: before({ at: 'code' }),
  'no-code': before({ at: 'code' }, { at: 'no-code' }),
  'link-used': link('FAMILY_LINK_USED'),
  'link-over': link('FAMILY_LINK_OVER'),
  'link-unknown': link('FAMILY_LINK_UNKNOWN'),
  'link-tried': link('FAMILY_TRIES_TOO_MANY'),
  unreached: { beginning: { ...BARE, refusal: { code: 'NETWORK' } } },
  identify: before({ at: 'door' }, { at: 'identify' }),
  'identify-here': ordered(ORDERS.here),
  'identify-scan': ordered(ORDERS.scan),
  'identify-late': ordered(ORDERS.late),
  'identify-old': ordered(ORDERS.old),
  'identify-another': ordered(ORDERS.another),
  'no-id': before({ at: 'door' }, { at: 'no-id' }),
  'own-step': before({ at: 'own-step' }),
  ...steps('consent', ASKED),
  'consent-own': on(OWN, { at: 'consent', id: 'c1', step: 'about' }),
  'consent-one-way': on(ONE_WAY, { at: 'consent', id: 'c1', step: 'houses' }),
  'consent-renewal': on(RENEWAL, { at: 'consent', id: 'c2', step: 'about' }),
  'consent-gone': on(HOLDS, { at: 'consent', id: 'c1', step: 'about' }),
  sign: on(ASKED, { at: 'sign', id: 'c1' }),
  'sign-here': {
    beginning: {
      ...on(ASKED, { at: 'sign', id: 'c1' }).beginning,
      door: door({ state: 'identified', order: ORDERS.signing }),
    },
  },
  'sign-cancelled': {
    beginning: {
      ...on(ASKED, { at: 'sign', id: 'c1' }).beginning,
      door: door({ state: 'identified', order: ORDERS.cancelled }),
    },
  },
  'sign-fault': { ...on(ASKED, { at: 'sign', id: 'c1' }), answers: 'faults' },
  'signed-whole': on(HOLDS, { at: 'signed', id: 'c1' }),
  'signed-half': on(HALF, { at: 'signed', id: 'c1' }),
  'signed-apart': on(APART, { at: 'signed', id: 'c1' }),
  decline: on(ASKED, { at: 'decline', id: 'c1' }),
  home: inside(homeWith([HOLDS, ...ENDED.slice(3, 4)]), { at: 'home' }),
  'home-ending': inside(homeWith([HOLDS], { sessionEndsAt: new Date(Date.now() + 60_000).toISOString() }), {
    at: 'home',
  }),
  'home-asked': inside(homeWith([ASKED]), { at: 'home' }),
  'home-half': inside(homeWith([HALF]), { at: 'home' }),
  'home-narrowed': inside(homeWith([NARROWED, ...ENDED]), { at: 'home' }),
  'home-soon': inside(homeWith([SOON]), { at: 'home' }),
  'home-renewal': inside(homeWith([RENEWAL, SOON]), { at: 'home' }),
  'home-empty': inside(homeWith([], BARE_HOME), { at: 'home' }),
  whole: on(HOLDS, { at: 'whole', id: 'c1' }),
  'whole-expired': on({ ...HOLDS, state: 'expired', mayNarrow: false, mayWithdraw: false }, { at: 'whole', id: 'c1' }),
  receipt: on(HOLDS, { at: 'receipt', id: 'c1' }),
  'receipt-fault': { ...on(HOLDS, { at: 'receipt', id: 'c1' }), answers: 'faults' },
  withdraw: on(HOLDS, { at: 'withdraw', id: 'c1' }),
  'narrow-house': on(HOLDS, { at: 'narrow', id: 'c1', house: 'polisen/lpo-ekvalla' }),
  'narrow-kind': on(HOLDS, { at: 'narrow', id: 'c1', category: 'leisure' }),
  access: on(HOLDS, { at: 'access', id: 'c1' }),
  'access-empty': { ...on(HOLDS, { at: 'access', id: 'c1' }), isEmptyLedger: true },
  'access-fault': { ...on(HOLDS, { at: 'access', id: 'c1' }), answers: 'faults' },
  'access-waiting': { ...on(HOLDS, { at: 'access', id: 'c1' }), answers: 'silence' },
  meetings: on(HOLDS, { at: 'meetings' }),
  'meetings-empty': inside(homeWith([HOLDS], BARE_HOME), { at: 'home' }, { at: 'meetings' }),
  plan: on(HOLDS, { at: 'plans' }),
  'plan-own': { ...on(OWN, { at: 'plans' }), plans: [OWN_PLAN] },
  'plan-changed': { ...on(HOLDS, { at: 'plans' }), plans: [CHANGED_PLAN] },
  'plan-several': { ...on(HOLDS, { at: 'plans' }), plans: [PLAN, { ...OWN_PLAN, id: 'p2' }] },
  'plan-none': { ...on(HOLDS, { at: 'plans' }), plans: [] },
  'plan-fault': { ...on(HOLDS, { at: 'plans' }), answers: 'faults' },
  'plan-say': on(HOLDS, { at: 'plans' }, { at: 'plan-say', id: PLAN.id, entry: 'e4' }),
  'plan-draw': on(HOLDS, { at: 'plans' }, { at: 'plan-say', id: PLAN.id, entry: 'e1', isDrawn: true }),
  'plan-changes': on(HOLDS, { at: 'plans' }, { at: 'plan-changes', id: PLAN.id }),
  'plan-propose': on(HOLDS, { at: 'plans' }, { at: 'plan-say', id: PLAN.id }),
  'plan-answer': on(HOLDS, { at: 'plans' }, { at: 'plan-answer', id: 'a1' }),
  contacts: on(HOLDS, { at: 'contacts' }),
  question: on(HOLDS, { at: 'question' }),
  'question-several': inside(homeWith([HOLDS, ...HIDDEN]), { at: 'home' }, { at: 'question' }),
  'question-none': inside(homeWith([], BARE_HOME), { at: 'home' }, { at: 'question' }),
  'home-several': inside(homeWith([HOLDS, ...HIDDEN]), { at: 'home' }),
  number: on(HOLDS, { at: 'number' }),
  trace: on(HOLDS, { at: 'trace' }),
  over: { ...on(HOLDS, { at: 'question' }), isOver: true },
  away: { ...on(HOLDS, { at: 'question' }), isAway: true },
  bye: before({ at: 'bye' }),
};
