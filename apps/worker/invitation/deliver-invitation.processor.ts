import { Injectable } from '@nestjs/common';
import type { JobPayloads } from '#jobs/jobs.js';
import type { ServiceCaller } from '#use-cases/gate/caller.js';
import { DeliverInvitation } from '#use-cases/invitation/deliver-invitation.js';
import { Processes, RunsAs, type JobProcessor } from '../jobs/runs-as.js';

@Processes('deliver-invitation')
@RunsAs('deadlines')
@Injectable()
export class DeliverInvitationProcessor implements JobProcessor<'deliver-invitation'> {
  constructor(private readonly deliver: DeliverInvitation) {}

  process({ mailId }: JobPayloads['deliver-invitation'], caller: ServiceCaller): Promise<string> {
    return this.deliver.run(caller, mailId);
  }
}
