import { readFileSync } from 'node:fs';
import type { Certificate } from 'pkijs';
import { EvidenceVerifier, type EvidenceVerdict } from '#use-cases/e-id/evidence-verifier.port.js';
import { readRoots } from './make-e-id.js';
import { readEvidence } from './read-evidence.js';
import { signedDocument, verifyEvidence } from './verify-evidence.js';

/** By the roots that this installation trusts; a town that has gone over to a broker keeps BankID's for what was signed before. */
export class KeptEvidenceVerifier extends EvidenceVerifier {
  /** `rootFile`: PEM; there is none where no BankID was ever set up. */
  constructor(private readonly rootFile: string) {
    super();
  }

  async verify(text: string): Promise<EvidenceVerdict> {
    const evidence = readEvidence(text);
    const document = evidence && signedDocument(evidence);
    if (!evidence || !document) return { outcome: 'fails', why: 'unreadable' };
    const roots = evidence.adapter === 'bankid' ? this.roots() : [];
    if (roots === null) return { outcome: 'fails', why: 'no-root' };
    const verdict = await verifyEvidence(evidence, { roots, keys: null });
    return verdict.outcome === 'verified'
      ? {
          outcome: 'holds',
          personalNumber: verdict.signer.personalNumber,
          document,
          validAt: new Date(verdict.validAt),
          selfVouched: evidence.adapter === 'openid',
        }
      : { outcome: 'fails', why: verdict.fault };
  }

  private roots(): readonly Certificate[] | null {
    try {
      return readRoots(readFileSync(this.rootFile, 'utf8'));
    } catch {
      return null;
    }
  }
}
