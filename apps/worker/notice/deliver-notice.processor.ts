import { Injectable } from '@nestjs/common';
import type { JobPayloads } from '#jobs/jobs.js';
import type { ServiceCaller } from '#use-cases/gate/caller.js';
import { DeliverNotice } from '#use-cases/notice/deliver-notice.js';
import { Processes, RunsAs, type JobProcessor } from '../jobs/runs-as.js';

@Processes('deliver-notice')
@RunsAs('deadlines')
@Injectable()
export class DeliverNoticeProcessor implements JobProcessor<'deliver-notice'> {
  constructor(private readonly deliverNotice: DeliverNotice) {}

  process({ deliveryId }: JobPayloads['deliver-notice'], caller: ServiceCaller): Promise<string> {
    return this.deliverNotice.run(caller, deliveryId);
  }
}
