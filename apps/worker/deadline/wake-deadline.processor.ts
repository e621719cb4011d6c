import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { JobPayloads } from '#jobs/jobs.js';
import { CarryOutWake } from '#use-cases/deadline/carry-out-wake.js';
import type { ServiceCaller } from '#use-cases/gate/caller.js';
import { Processes, RunsAs, type JobProcessor } from '../jobs/runs-as.js';

/** The queue's clock may be ahead of the database's by a little; by more, time was moved and reconciling sees to it. */
const MOST_EARLY = 1_000;

@Processes('wake-deadline')
@RunsAs('deadlines')
@Injectable()
export class WakeDeadlineProcessor implements JobProcessor<'wake-deadline'> {
  constructor(private readonly carryOutWake: CarryOutWake) {}

  async process({ at }: JobPayloads['wake-deadline'], caller: ServiceCaller): Promise<number> {
    const first = await this.carryOutWake.runDue(caller);
    const early = Date.parse(at) - first.asOf.getTime();
    if (!(early > 0 && early <= MOST_EARLY)) return first.effects;
    await sleep(early);
    return first.effects + (await this.carryOutWake.runDue(caller)).effects;
  }
}
