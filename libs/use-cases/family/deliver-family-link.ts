import { Injectable } from '@nestjs/common';
import { CLAIM, nextTryAt } from '#domain/notice/delivery-tries.js';
import { MINUTE } from '#domain/kernel/instant.js';
import { AsCaller } from '../gate/as-caller.js';
import type { ServiceCaller } from '../gate/caller.js';
import { Messenger } from '../notice/messenger.port.js';
import { dueJob } from '../outbox/due-job.js';
import { JobQueue } from '../outbox/job-queue.port.js';
import { OutboxStore } from '../outbox/outbox.port.js';
import type { DueWorkKind } from '../reconcile/due-work.js';
import { SessionTokens } from '../sign-in/session-token.port.js';
import { FamilyLinkStore, type ClaimedLink } from './family-access.port.js';

const AHEAD = 3 * MINUTE;
const BATCH = 500;

/** Sends one link by text message. It is claimed before it is sent, and what it said is wiped when it has gone. */
@Injectable()
export class DeliverFamilyLink {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly messenger: Messenger,
    private readonly tokens: SessionTokens,
  ) {}

  async run(caller: ServiceCaller, linkId: string): Promise<'sent' | 'again' | 'given-up' | 'nothing'> {
    const claimed = await this.asCaller.run(caller, (tx) =>
      tx.of(FamilyLinkStore).claim(linkId, new Date(tx.now.getTime() + CLAIM)),
    );
    if (!claimed) return 'nothing';
    const got = await this.send(claimed);
    return this.asCaller.run(caller, async (tx) => {
      const links = tx.of(FamilyLinkStore);
      if (got === 'sent') {
        await links.sent(linkId);
        return 'sent';
      }
      const again = got === 'hopeless' ? null : nextTryAt(claimed.tries + 1, tx.now.getTime());
      await links.failedTry(linkId, again === null ? null : new Date(again));
      if (again === null) return 'given-up';
      const at = new Date(again).toISOString();
      await tx.of(OutboxStore).put([{ topic: 'job:deliver-family-link', payload: { linkId, at } }]);
      return 'again';
    });
  }

  private async send({ id, reach, secret, language }: ClaimedLink): Promise<'sent' | 'failed' | 'hopeless'> {
    const to = reach && this.tokens.unseal(reach);
    const token = secret && this.tokens.unseal(secret);
    if (!to || !token || !this.messenger.has('sms')) return 'hopeless';
    try {
      await this.messenger.sendFamilyLink({ to, token, key: id, language });
      return 'sent';
    } catch {
      return 'failed';
    }
  }
}

/** Hands every link that waits to be sent to the queue again; one that is there already stays the same job. */
@Injectable()
export class ReconcileFamilyLinks implements DueWorkKind {
  readonly name = 'family-links';
  readonly service = 'family';

  constructor(
    private readonly asCaller: AsCaller,
    private readonly queue: JobQueue,
  ) {}

  async reconcile(caller: ServiceCaller): Promise<number> {
    const { now, waiting } = await this.asCaller.run(caller, async (tx) => {
      const instant = tx.now.getTime();
      return { now: instant, waiting: await tx.of(FamilyLinkStore).findWaiting(new Date(instant + AHEAD), BATCH) };
    });
    await this.queue.hand(
      waiting.map((one) =>
        dueJob({ prefix: 'family-link', name: 'deliver-family-link', payload: { linkId: one.id } }, one, now),
      ),
    );
    return waiting.filter(({ at }) => at.getTime() <= now).length;
  }
}
