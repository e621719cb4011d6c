import { Injectable } from '@nestjs/common';
import type { JobPayloads } from '#jobs/jobs.js';
import { CarryOutWake } from '#use-cases/deadline/carry-out-wake.js';
import type { ServiceCaller } from '#use-cases/gate/caller.js';
import { Processes, RunsAs, type JobProcessor } from '../jobs/runs-as.js';

@Processes('wake-deadline')
@RunsAs('deadlines')
@Injectable()
export class WakeDeadlineProcessor implements JobProcessor<'wake-deadline'> {
  constructor(private readonly carryOutWake: CarryOutWake) {}

  process({ deadlineId }: JobPayloads['wake-deadline'], caller: ServiceCaller): Promise<number> {
    return this.carryOutWake.run(caller, deadlineId);
  }
}
