import { Injectable } from '@nestjs/common';
import { AsCaller } from '../gate/as-caller.js';
import type { FamilyCaller } from '../gate/caller.js';
import { WithoutPhone } from '../gate/without-phone.js';
import { LedgerStore } from '../ledger/ledger.port.js';
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
      await tx.of(OutboxStore).put([{ topic: personTopic(caller.personId), payload: { personId: caller.personId } }]);
    });
  }
}
