import { Module } from '@nestjs/common';
import { WebhookSender } from '#use-cases/webhook/webhook-sender.port.js';
import { SETTINGS } from '../config/settings.module.js';
import type { Settings } from '../config/settings.js';
import { HttpsWebhookSender } from './https-webhook-sender.js';

const LONGEST_MS = 15_000;

@Module({
  providers: [
    {
      provide: WebhookSender,
      inject: [SETTINGS],
      useFactory: ({ publicUrl, webhookNetworks }: Settings) =>
        new HttpsWebhookSender({ publicUrl, networks: webhookNetworks, milliseconds: LONGEST_MS }),
    },
  ],
  exports: [WebhookSender],
})
export class WebhookSendingModule {}
