import { Injectable } from '@nestjs/common';
import { CLAIM, nextTryAt } from '#domain/notice/delivery-tries.js';
import { AsCaller } from '../gate/as-caller.js';
import type { ServiceCaller } from '../gate/caller.js';
import { OutboxStore } from '../outbox/outbox.port.js';
import { Messenger } from './messenger.port.js';
import { DeliveryStore } from './notice.port.js';

/** Sends one message. A delivery is claimed before it is sent, so that a job that comes thrice sends once. */
@Injectable()
export class DeliverNotice {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly messenger: Messenger,
  ) {}

  async run(caller: ServiceCaller, deliveryId: string): Promise<'sent' | 'again' | 'given-up' | 'nothing'> {
    const claimed = await this.asCaller.run(caller, (tx) =>
      tx.of(DeliveryStore).claim(deliveryId, new Date(tx.now.getTime() + CLAIM)),
    );
    if (!claimed) return 'nothing';
    const got = claimed.address !== null && this.messenger.has(claimed.channel) && (await this.send(claimed));
    return this.asCaller.run(caller, async (tx) => {
      const store = tx.of(DeliveryStore);
      if (got) {
        await store.sent(deliveryId);
        return 'sent';
      }
      const hopeless = claimed.address === null || !this.messenger.has(claimed.channel);
      const again = hopeless ? null : nextTryAt(claimed.tries + 1, tx.now.getTime());
      const at = again === null ? null : new Date(again);
      await store.failedTry(deliveryId, at);
      if (at === null) return 'given-up';
      await tx.of(OutboxStore).put([{ topic: 'job:deliver-notice', payload: { deliveryId, at: at.toISOString() } }]);
      return 'again';
    });
  }

  private async send(delivery: { id: string; channel: 'mail' | 'sms'; address: string | null }): Promise<boolean> {
    try {
      await this.messenger.send({ channel: delivery.channel, to: delivery.address ?? '', key: delivery.id });
      return true;
    } catch {
      return false;
    }
  }
}
