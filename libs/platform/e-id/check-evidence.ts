/** What a file of evidence comes to, in a sentence for whoever was handed it: an auditor, a court, the signer. */
import { createHash } from 'node:crypto';
import type { JWK } from 'jose';
import type { Certificate } from 'pkijs';
import type { VerificationFault } from '#domain/e-id/decide-completion.js';
import type { BrokerProof } from '#use-cases/e-id/e-id.port.js';
import { readEvidence } from './read-evidence.js';
import { signedDocument, verifyEvidence } from './verify-evidence.js';

export interface EvidenceAsked {
  readonly text: string;
  /** The paper that is said to have been signed; null where it is not asked about. */
  readonly document: Buffer | null;
  /** The roots of people's certificates, for BankID. Throws what hinders it when there are none to be had. */
  readonly roots: () => readonly Certificate[];
  /** The keys that the broker published then; null where they are not known. */
  readonly keys: readonly JWK[] | null;
}

export interface EvidenceChecked {
  /** `unvouched`: all of it agrees, by a key that the file itself brings along, as a forged one would. */
  readonly outcome: 'holds' | 'fails' | 'unvouched';
  readonly sentence: string;
}

/** Throws what `roots` throws, and Error for a file that is no evidence. */
export async function checkEvidence({ text, document, roots, keys }: EvidenceAsked): Promise<EvidenceChecked> {
  const evidence = readEvidence(text);
  if (!evidence) throw new Error('The file is no evidence of an e-identification as Samnav gives it out.');
  const isBankid = evidence.adapter === 'bankid';
  const verdict = await verifyEvidence(evidence, { roots: isBankid ? roots() : [], keys });
  if (verdict.outcome === 'refused') return { outcome: 'fails', sentence: FAULTS[verdict.fault] };
  const { signer, validAt, issuer } = verdict;
  const hash = document && `sha-256:${createHash('sha256').update(document).digest('hex')}`;
  if (hash !== null && hash !== signedDocument(evidence))
    return { outcome: 'fails', sentence: 'The signature holds, but it is on another paper than this one.' };
  const how = isBankid ? 'signed it with BankID' : 'proved who they are in answer to it';
  const whom = evidence.broker ? toWhom(evidence.broker) : '';
  const paper = hash === null ? ' The paper was not given and is not checked.' : ' It is on this very paper.';
  const said = `${signer.name} ${how} at ${validAt}, says ${issuer}${whom}`;
  return isBankid || keys !== null
    ? { outcome: 'holds', sentence: `${said}.${paper}` }
    : { outcome: 'unvouched', sentence: `${said}, by a key that only this file vouches for.${paper} ${HOW_TO_VOUCH}` };
}

/** A broker's word to another client, or on a weaker proof, is the file's own claim: its reader sees that it is what they expect. */
const toWhom = ({ clientId, acceptedAcr }: BrokerProof): string =>
  ` to the client ${clientId} at ${acceptedAcr.join(' or ')}`;

const HOW_TO_VOUCH =
  'Anybody can make such a file. Give the keys that the broker published then with --jwks FILE to know whether it holds.';

const FAULTS: Readonly<Record<VerificationFault, string>> = {
  'foreign-order': 'It is the answer to another question, or from another issuer, than the evidence says.',
  'replayed-order': 'It was signed at another time than the evidence says.',
  'wrapped-signature': 'It can be read in two ways, so it shows nothing.',
  'bad-signature': 'The signature does not hold: something was changed after it was signed.',
  'untrusted-chain':
    'Nobody who is trusted here stands behind the signature. Give the root that was trusted then with --root FILE, for a broker its keys of that time with --jwks FILE; evidence of a broker from before its key was kept cannot be proven any more.',
  'expired-certificate': 'The certificate did not hold when it was signed.',
  'ocsp-missing': 'Nothing says that the certificate held when it was signed.',
  revoked: 'The certificate was revoked when it was signed.',
  'wrong-text': 'Another text was signed than the evidence says.',
  'wrong-data': 'Another paper was signed than the evidence says.',
  'wrong-signer': 'Somebody else signed than the evidence says.',
  'assurance-too-low': 'Who signed was proven less strongly than was asked.',
};
