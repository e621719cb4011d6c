import { Injectable } from '@nestjs/common';
import { SECOND } from '#domain/kernel/instant.js';
import { AsCaller } from '../gate/as-caller.js';
import type { ServiceCaller } from '../gate/caller.js';
import type { DueWorkKind } from '../reconcile/due-work.js';
import { EIdOrderStore } from './e-id-order.port.js';
import { FollowEIdOrder } from './follow-e-id-order.js';

/** How long nobody must have asked before the platform does. */
const QUIET = 10 * SECOND;
const BATCH = 50;

/**
 * Somebody signs and closes the page before it has asked: the platform asks in its stead, so that a name that was given
 * stands, and an order that nobody follows ends. Whoever has said who they are is let in by their own browser alone: the
 * answer waits for it.
 */
@Injectable()
export class CollectForgottenOrders implements DueWorkKind {
  readonly name = 'e-id-orders';
  readonly service = 'family';

  constructor(
    private readonly asCaller: AsCaller,
    private readonly follow: FollowEIdOrder,
  ) {}

  async reconcile(caller: ServiceCaller): Promise<number> {
    const forgotten = await this.asCaller.run(caller, (tx) => tx.of(EIdOrderStore).findForgotten(QUIET, BATCH));
    const { requestId } = caller;
    const nobody = { origin: '', requestId, returnNonce: null, answer: null, isBrowser: false } as const;
    const faults: unknown[] = [];
    // One that cannot be carried out now keeps none of the others waiting.
    for (const { id, sessionId } of forgotten)
      await this.follow.run(id, { sessionId, ...nobody }).catch((fault: unknown) => faults.push(fault));
    if (faults.length > 0) throw faults[0];
    return forgotten.length;
  }

  isOverdue(caller: ServiceCaller): Promise<boolean> {
    return this.asCaller.run(caller, async (tx) => (await tx.of(EIdOrderStore).findForgotten(QUIET, 1)).length > 0);
  }
}
