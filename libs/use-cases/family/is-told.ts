import { hasEnded } from '#domain/consent/consent-states.js';
import { showConsent } from '#domain/family/shown-consent.js';
import { asConsents } from '../consent/as-consents.js';
import { ConsentStore } from '../consent/consent.port.js';
import type { CallerTransaction } from '../gate/as-caller.js';
import { FamilyFacts } from './family-facts.port.js';

/** Whether a person is told of any consent that goes on: whoever is not has no errand behind the door (OSL 12:3). */
export async function isToldOfAny(tx: CallerTransaction, personId: string): Promise<boolean> {
  const viewer = await tx.of(FamilyFacts).findKept(personId);
  return asConsents(tx, async (service) => {
    const consents = service.of(ConsentStore);
    for (const { record } of await consents.findOfSigner(viewer)) {
      if (hasEnded(record.state)) continue;
      const situation = await consents.getSituation(record.person);
      if (showConsent(record, { viewer, ...situation, protection: new Map() })) return true;
    }
    return false;
  });
}
