import { SetMetadata, applyDecorators } from '@nestjs/common';
import type { ServiceCaller, ServiceName } from '#use-cases/gate/caller.js';
import type { JobName, JobPayloads } from '#jobs/jobs.js';

export const PROCESSES = 'samnav:processes';
export const RUNS_AS = 'samnav:runs-as';

/** Which job a processor takes. */
export const Processes = (job: JobName) => applyDecorators(SetMetadata(PROCESSES, job));

/** Which service its use cases run as; a processor that does not say it fails the boot, as a handler of the api would. */
export const RunsAs = (service: ServiceName) => SetMetadata(RUNS_AS, service);

/** Takes a job apart and wakes one use case; the identity it comes with is the declared one. */
export interface JobProcessor<Name extends JobName> {
  process(payload: JobPayloads[Name], caller: ServiceCaller): Promise<unknown>;
}
