import { Injectable } from '@nestjs/common';
import { MINUTE } from '#domain/kernel/instant.js';
import { AsCaller } from '../gate/as-caller.js';
import type { ServiceCaller } from '../gate/caller.js';
import { dueJob } from '../outbox/due-job.js';
import { JobQueue } from '../outbox/job-queue.port.js';
import { DeliveryStore } from './notice.port.js';

const AHEAD = 3 * MINUTE;
const BATCH = 500;

/** Hands every message that waits to the queue again; one that is there already stays the same job. */
@Injectable()
export class ReconcileDeliveries {
  readonly name = 'deliveries';
  readonly service = 'deadlines';

  constructor(
    private readonly asCaller: AsCaller,
    private readonly queue: JobQueue,
  ) {}

  async reconcile(caller: ServiceCaller): Promise<number> {
    const { now, waiting } = await this.asCaller.run(caller, async (tx) => {
      const instant = tx.now.getTime();
      return { now: instant, waiting: await tx.of(DeliveryStore).findWaiting(new Date(instant + AHEAD), BATCH) };
    });
    await this.queue.hand(
      waiting.map((one) =>
        dueJob({ prefix: 'delivery', name: 'deliver-notice', payload: { deliveryId: one.id } }, one, now),
      ),
    );
    return waiting.filter(({ at }) => at.getTime() <= now).length;
  }
}
