/** A name as it comes in life: written, and with what it stands on beside it, in one transaction. */
import { asConsents } from '#use-cases/consent/as-consents.js';
import { ConsentStore } from '#use-cases/consent/consent.port.js';
import { signConsent, type NameGiven, type NameWritten } from '#use-cases/consent/sign-consent.js';
import type { CallerTransaction } from '#use-cases/gate/as-caller.js';
import type { Caller } from '#use-cases/gate/caller.js';
import type { World } from './world.js';

export const signName = (world: World, caller: Caller, name: NameWritten): Promise<NameGiven> =>
  world.asCaller.run(caller, async (tx) => {
    const given = await signConsent(tx, name);
    await keepEvidence(world, tx, name);
    return given;
  });

/** What the name stands on, sealed with the key of the person whom the consent is about. */
export async function keepEvidence(
  world: World,
  tx: CallerTransaction,
  { consentId, personId, method }: Pick<NameWritten, 'consentId' | 'personId' | 'method'>,
): Promise<void> {
  const consent = await tx.of(ConsentStore).find(consentId);
  if (!consent) throw new Error(`consent ${consentId} is not there`);
  const keyPersonId = consent.record.person;
  const id = tx.newId();
  const bytes = Buffer.from(JSON.stringify({ method, at: tx.now.toISOString() }));
  const sealed = await asConsents(tx, (service) =>
    world.seal.evidence(service, { personId: keyPersonId, row: id }, bytes),
  );
  await tx.of(ConsentStore).addEvidence({
    id,
    consentId,
    signerId: personId,
    kind: method,
    mediaType: 'application/json',
    keyPersonId,
    ...sealed,
  });
}
