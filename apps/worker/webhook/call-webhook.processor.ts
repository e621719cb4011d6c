import { Injectable } from '@nestjs/common';
import type { JobPayloads } from '#jobs/jobs.js';
import type { ServiceCaller } from '#use-cases/gate/caller.js';
import { CallWebhook } from '#use-cases/webhook/call-webhook.js';
import { Processes, RunsAs, type JobProcessor } from '../jobs/runs-as.js';

@Processes('call-webhook')
@RunsAs('webhooks')
@Injectable()
export class CallWebhookProcessor implements JobProcessor<'call-webhook'> {
  constructor(private readonly calling: CallWebhook) {}

  process({ callId }: JobPayloads['call-webhook'], caller: ServiceCaller): Promise<string> {
    return this.calling.run(caller, callId);
  }
}
