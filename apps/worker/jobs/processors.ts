import { Injectable } from '@nestjs/common';
import { DiscoveryService, Reflector } from '@nestjs/core';
import { JOB_NAMES, type JobName } from '#jobs/jobs.js';
import type { ServiceCaller, ServiceName } from '#use-cases/gate/caller.js';
import { PROCESSES, RUNS_AS, type JobProcessor } from './runs-as.js';

interface Known {
  readonly service: ServiceName;
  readonly processor: JobProcessor<JobName>;
}

/** Every job has exactly one processor that says as whom it runs; anything else fails the boot. */
@Injectable()
export class Processors {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly reflector: Reflector,
  ) {}

  /** Throws with every fault when a job has no processor, or a processor no service. */
  all(): ReadonlyMap<JobName, Known> {
    const known = new Map<JobName, Known>();
    const faults: string[] = [];
    for (const { instance, metatype } of this.discovery.getProviders()) {
      if (!instance || typeof metatype !== 'function') continue;
      const job = this.reflector.get<JobName | undefined>(PROCESSES, metatype);
      if (job === undefined) continue;
      const service = this.reflector.get<ServiceName | undefined>(RUNS_AS, metatype);
      if (service === undefined) faults.push(`${metatype.name} does not declare @RunsAs(…)`);
      else if (known.has(job)) faults.push(`${job} has two processors`);
      else known.set(job, { service, processor: instance as JobProcessor<JobName> });
    }
    faults.push(...JOB_NAMES.filter((name) => !known.has(name)).map((name) => `${name} has no processor`));
    if (faults.length > 0) throw new Error(`The worker cannot run its jobs: ${faults.join(', ')}`);
    return known;
  }
}

export const callerOf = (service: ServiceName, jobId: string): ServiceCaller => ({
  kind: 'service',
  name: service,
  requestId: `job ${jobId}`,
});
