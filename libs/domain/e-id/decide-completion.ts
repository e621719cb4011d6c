/**
 * Whether what came back from the e-identification is this person's signature on this text in this order: a signature
 * that does not hold in every respect is no signature, and says in one stable word why (eIDAS 26; ASVS 6.6.2, 6.8).
 * What was found is read out of the answer by the platform; the weighing is here, so that it can be read in one sitting.
 */
import { SECOND, type Instant } from '../kernel/instant.js';
import type { EIdAdvice } from './hint.js';

export const VERIFICATION_FAULTS = [
  'foreign-order',
  'replayed-order',
  'wrapped-signature',
  'bad-signature',
  'untrusted-chain',
  'expired-certificate',
  'ocsp-missing',
  'revoked',
  'wrong-text',
  'wrong-data',
  'wrong-signer',
  'assurance-too-low',
] as const;

export type VerificationFault = (typeof VERIFICATION_FAULTS)[number];

/** What an answer showed under the glass. Null where nothing could be read. */
export interface CompletionFound {
  readonly orderRef: string;
  /** `wrapped`: it can be read in two ways; `unreadable`: in none. */
  readonly form: 'sound' | 'wrapped' | 'unreadable';
  readonly signatureHolds: boolean;
  readonly chain: 'trusted' | 'untrusted' | 'expired';
  /** `missing`: absent, unsigned, about another certificate or not bound to this signature. */
  readonly status: 'good' | 'revoked' | 'missing';
  /** When the status was given, which is when the person signed. */
  readonly statusAt: Instant | null;
  readonly text: string | null;
  readonly data: string | null;
  /** Twelve digits. */
  readonly personalNumber: string | null;
  /** Whether the proof was as strong as was asked. */
  readonly assured: boolean;
}

export interface CompletionExpected {
  readonly orderRef: string;
  readonly startedAt: Instant;
  readonly now: Instant;
  readonly text: string;
  /** What was asked to be signed unseen, and the word that is this order's alone. */
  readonly data: SignedData;
  /** Null when anybody may identify; the caller then decides by who it was. */
  readonly personalNumber: string | null;
  /** Whether an earlier answer to this order has been used. */
  readonly used: boolean;
}

export interface SignedData {
  readonly content: string;
  readonly orderNonce: string;
}

export type CompletionDecision =
  { readonly outcome: 'verified' } | { readonly outcome: 'refused'; readonly fault: VerificationFault };

/** Clocks of two houses differ by this much at most. */
export const CLOCK_TOLERANCE = 60 * SECOND;

const SEPARATOR = '\norder ';

/** One line with what is signed unseen, and one that makes each order's signature its own. */
export const writeSignedData = ({ content, orderNonce }: SignedData): string => `${content}${SEPARATOR}${orderNonce}`;

/** The same the other way; null for what `writeSignedData` never wrote. */
export function readSignedData(data: string): SignedData | null {
  const at = data.lastIndexOf(SEPARATOR);
  return at < 0 ? null : { content: data.slice(0, at), orderNonce: data.slice(at + SEPARATOR.length) };
}

export function decideCompletion(found: CompletionFound, expected: CompletionExpected): CompletionDecision {
  const fault = faultOf(found, expected);
  return fault === null ? { outcome: 'verified' } : { outcome: 'refused', fault };
}

function faultOf(found: CompletionFound, expected: CompletionExpected): VerificationFault | null {
  if (found.orderRef !== expected.orderRef) return 'foreign-order';
  if (expected.used) return 'replayed-order';
  if (found.form === 'wrapped') return 'wrapped-signature';
  if (found.form === 'unreadable') return 'bad-signature';
  if (found.chain === 'untrusted') return 'untrusted-chain';
  if (!found.signatureHolds) return 'bad-signature';
  if (found.chain === 'expired') return 'expired-certificate';
  if (found.status === 'revoked') return 'revoked';
  if (found.status === 'missing' || found.statusAt === null) return 'ocsp-missing';
  if (!isWithin(found.statusAt, expected)) return 'replayed-order';
  return contentFault(found, expected);
}

function contentFault(found: CompletionFound, expected: CompletionExpected): VerificationFault | null {
  if (found.data !== writeSignedData(expected.data))
    return found.data?.startsWith(`${expected.data.content}${SEPARATOR}`) ? 'replayed-order' : 'wrong-data';
  if (found.text !== expected.text) return 'wrong-text';
  if (found.personalNumber === null) return 'wrong-signer';
  if (expected.personalNumber !== null && found.personalNumber !== expected.personalNumber) return 'wrong-signer';
  return found.assured ? null : 'assurance-too-low';
}

/** The person is told when it was another's e-identification; every other fault is for the log, not for whoever tries. */
export const adviceOnFault = (fault: VerificationFault): EIdAdvice => ({
  message: fault === 'wrong-signer' ? 'another-signer' : 'not-verified',
  next: 'begin-anew',
});

const isWithin = (at: Instant, { startedAt, now }: CompletionExpected): boolean =>
  at >= startedAt - CLOCK_TOLERANCE && at <= now + CLOCK_TOLERANCE;
