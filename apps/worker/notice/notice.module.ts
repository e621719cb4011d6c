import { Module } from '@nestjs/common';
import { MessageModule } from '#platform/message/message.module.js';
import { DeliverNotice } from '#use-cases/notice/deliver-notice.js';
import { ReconcileDeliveries } from '#use-cases/notice/reconcile-deliveries.js';
import { DueWork } from '#use-cases/reconcile/due-work.js';
import { DeliverNoticeProcessor } from './deliver-notice.processor.js';

@Module({ imports: [MessageModule], providers: [DeliverNotice, ReconcileDeliveries, DeliverNoticeProcessor] })
export class NoticeModule {
  constructor(dueWork: DueWork, deliveries: ReconcileDeliveries) {
    dueWork.add(deliveries);
  }
}
