/**
 * What a waiting or failed order means for the person who holds the phone, so that nobody is left with a code or a
 * spinner: every hint of the relying party API v6.0 has one message and one next step. A hint that is not known yet
 * means wait while the order is pending, and begin anew once it has failed (BankID: hint codes, user messages RFA1–RFA30).
 */

/** The sentences that people meet; the catalogues of the web client own the words. */
export const E_ID_MESSAGES = [
  'start-app',
  'starting-app',
  'searching',
  'enter-code',
  'check-document',
  'check-face',
  'choose-proof',
  'confirm-call',
  'in-progress',
  'no-answer',
  'unusable',
  'you-cancelled',
  'cancelled',
  'app-not-found',
  'code-not-read',
  'call-declined',
  'app-too-old',
  'blocked-for-risk',
  'document-not-accepted',
  'face-not-accepted',
  'no-document-reader',
  'several-in-app',
  'proof-not-accepted',
  'already-in-progress',
  'away',
  'maintenance',
  'our-fault',
  'unknown-failure',
  'another-signer',
  'not-verified',
] as const;

export type EIdMessage = (typeof E_ID_MESSAGES)[number];

/**
 * `wait`: ask again in two seconds; `begin-anew`: the order is over, a new one may be begun at once; `renew-code`: the
 * same, without a word to the person, while the code is still shown; `other-way`: this e-identification will not do,
 * offer paper or the next one; `later`: not now, not through the person's fault.
 */
export type EIdNextStep = 'wait' | 'begin-anew' | 'renew-code' | 'other-way' | 'later';

export interface EIdAdvice {
  readonly message: EIdMessage;
  readonly next: EIdNextStep;
}

/** How the person was to open the app: a link on the same device, or a code read by another. */
export type EIdStart = 'same-device' | 'other-device';

const wait = (message: EIdMessage): EIdAdvice => ({ message, next: 'wait' });
const anew = (message: EIdMessage): EIdAdvice => ({ message, next: 'begin-anew' });
const otherWay = (message: EIdMessage): EIdAdvice => ({ message, next: 'other-way' });

const alike = (advice: EIdAdvice): Readonly<Record<EIdStart, EIdAdvice>> => ({
  'same-device': advice,
  'other-device': advice,
});

export const PENDING_HINTS = {
  outstandingTransaction: { 'same-device': wait('starting-app'), 'other-device': wait('start-app') },
  noClient: alike(wait('start-app')),
  started: alike(wait('searching')),
  userMrtd: alike(wait('check-document')),
  userFace: alike(wait('check-face')),
  userStepUp: alike(wait('choose-proof')),
  userCallConfirm: alike(wait('confirm-call')),
  userSign: alike(wait('enter-code')),
  processing: alike(wait('in-progress')),
} as const satisfies Readonly<Record<string, Readonly<Record<EIdStart, EIdAdvice>>>>;

export const FAILED_HINTS = {
  expiredTransaction: alike(anew('no-answer')),
  certificateErr: alike(otherWay('unusable')),
  userCancel: alike(anew('you-cancelled')),
  cancelled: alike(anew('cancelled')),
  startFailed: {
    'same-device': otherWay('app-not-found'),
    'other-device': { message: 'code-not-read', next: 'renew-code' },
  },
  userDeclinedCall: alike(anew('call-declined')),
  notSupportedByUserApp: alike(otherWay('app-too-old')),
  transactionRiskBlocked: alike(otherWay('blocked-for-risk')),
  mrtdVerificationFailed: alike(anew('document-not-accepted')),
  facialRecognitionFailed: alike(anew('face-not-accepted')),
  nfcNotSupportedByDevice: alike(otherWay('no-document-reader')),
  multipleBankIdsOnDevice: alike(otherWay('several-in-app')),
  stepUpFailed: alike(anew('proof-not-accepted')),
} as const satisfies Readonly<Record<string, Readonly<Record<EIdStart, EIdAdvice>>>>;

const known = (
  table: Readonly<Record<string, Readonly<Record<EIdStart, EIdAdvice>>>>,
  hintCode: string,
): Readonly<Record<EIdStart, EIdAdvice>> | undefined => (Object.hasOwn(table, hintCode) ? table[hintCode] : undefined);

export const advicePending = (hintCode: string, start: EIdStart): EIdAdvice =>
  known(PENDING_HINTS, hintCode)?.[start] ?? wait('in-progress');

export const adviceFailed = (hintCode: string, start: EIdStart): EIdAdvice =>
  known(FAILED_HINTS, hintCode)?.[start] ?? anew('unknown-failure');
