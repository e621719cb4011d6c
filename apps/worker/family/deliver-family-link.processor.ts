import { Injectable } from '@nestjs/common';
import type { JobPayloads } from '#jobs/jobs.js';
import { DeliverFamilyLink } from '#use-cases/family/deliver-family-link.js';
import type { ServiceCaller } from '#use-cases/gate/caller.js';
import { Processes, RunsAs, type JobProcessor } from '../jobs/runs-as.js';

@Processes('deliver-family-link')
@RunsAs('family')
@Injectable()
export class DeliverFamilyLinkProcessor implements JobProcessor<'deliver-family-link'> {
  constructor(private readonly deliver: DeliverFamilyLink) {}

  process({ linkId }: JobPayloads['deliver-family-link'], caller: ServiceCaller): Promise<string> {
    return this.deliver.run(caller, linkId);
  }
}
