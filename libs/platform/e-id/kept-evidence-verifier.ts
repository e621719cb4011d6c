import { readFileSync } from 'node:fs';
import type { JWK } from 'jose';
import type { Certificate } from 'pkijs';
import { EvidenceVerifier, type EvidenceVerdict } from '#use-cases/e-id/evidence-verifier.port.js';
import { readRoots } from './make-e-id.js';
import { readEvidence } from './read-evidence.js';
import { readJwks } from './read-jwks.js';
import { signedDocument, verifyEvidence } from './verify-evidence.js';

export interface TrustedFiles {
  /** PEM; there is none where no BankID was ever set up. */
  readonly rootFile: string;
  /** A broker's keys (RFC 7517), those of earlier times too; null where nobody has been given them. */
  readonly jwksFile: string | null;
}

/**
 * By the roots and keys that this installation trusts; a town that has gone over to a broker keeps BankID's for what was signed
 * before. Both files are read each time, so that a key that is added counts at once.
 */
export class KeptEvidenceVerifier extends EvidenceVerifier {
  constructor(private readonly trusted: TrustedFiles) {
    super();
  }

  async verify(text: string): Promise<EvidenceVerdict> {
    const evidence = readEvidence(text);
    const document = evidence && signedDocument(evidence);
    if (!evidence || !document) return { outcome: 'fails', why: 'unreadable' };
    const roots = evidence.adapter === 'bankid' ? this.roots() : [];
    if (roots === null) return { outcome: 'fails', why: 'no-root' };
    const keys = evidence.adapter === 'openid' ? this.keys() : null;
    // Keys that somebody meant to be asked are never passed over in silence.
    if (keys === undefined) return { outcome: 'fails', why: 'no-keys' };
    const verdict = await verifyEvidence(evidence, { roots, keys });
    return verdict.outcome === 'verified'
      ? {
          outcome: 'holds',
          personalNumber: verdict.signer.personalNumber,
          document,
          validAt: new Date(verdict.validAt),
          selfVouched: evidence.adapter === 'openid' && keys === null,
        }
      : { outcome: 'fails', why: verdict.fault };
  }

  private roots(): readonly Certificate[] | null {
    try {
      return readRoots(readFileSync(this.trusted.rootFile, 'utf8'));
    } catch {
      return null;
    }
  }

  /** Null where there are none to be asked; undefined where there should be, and the file cannot be used. */
  private keys(): readonly JWK[] | null | undefined {
    const { jwksFile } = this.trusted;
    if (jwksFile === null) return null;
    try {
      return readJwks(readFileSync(jwksFile, 'utf8'));
    } catch {
      return undefined;
    }
  }
}
