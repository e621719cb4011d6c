import { Module } from '@nestjs/common';
import { CryptoModule } from '#platform/crypto/crypto.module.js';
import { FormsModule } from '#platform/forms/forms.module.js';
import { WebhookSendingModule } from '#platform/webhook/webhook.module.js';
import { CallWebhook, ReconcileWebhooks } from '#use-cases/webhook/call-webhook.js';
import { DueWork } from '#use-cases/reconcile/due-work.js';
import { CallWebhookProcessor } from './call-webhook.processor.js';

/** Houses' own systems are told that something has happened. */
@Module({
  imports: [CryptoModule, FormsModule, WebhookSendingModule],
  providers: [CallWebhook, ReconcileWebhooks, CallWebhookProcessor],
})
export class WebhookModule {
  constructor(dueWork: DueWork, calls: ReconcileWebhooks) {
    dueWork.add(calls);
  }
}
