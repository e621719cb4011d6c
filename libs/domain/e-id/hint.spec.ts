import { describe, expect, it } from '@jest/globals';
import { adviceOnCallFault, E_ID_CALL_FAULTS } from './call-fault.js';
import { adviceOnFault, VERIFICATION_FAULTS } from './decide-completion.js';
import { adviceFailed, advicePending, E_ID_MESSAGES, FAILED_HINTS, PENDING_HINTS, type EIdMessage } from './hint.js';

const STARTS = ['same-device', 'other-device'] as const;

/** Every hint of the relying party API v6.0, with the message on the same device and on another. */
const pending: readonly (readonly [string, EIdMessage, EIdMessage])[] = [
  ['outstandingTransaction', 'starting-app', 'start-app'],
  ['noClient', 'start-app', 'start-app'],
  ['started', 'searching', 'searching'],
  ['userMrtd', 'check-document', 'check-document'],
  ['userFace', 'check-face', 'check-face'],
  ['userStepUp', 'choose-proof', 'choose-proof'],
  ['userCallConfirm', 'confirm-call', 'confirm-call'],
  ['userSign', 'enter-code', 'enter-code'],
  ['processing', 'in-progress', 'in-progress'],
];

const failedHints: readonly (readonly [string, EIdMessage, string])[] = [
  ['expiredTransaction', 'no-answer', 'begin-anew'],
  ['certificateErr', 'unusable', 'other-way'],
  ['userCancel', 'you-cancelled', 'begin-anew'],
  ['cancelled', 'cancelled', 'begin-anew'],
  ['startFailed', 'code-not-read', 'renew-code'],
  ['userDeclinedCall', 'call-declined', 'begin-anew'],
  ['notSupportedByUserApp', 'app-too-old', 'other-way'],
  ['transactionRiskBlocked', 'blocked-for-risk', 'other-way'],
  ['mrtdVerificationFailed', 'document-not-accepted', 'begin-anew'],
  ['facialRecognitionFailed', 'face-not-accepted', 'begin-anew'],
  ['nfcNotSupportedByDevice', 'no-document-reader', 'other-way'],
  ['multipleBankIdsOnDevice', 'several-in-app', 'other-way'],
  ['stepUpFailed', 'proof-not-accepted', 'begin-anew'],
];

describe('a pending order', () => {
  it.each(pending)('with the hint %s says %s on the same device and %s on another', (hint, same, other) => {
    expect(advicePending(hint, 'same-device')).toEqual({ message: same, next: 'wait' });
    expect(advicePending(hint, 'other-device')).toEqual({ message: other, next: 'wait' });
  });

  it.each(['somethingNew', '', 'toString', '__proto__', 'constructor'])('waits on the unknown hint %j', (hint) => {
    for (const start of STARTS) expect(advicePending(hint, start)).toEqual({ message: 'in-progress', next: 'wait' });
  });

  it('has no hint besides those', () => {
    expect(Object.keys(PENDING_HINTS)).toEqual(pending.map(([hint]) => hint));
  });
});

describe('a failed order', () => {
  it.each(failedHints)('with the hint %s says %s, and then %s', (hint, message, next) => {
    expect(adviceFailed(hint, 'other-device')).toEqual({ message, next });
  });

  it('that never opened the app speaks of the app on the same device and of the code on another', () => {
    expect(adviceFailed('startFailed', 'same-device')).toEqual({ message: 'app-not-found', next: 'other-way' });
  });

  it.each(['somethingNew', '', 'toString', '__proto__'])('is begun anew on the unknown hint %j', (hint) => {
    expect(adviceFailed(hint, 'same-device')).toEqual({ message: 'unknown-failure', next: 'begin-anew' });
  });

  it('has no hint besides those, and never waits', () => {
    expect(Object.keys(FAILED_HINTS)).toEqual(failedHints.map(([hint]) => hint));
    const nexts = Object.keys(FAILED_HINTS).flatMap((hint) => STARTS.map((start) => adviceFailed(hint, start).next));
    expect(nexts).not.toContain('wait');
  });
});

describe('the messages', () => {
  it('are each said by some answer', () => {
    const said = new Set<EIdMessage>([
      ...[...Object.keys(PENDING_HINTS), 'unknown'].flatMap((hint) =>
        STARTS.map((s) => advicePending(hint, s).message),
      ),
      ...[...Object.keys(FAILED_HINTS), 'unknown'].flatMap((hint) => STARTS.map((s) => adviceFailed(hint, s).message)),
      ...E_ID_CALL_FAULTS.map((fault) => adviceOnCallFault(fault).message),
      ...VERIFICATION_FAULTS.map((fault) => adviceOnFault(fault).message),
    ]);
    expect([...said].sort()).toEqual([...E_ID_MESSAGES].sort());
  });

  it('never tell whoever tries how a signature was found out', () => {
    expect(VERIFICATION_FAULTS.filter((fault) => adviceOnFault(fault).message !== 'not-verified')).toEqual([
      'wrong-signer',
    ]);
  });
});
