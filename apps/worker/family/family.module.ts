import { Module } from '@nestjs/common';
import { CryptoModule } from '#platform/crypto/crypto.module.js';
import { EIdModule } from '#platform/e-id/e-id.module.js';
import { MessageModule } from '#platform/message/message.module.js';
import { CollectForgottenOrders } from '#use-cases/family/collect-forgotten-orders.js';
import { DeliverFamilyLink, ReconcileFamilyLinks } from '#use-cases/family/deliver-family-link.js';
import { FinishEIdOrder } from '#use-cases/family/finish-e-id-order.js';
import { FollowEIdOrder } from '#use-cases/family/follow-e-id-order.js';
import { GateModule } from '#use-cases/gate/gate.module.js';
import { DueWork } from '#use-cases/reconcile/due-work.js';
import { DeliverFamilyLinkProcessor } from './deliver-family-link.processor.js';

/** Links leave by text message, and an order that nobody follows any more is followed to its end. */
@Module({
  imports: [CryptoModule, GateModule, EIdModule, MessageModule],
  providers: [
    DeliverFamilyLink,
    ReconcileFamilyLinks,
    DeliverFamilyLinkProcessor,
    FinishEIdOrder,
    FollowEIdOrder,
    CollectForgottenOrders,
  ],
})
export class FamilyModule {
  constructor(dueWork: DueWork, links: ReconcileFamilyLinks, orders: CollectForgottenOrders) {
    dueWork.add(links);
    dueWork.add(orders);
  }
}
