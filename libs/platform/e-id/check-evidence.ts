/** What a file of evidence comes to, in a sentence for whoever was handed it: an auditor, a court, the signer. */
import { createHash } from 'node:crypto';
import type { Certificate } from 'pkijs';
import type { VerificationFault } from '#domain/e-id/decide-completion.js';
import { readEvidence } from './read-evidence.js';
import { signedDocument, verifyEvidence } from './verify-evidence.js';

export interface EvidenceAsked {
  readonly text: string;
  /** The paper that is said to have been signed; null where it is not asked about. */
  readonly document: Buffer | null;
  /** The roots of people's certificates, for BankID. Throws what hinders it when there are none to be had. */
  readonly roots: () => readonly Certificate[];
}

export interface EvidenceChecked {
  readonly holds: boolean;
  readonly sentence: string;
}

/** Throws what `roots` throws, and Error for a file that is no evidence. */
export async function checkEvidence({ text, document, roots }: EvidenceAsked): Promise<EvidenceChecked> {
  const evidence = readEvidence(text);
  if (!evidence) throw new Error('The file is no evidence of an e-identification as Samnav gives it out.');
  const verdict = await verifyEvidence(evidence, evidence.adapter === 'bankid' ? roots() : []);
  if (verdict.outcome === 'refused') return { holds: false, sentence: FAULTS[verdict.fault] };
  const { signer, validAt, issuer } = verdict;
  const hash = document && `sha-256:${createHash('sha256').update(document).digest('hex')}`;
  if (hash !== null && hash !== signedDocument(evidence))
    return { holds: false, sentence: 'The signature holds, but it is on another paper than this one.' };
  const how = evidence.adapter === 'bankid' ? 'signed it with BankID' : 'proved who they are in answer to it';
  const paper = hash === null ? ' The paper was not given and is not checked.' : ' It is on this very paper.';
  return { holds: true, sentence: `${signer.name} ${how} at ${validAt}, says ${issuer}.${paper}` };
}

const FAULTS: Readonly<Record<VerificationFault, string>> = {
  'foreign-order': 'It is the answer to another question, or from another issuer, than the evidence says.',
  'replayed-order': 'It was signed at another time than the evidence says.',
  'wrapped-signature': 'It can be read in two ways, so it shows nothing.',
  'bad-signature': 'The signature does not hold: something was changed after it was signed.',
  'untrusted-chain':
    'Nobody who is trusted here stands behind the signature. Give the root that was trusted then with --root FILE; evidence of a broker from before its key was kept cannot be proven any more.',
  'expired-certificate': 'The certificate did not hold when it was signed.',
  'ocsp-missing': 'Nothing says that the certificate held when it was signed.',
  revoked: 'The certificate was revoked when it was signed.',
  'wrong-text': 'Another text was signed than the evidence says.',
  'wrong-data': 'Another paper was signed than the evidence says.',
  'wrong-signer': 'Somebody else signed than the evidence says.',
  'assurance-too-low': 'Who signed was proven less strongly than was asked.',
};
