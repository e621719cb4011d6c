/** The agreements that a consent's form runs under, and what time has done to them ([S0], [S1]: agreements are yearly). */
import { lapseFor, type Lapse } from '#domain/organisation/agreement-lapse.js';
import type { CallerTransaction } from '../gate/as-caller.js';
import { asConsents } from './as-consents.js';
import { ConsentStore, type ConsentFacts } from './consent.port.js';

/** For the houses that the consent names. */
export async function lapseOf(tx: CallerTransaction, consent: ConsentFacts): Promise<Lapse> {
  const { municipalityId, form, record } = consent;
  const agreements = await asConsents(tx, (service) =>
    service.of(ConsentStore).findAgreementTerms(municipalityId, form),
  );
  return lapseFor(agreements, [...new Set([...record.offered.from, ...record.offered.to])], tx.now.getTime());
}

/** The sooner of the two; null when neither is known. */
export const soonest = (one: number | null, other: number | null): Date | null => {
  const known = [one, other].flatMap((instant) => instant ?? []);
  return known.length === 0 ? null : new Date(Math.min(...known));
};
