import { Injectable } from '@nestjs/common';
import { hasEnded } from '#domain/consent/consent-states.js';
import { AsCaller, type CallerTransaction } from '../gate/as-caller.js';
import type { FamilyCaller } from '../gate/caller.js';
import { WithoutPhone } from '../gate/without-phone.js';
import { asConsents } from '../consent/as-consents.js';
import { ConsentStore } from '../consent/consent.port.js';
import { LedgerStore } from '../ledger/ledger.port.js';
import { notifyAll, type ToNotify } from '../notice/notify.js';
import { OutboxStore } from '../outbox/outbox.port.js';
import { personTopic } from '../person/person-topic.js';
import { OwnPhone } from './own-phone.port.js';

/**
 * A family member has their telephone number taken away: from every message that was sent them, from the search and from their
 * record. What they do on their page goes on; no message is sent them from then on, and the next way in is a letter (GDPR 17).
 */
@Injectable()
export class ForgetPhone {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly without: WithoutPhone,
  ) {}

  isKept(caller: FamilyCaller): Promise<boolean> {
    return this.asCaller.run(caller, (tx) => tx.of(OwnPhone).isKept());
  }

  async run(caller: FamilyCaller): Promise<void> {
    await this.asCaller.run(caller, async (tx) => {
      const records = await this.without.reseal(tx);
      const messages = await tx.of(OwnPhone).forget();
      await tx.of(LedgerStore).record([
        {
          action: 'change',
          outcome: 'done',
          personId: caller.personId,
          ground: 'own-wish',
          detail: { deed: 'telephone-forgotten', records, messages },
        },
      ]);
      if (records + messages > 0) await tellAskers(tx, caller);
      await tx.of(OutboxStore).put([{ topic: personTopic(caller.personId), payload: { personId: caller.personId } }]);
    });
  }
}

/** Who works with what they were asked for hears that no message reaches them now, and neither of whom nor why. */
async function tellAskers(tx: CallerTransaction, { personId }: FamilyCaller): Promise<void> {
  const deed = tx.newId();
  const told: ToNotify[] = [];
  await asConsents(tx, async (service) => {
    const store = service.of(ConsentStore);
    const asked = (await store.findOfSigner(personId)).filter(
      ({ record, offeredAt }) => offeredAt !== null && !hasEnded(record.state),
    );
    for (const caseId of new Set(asked.map((one) => one.caseId)))
      told.push({
        staffIds: await store.findAskers(caseId),
        kind: 'family-unreached',
        effectKey: `family-unreached:${deed}:${caseId}`,
        caseId,
      });
  });
  await notifyAll(tx, told);
}
