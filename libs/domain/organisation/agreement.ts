/** A form of joint work runs only under an agreement in force that names every party in it [S0, S1]. */
import type { Instant } from '../kernel/instant.js';
import { type Period, isInForce } from './in-force.js';

export interface Agreement extends Period {
  readonly id: string;
  readonly forms: readonly string[];
  /** Houses, written `authority/branch`. */
  readonly parties: readonly string[];
  /** Who brings what, as it stands in the signed document. */
  readonly resources: readonly { readonly party: string; readonly brings: string }[];
  /** Signed by both sides; an unsigned draft binds nobody. */
  readonly signedAt: Instant | null;
}

export type AgreementDecision =
  | { readonly outcome: 'in-force'; readonly agreement: string }
  | {
      readonly outcome: 'refused';
      readonly code: 'no-agreement' | 'not-signed' | 'not-in-force' | 'party-not-named';
      readonly missing: readonly string[];
    };

/** Inside one house no agreement is needed: nothing leaves it (the internal hub, MASH step 1 [S0]). */
export const decideMayRun = (asked: {
  readonly agreements: readonly Agreement[];
  readonly form: string;
  readonly parties: readonly string[];
  readonly at: Instant;
}): AgreementDecision => {
  const forForm = asked.agreements.filter((agreement) => agreement.forms.includes(asked.form));
  if (forForm.length === 0) return { outcome: 'refused', code: 'no-agreement', missing: [] };
  const signed = forForm.filter(({ signedAt }) => signedAt !== null && signedAt <= asked.at);
  if (signed.length === 0) return { outcome: 'refused', code: 'not-signed', missing: [] };
  const inForce = signed.filter((agreement) => isInForce(agreement, asked.at));
  if (inForce.length === 0) return { outcome: 'refused', code: 'not-in-force', missing: [] };
  const lacking = inForce.map((agreement) => ({
    agreement,
    missing: asked.parties.filter((party) => !agreement.parties.includes(party)),
  }));
  const closest = lacking.reduce((best, one) => (one.missing.length < best.missing.length ? one : best));
  return closest.missing.length === 0
    ? { outcome: 'in-force', agreement: closest.agreement.id }
    : { outcome: 'refused', code: 'party-not-named', missing: closest.missing };
};
