/**
 * From evidence that was kept to a verdict, by nothing but the evidence and what its reader trusts: whoever is shown it years
 * later can see for themselves that this person signed this text (eIDAS 26, 32). It is weighed as of the moment in which it
 * came, so that a certificate that has run out since takes nothing from it.
 */
import type { JWK } from 'jose';
import type { Certificate } from 'pkijs';
import { readSignedData, type SignedData, type VerificationFault } from '#domain/e-id/decide-completion.js';
import { ORDER_LIFE } from '#domain/e-id/order-time.js';
import type { EIdEvidence, EIdVerification } from '#use-cases/e-id/e-id.port.js';
import { readKeptAnswer } from './bankid/bankid-client.js';
import { verifyCompletion } from './bankid/verify-completion.js';
import { isAmong, verifyAnswer } from './openid/verify-answer.js';

export interface Trusted {
  /** Of people's certificates, for BankID. */
  readonly roots: readonly Certificate[];
  /** What the broker published; null where nothing is known of it, and then the evidence alone says whose key it was. */
  readonly keys: readonly JWK[] | null;
}

/** What the platform wrote of the evidence is asked for nothing but whose signature it should be. */
export async function verifyEvidence(evidence: EIdEvidence, { roots, keys }: Trusted): Promise<EIdVerification> {
  const at = Date.parse(evidence.at);
  const { text, data } = whatWasAsked(evidence);
  if (evidence.verification.outcome !== 'verified') return evidence.verification;
  if (Number.isNaN(at) || text === null || data === null) return refused('bad-signature');
  const expected = {
    orderRef: evidence.orderRef,
    // An order lives no longer than this, so that its signature is no older.
    startedAt: at - ORDER_LIFE,
    now: at,
    text,
    data,
    personalNumber: evidence.verification.signer.personalNumber,
    used: false,
  };
  if (evidence.adapter === 'openid') {
    const { broker } = evidence;
    if (broker === null || (keys !== null && !(await isAmong(broker.key, keys)))) return refused('untrusted-chain');
    return verifyAnswer(evidence.signature, broker, expected);
  }
  const answer = readKeptAnswer(evidence.completionData);
  if (answer?.status !== 'complete') return refused('bad-signature');
  const { orderRef, completionData } = answer;
  if (completionData.signature !== evidence.signature) return refused('bad-signature');
  const asked = { ...expected, purpose: evidence.purpose, textFormat: evidence.userVisibleDataFormat };
  return verifyCompletion({ ...completionData, orderRef }, asked, roots);
}

/** The hash of the paper that was signed, as `sha-256:<hex>`; null where the evidence cannot be read. */
export const signedDocument = (evidence: EIdEvidence): string | null => whatWasAsked(evidence).data?.content ?? null;

/** Kept as it was sent, which for BankID is base64. */
function whatWasAsked(evidence: EIdEvidence): { readonly text: string | null; readonly data: SignedData | null } {
  const plain = (kept: string): string =>
    evidence.adapter === 'bankid' ? Buffer.from(kept, 'base64').toString('utf8') : kept;
  return { text: plain(evidence.userVisibleData), data: readSignedData(plain(evidence.userNonVisibleData)) };
}

const refused = (fault: VerificationFault): EIdVerification => ({ outcome: 'refused', fault });
