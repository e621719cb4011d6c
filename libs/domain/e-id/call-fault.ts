/** Why the e-identification service did not take a call, in a word each, so that no answer of theirs is shown as it came. */
import type { EIdAdvice } from './hint.js';

/**
 * `already-in-progress`: the person has another order running, which the service has now cancelled; `maintenance`,
 * `timed-out` and `unavailable`: theirs to mend; `misconfigured`: ours to mend (certificate, address, a malformed call);
 * `unknown-order`: the service no longer knows the order; `not-set-up`: this installation has no e-identification.
 */
export const E_ID_CALL_FAULTS = [
  'already-in-progress',
  'maintenance',
  'timed-out',
  'unavailable',
  'misconfigured',
  'unknown-order',
  'not-set-up',
] as const;

export type EIdCallFault = (typeof E_ID_CALL_FAULTS)[number];

const ADVICE: Readonly<Record<EIdCallFault, EIdAdvice>> = {
  'already-in-progress': { message: 'already-in-progress', next: 'begin-anew' },
  maintenance: { message: 'maintenance', next: 'later' },
  'timed-out': { message: 'away', next: 'begin-anew' },
  unavailable: { message: 'away', next: 'later' },
  misconfigured: { message: 'our-fault', next: 'other-way' },
  'unknown-order': { message: 'no-answer', next: 'begin-anew' },
  'not-set-up': { message: 'our-fault', next: 'other-way' },
};

export const adviceOnCallFault = (fault: EIdCallFault): EIdAdvice => ADVICE[fault];
