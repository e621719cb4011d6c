import { isErrand } from '#domain/family/family-link.js';
import { showConsent } from '#domain/family/shown-consent.js';
import { asConsents } from '../consent/as-consents.js';
import { ConsentStore } from '../consent/consent.port.js';
import type { CallerTransaction } from '../gate/as-caller.js';
import { FamilyFacts } from './family-facts.port.js';

/**
 * Whether a person is told of any consent that goes on or whose end is still told of: whoever is not has no errand behind the
 * door (OSL 12:3). An end that one may be told of takes nobody's way in: behind it stands who has read what (GDPR 15).
 */
export async function isToldOfAny(tx: CallerTransaction, personId: string): Promise<boolean> {
  const viewer = await tx.of(FamilyFacts).findKept(personId);
  return asConsents(tx, async (service) => {
    const consents = service.of(ConsentStore);
    for (const { record, offeredAt } of await consents.findOfSigner(viewer)) {
      if (offeredAt === null || !isErrand(record, tx.now.getTime())) continue;
      const situation = await consents.getSituation(record.person);
      if (showConsent(record, { viewer, ...situation, protection: new Map(), apartFrom: new Set() })) return true;
    }
    return false;
  });
}
