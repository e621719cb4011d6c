import { Module } from '@nestjs/common';
import { SETTINGS } from '#platform/config/settings.module.js';
import type { Settings } from '#platform/config/settings.js';
import { CryptoModule } from '#platform/crypto/crypto.module.js';
import { EIdModule } from '#platform/e-id/e-id.module.js';
import { MessageModule } from '#platform/message/message.module.js';
import { CollectForgottenOrders } from '#use-cases/family/collect-forgotten-orders.js';
import { DeliverFamilyLink, ReconcileFamilyLinks } from '#use-cases/family/deliver-family-link.js';
import { FinishEIdOrder } from '#use-cases/family/finish-e-id-order.js';
import { FollowEIdOrder } from '#use-cases/family/follow-e-id-order.js';
import { RemoveOldWaysIn } from '#use-cases/family/remove-old-ways-in.js';
import { AsCaller } from '#use-cases/gate/as-caller.js';
import { GateModule } from '#use-cases/gate/gate.module.js';
import { DueWork } from '#use-cases/reconcile/due-work.js';
import { DeliverFamilyLinkProcessor } from './deliver-family-link.processor.js';

/**
 * Links leave by text message, an order that nobody follows any more is followed to its end, and what is long over is
 * removed.
 */
@Module({
  imports: [CryptoModule, GateModule, EIdModule, MessageModule],
  providers: [
    DeliverFamilyLink,
    ReconcileFamilyLinks,
    DeliverFamilyLinkProcessor,
    FinishEIdOrder,
    FollowEIdOrder,
    CollectForgottenOrders,
    {
      provide: RemoveOldWaysIn,
      inject: [AsCaller, SETTINGS],
      useFactory: (asCaller: AsCaller, { familyAccessDays }: Settings) =>
        new RemoveOldWaysIn(asCaller, familyAccessDays),
    },
  ],
})
export class FamilyModule {
  constructor(dueWork: DueWork, links: ReconcileFamilyLinks, orders: CollectForgottenOrders, old: RemoveOldWaysIn) {
    for (const kind of [links, orders, old]) dueWork.add(kind);
  }
}
