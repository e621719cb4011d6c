/**
 * From the service's answer to a verdict: what the signature covers, whose certificate made it, what its issuer said about
 * it, and whether all that is what this order asked for. Depends on nothing but what it is given, so that the same evidence
 * comes to the same verdict in ten years.
 */
import type { Certificate } from 'pkijs';
import {
  decideCompletion,
  type CompletionDecision,
  type CompletionExpected,
  type CompletionFound,
} from '#domain/e-id/decide-completion.js';
import type { EIdPurpose, TextFormat } from '#domain/e-id/signing-text.js';
import type { EIdSigner, EIdVerification } from '#use-cases/e-id/e-id.port.js';
import type { BankidCompletion } from './bankid-client.js';
import { checkChain, subjectPart, type ChainFound } from './certificate-chain.js';
import { checkStatus, type StatusFound } from './certificate-status.js';
import { readSignature, type SignatureRead } from './read-signature.js';

export interface Completion extends BankidCompletion {
  readonly orderRef: string;
}

export interface CompletionExpectation extends CompletionExpected {
  readonly purpose: EIdPurpose;
  readonly textFormat: TextFormat;
}

const PERSONAL_NUMBER = '2.5.4.5';
const ACT: Readonly<Record<EIdPurpose, string>> = { sign: 'Signing', identify: 'Identification' };

export async function verifyCompletion(
  completion: Completion,
  expected: CompletionExpectation,
  roots: readonly Certificate[],
): Promise<EIdVerification> {
  const read = readSignature(completion.signature);
  const chain = await checkChain(read.certificates, roots, new Date(expected.now));
  const status = await statusOf(completion, chain);
  const found = whatIsFound(completion, expected, { read, chain, status });
  const decision: CompletionDecision = decideCompletion(found, expected);
  if (decision.outcome === 'refused') return decision;
  // A verdict without a signer cannot be: decideCompletion refuses it.
  if (!chain.signer || found.personalNumber === null) return { outcome: 'refused', fault: 'wrong-signer' };
  return {
    outcome: 'verified',
    signer: signerOf(completion, found.personalNumber),
    signedBy: Buffer.from(chain.signer.serialNumber.valueBlock.valueHexView).toString('hex'),
    issuer: chain.signer.issuer.typesAndValues.map((one) => String(one.value.valueBlock.value)).join(', '),
    validAt: (status.at ?? new Date(expected.now)).toISOString(),
  };
}

const statusOf = async (
  { ocspResponse, signature }: Completion,
  { signer, issuer }: ChainFound,
): Promise<StatusFound> =>
  signer && issuer ? checkStatus({ ocspResponse, signature, signer, issuer }) : { status: 'missing', at: null };

interface Parts {
  readonly read: SignatureRead;
  readonly chain: ChainFound;
  readonly status: StatusFound;
}

function whatIsFound(
  completion: Completion,
  expected: CompletionExpectation,
  { read, chain, status }: Parts,
): CompletionFound {
  // An identification is no signature, and a text that was laid out otherwise was another text to the eye.
  const asAsked = read.act === ACT[expected.purpose] && (read.textFormat ?? 'plaintext') === expected.textFormat;
  const certified = chain.signer && subjectPart(chain.signer, PERSONAL_NUMBER);
  return {
    orderRef: completion.orderRef,
    form: read.form,
    signatureHolds: read.holds,
    chain: chain.chain,
    status: status.status,
    statusAt: status.at?.getTime() ?? null,
    text: asAsked ? read.text : null,
    data: read.data,
    // The certificate says who signed; an answer that names somebody else is not to be believed in anything.
    personalNumber: certified === completion.user.personalNumber ? certified : null,
    // BankID is one level of assurance (LoA 3), and other certificates come from other roots.
    assured: true,
  };
}

const signerOf = ({ user }: Completion, personalNumber: string): EIdSigner => ({
  personalNumber,
  name: user.name,
  givenName: user.givenName,
  familyName: user.surname,
});
