/**
 * Whether a family's consent reaches exactly this: this person, this giver and receiver, this kind of information for
 * this purpose, now, with every name that is needed now (OSL 10:1, 12:2).
 */
import type { Consent, DisclosureCase, Subject } from './case.js';
import { writtenHouse } from './parties.js';
import { whoMustSign } from './who-must-sign.js';

export function consentCovers(consent: Consent, facts: DisclosureCase, subject: Subject): boolean {
  const { asOf } = facts;
  return (
    consent.person === subject.id &&
    consent.validFrom <= asOf &&
    asOf < consent.validUntil &&
    (consent.withdrawnAt === null || consent.withdrawnAt > asOf) &&
    consent.purposes.includes(facts.purpose) &&
    consent.categories.includes(facts.category) &&
    consent.from.includes(writtenHouse(facts.from)) &&
    consent.to.includes(writtenHouse(facts.to)) &&
    isFullySigned(consent, facts, subject)
  );
}

/** An empty list of signers is nobody able to consent, never a consent that needs no name. */
function isFullySigned(consent: Consent, facts: DisclosureCase, subject: Subject): boolean {
  const signers = whoMustSign(subject, facts);
  return (
    signers.length > 0 &&
    signers.every((signer) => consent.signatures.some((name) => name.signer === signer && name.at <= facts.asOf))
  );
}
