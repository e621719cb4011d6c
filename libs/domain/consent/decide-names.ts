/**
 * Whose names a consent has and lacks at one instant: custody, age and maturity decide who must sign, and a half-signed
 * consent says whose name is missing (FB 6:11; OSL 12:3).
 */
import type { Subject } from '../disclosure/case.js';
import { whoMustSign, type SigningFacts } from '../disclosure/who-must-sign.js';
import type { ConsentRecord, ConsentSigner } from './consent.js';

export interface Names {
  /** Person ids that are needed now; none when nobody can give a valid consent. */
  readonly needed: readonly string[];
  readonly signed: readonly string[];
  readonly missing: readonly string[];
  /** Every needed name is there, and there is at least one. */
  readonly complete: boolean;
}

export function namesOf(signers: readonly ConsentSigner[], subject: Subject, facts: SigningFacts): Names {
  const needed = whoMustSign(subject, facts);
  const signed = needed.filter((person) =>
    signers.some((one) => one.person === person && one.signedAt !== null && one.signedAt <= facts.asOf),
  );
  const missing = needed.filter((person) => !signed.includes(person));
  return { needed, signed, missing, complete: needed.length > 0 && missing.length === 0 };
}

/** Why someone's name counts, or does not: the sentence on the page of whoever asks. */
export type Standing =
  | { readonly outcome: 'may-sign'; readonly signer: ConsentSigner }
  | { readonly outcome: 'refused'; readonly code: 'not-asked' | 'not-needed-now' };

export function standingOf(
  record: ConsentRecord,
  person: string,
  { subject, facts }: { readonly subject: Subject; readonly facts: SigningFacts },
): Standing {
  const signer = record.signers.find((one) => one.person === person);
  if (!signer) return { outcome: 'refused', code: 'not-asked' };
  if (!whoMustSign(subject, facts).includes(person)) return { outcome: 'refused', code: 'not-needed-now' };
  return { outcome: 'may-sign', signer };
}
