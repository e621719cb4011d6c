import { ConsentStore } from '../consent/consent.port.js';
import type { CallerTransaction } from '../gate/as-caller.js';
import { OutboxStore } from '../outbox/outbox.port.js';

/** Open pages of a case's consents look again at whether a guardian may be told, also where no consent has changed by it. */
export async function tellConsentPages(tx: CallerTransaction, caseId: string): Promise<void> {
  const consents = await tx.of(ConsentStore).findOfCase(caseId);
  await tx
    .of(OutboxStore)
    .put(consents.map(({ record: { id } }) => ({ topic: `live:consent:${id}`, payload: { consentId: id } })));
}
