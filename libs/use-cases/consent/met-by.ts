import type { ConsentRecord } from '#domain/consent/consent.js';
import { asMetBy, type KeptFrom } from '#domain/consent/meet-apart.js';
import { FamilyFacts } from '../family/family-facts.port.js';
import type { CallerTransaction } from '../gate/as-caller.js';
import { asConsents } from './as-consents.js';
import { ConsentStore } from './consent.port.js';

/** From whom one of these people is to be kept where they sign beside each other about this person (OSL 12:3, 21:3). */
export function keptFrom(
  tx: CallerTransaction,
  of: { readonly viewer: string; readonly about: string; readonly people: readonly string[] },
): Promise<KeptFrom> {
  return asConsents(tx, async (service) => ({
    protection: await service.of(FamilyFacts).findProtection([...of.people, of.about]),
    apartFrom: new Set(await service.of(ConsentStore).findApartFrom(of.about, of.viewer)),
  }));
}

/** The whole record as one of its signers meets it. */
export async function metBy(tx: CallerTransaction, record: ConsentRecord, viewer: string): Promise<ConsentRecord> {
  const people = record.signers.map(({ person }) => person);
  return asMetBy(record, viewer, await keptFrom(tx, { viewer, about: record.person, people }));
}
