import { Module } from '@nestjs/common';
import { WebhookSendingModule } from '#platform/webhook/webhook.module.js';
import { KeepWebhook } from '#use-cases/webhook/keep-webhook.js';
import { WebhookResolver } from './webhook.resolver.js';

@Module({ imports: [WebhookSendingModule], providers: [KeepWebhook, WebhookResolver] })
export class WebhookModule {}
