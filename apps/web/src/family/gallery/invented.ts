/** An invented family and town, so that every page can be looked at in every state. */
import type { AccessLine, Consent, Contact, Door, Home, House, Meeting, Order, Receipt, Town } from '../shapes.js';

/** A Tuesday at 15:20 in Stockholm. */
export const NOW = '2026-11-24T14:20:00Z';

export const TOWN: Town = { name: 'Ekvalla kommun', office: 'Ungdomsgruppen', phone: '0111-222 333' };

const house = (house: string, kind: House['kind'], name: string): House => ({
  house,
  kind,
  name,
  tells: true,
  isTold: true,
  isTakenAway: false,
});

export const HOUSES: readonly House[] = [
  house('ekvalla-soc/individ-och-familj', 'social-services', 'Socialtjänsten'),
  house('ekvalla-skola/grundskola', 'school', 'Skolan'),
  house('polisen/lpo-ekvalla', 'police', 'Polisen'),
  house('ekvalla-fritid/fritid', 'leisure', 'Fritid'),
];

export const ASKED: Consent = {
  id: 'c1',
  state: 'asks-you',
  about: { id: 'p-Alva', givenName: 'Alva', isMe: false },
  why: 'Vi har pratat om att det är tufft i skolan och att Alva ofta är ute sent. Om vi får prata med varandra slipper ni berätta samma sak för alla, och vi kan hjälpas åt.',
  houses: HOUSES,
  kinds: (
    [
      'school-attendance-and-results',
      'leisure',
      'associates-and-network',
      'crime-and-suspicion',
      'measures-and-plan',
    ] as const
  ).map((category) => ({ category, isTakenAway: false })),
  purposes: ['support', 'prevent-crime'],
  situations: ['meeting', 'phone', 'follow-up'],
  validFrom: '2026-11-23T23:00:00Z',
  validUntil: '2027-05-24T22:00:00Z',
  longerReason: null,
  signedAt: null,
  others: [
    { name: 'Samir', standsAs: 'guardian', state: 'signed' },
    { name: 'Alva', standsAs: 'subject', state: 'missing' },
  ],
  mayWithdraw: true,
  mayNarrow: false,
  isRenewal: false,
  isRenewalAsked: false,
  offeredAt: '2026-11-23T09:00:00Z',
  text: 'a',
  mayAskRenewal: false,
  documentAddress: null,
};

const SIGNED: Consent = { ...ASKED, signedAt: NOW, mayNarrow: true, documentAddress: '/familj/papper/c1' };
export const HALF: Consent = { ...SIGNED, state: 'waits' };
export const APART: Consent = { ...SIGNED, state: 'waits', others: [] };
export const HOLDS: Consent = {
  ...SIGNED,
  state: 'holds',
  mayAskRenewal: true,
  others: [
    { name: 'Samir', standsAs: 'guardian', state: 'signed' },
    { name: 'Alva', standsAs: 'subject', state: 'signed' },
  ],
};
export const NARROWED: Consent = {
  ...HOLDS,
  houses: HOUSES.map((one) => (one.kind === 'police' ? { ...one, isTakenAway: true } : one)),
  kinds: HOLDS.kinds.map((one) => (one.category === 'crime-and-suspicion' ? { ...one, isTakenAway: true } : one)),
};
export const SOON: Consent = { ...HOLDS, validUntil: '2026-12-05T23:00:00Z' };
export const RENEWAL: Consent = { ...ASKED, id: 'c2', isRenewal: true, why: null };
/** Two houses tell, and all may be told. */
export const ONE_WAY: Consent = {
  ...ASKED,
  houses: HOUSES.map((one) => (one.kind === 'leisure' || one.kind === 'police' ? { ...one, tells: false } : one)),
};
export const OWN: Consent = { ...ASKED, about: { id: 'me', givenName: 'Alva', isMe: true } };
export const ENDED: readonly Consent[] = (
  ['taken-back', 'you-said-no', 'you-took-it-back', 'expired', 'renewed', 'ended'] as const
).map((state, index) => ({
  ...SIGNED,
  id: `e${index}`,
  state,
  mayNarrow: false,
  mayWithdraw: false,
}));

const MEETINGS: readonly Meeting[] = [
  { consentId: 'c1', startsAt: '2026-12-01T14:00:00Z', endsAt: '2026-12-01T15:00:00Z' },
  { consentId: 'c1', startsAt: '2026-12-29T14:00:00Z', endsAt: '2026-12-29T14:30:00Z' },
];

const CONTACTS: readonly Contact[] = [
  {
    name: 'Nadia Holm',
    role: 'coordinator',
    phone: '0111-222 341',
    hours: 'vardagar 8–16.30',
    isNight: false,
    isOnDuty: null,
  },
  {
    name: 'Socialjouren',
    role: 'emergency-service',
    phone: '0111-222 999',
    hours: 'kvällar, nätter och helger',
    isNight: true,
    isOnDuty: false,
  },
  {
    name: 'Socialtjänsten',
    role: 'social-services',
    phone: '0111-222 333',
    hours: 'vardagar 8–16.30',
    isNight: false,
    isOnDuty: null,
  },
];

export const homeWith = (consents: readonly Consent[], over: Partial<Home> = {}): Home => ({
  mark: 'a',
  me: { givenName: 'Leyla' },
  keepsPhone: true,
  town: TOWN,
  sessionEndsAt: new Date(Date.now() + 15 * 60_000).toISOString(),
  now: NOW,
  consents,
  meetings: MEETINGS,
  contacts: CONTACTS,
  questions: [
    {
      id: 'q1',
      text: 'Får Alvas mormor vara med på mötet?',
      askedAt: '2026-11-20T09:00:00Z',
      answeredAt: '2026-11-23T09:00:00Z',
    },
    { id: 'q2', text: 'Kan vi byta tid den 1 december?', askedAt: '2026-11-24T09:00:00Z', answeredAt: null },
  ],
  ...over,
});

export const BARE_HOME: Partial<Home> = { meetings: [], contacts: CONTACTS.slice(2), questions: [] };

const order = (over: Partial<Order>): Order => ({
  id: 'o1',
  purpose: 'identify',
  consentId: null,
  state: 'pending',
  start: 'same-device',
  startLink: '#',
  code: null,
  message: 'start-app',
  next: 'wait',
  failure: null,
  ...over,
});

export const ORDERS = {
  here: order({ message: 'enter-code' }),
  scan: order({
    start: 'other-device',
    code: 'bankid.67df3917-fa0d-44e5-b327-edcc928297f8.0.dc69358e712458a66a7525beef148ae8526b1c71610eff2c16cdffb4cdac9bf8',
  }),
  late: order({ state: 'failed', message: 'no-answer', next: 'begin-anew' }),
  old: order({ state: 'failed', message: 'unusable', next: 'other-way' }),
  another: order({ state: 'failed', message: 'another-signer', next: 'begin-anew' }),
  signing: order({ purpose: 'sign', consentId: 'c1', message: 'enter-code' }),
  cancelled: order({ purpose: 'sign', consentId: 'c1', state: 'failed', message: 'you-cancelled', next: 'begin-anew' }),
} as const;

const line = (over: Partial<AccessLine>): AccessLine => ({
  day: '2026-11-24',
  act: 'read',
  topic: 'school',
  reader: { kind: 'school', houseName: 'Skolan', staffName: null },
  ground: 'consent',
  times: 1,
  last: NOW,
  until: null,
  ...over,
});

export const LINES: readonly AccessLine[] = [
  line({ reader: { kind: 'police', houseName: 'Polisen', staffName: null }, topic: 'plan', times: 2 }),
  line({ act: 'received', until: '2027-05-24T22:00:00Z' }),
  line({
    day: '2026-11-23',
    topic: 'who-you-are',
    act: 'search',
    ground: 'internal',
    reader: { kind: 'social-services', houseName: 'Socialtjänsten', staffName: 'Nadia Holm' },
  }),
  line({ day: '2026-11-23', act: 'own', reader: null, ground: null, topic: 'plan' }),
  line({
    day: '2026-11-12',
    act: 'received',
    topic: 'school',
    ground: 'SoL 20:6',
    reader: { kind: 'social-services', houseName: 'Socialtjänsten', staffName: null },
  }),
  line({
    day: '2026-11-12',
    act: 'override',
    topic: 'safety',
    ground: 'BrB 24:4',
    reader: { kind: 'police', houseName: null, staffName: null },
  }),
];

export const RECEIPT: Receipt = {
  language: 'sv',
  noticeVersion: '2026-1',
  sentence:
    'Socialtjänsten, skolan, polisen och fritid i kommunen får prata med varandra om Alva: frånvaro och resultat i skolan, fritid, vänner och umgänge, brott eller misstankar, insatser och plan. Det är för att ge stöd och hjälp och för att förebygga brott. Det gäller till och med den 24 maj 2027.',
  pdfAddress: '/familj/kvitto/c1/pdf',
  dataAddress: '/familj/kvitto/c1/data',
};

export const door = (over: Partial<Door> = {}): Door => ({
  state: 'open',
  town: { ...TOWN, office: null },
  language: null,
  order: null,
  isOwnStepNeeded: false,
  sessionEndsAt: null,
  ...over,
});
