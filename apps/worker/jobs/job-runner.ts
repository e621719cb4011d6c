import { Inject, Injectable } from '@nestjs/common';
import type { Job } from 'bullmq';
import { AT_ONCE, isJobName, JOBS, QUEUES } from '#jobs/jobs.js';
import { makeWorker, type WorkerHandle } from '#jobs/queue-server.js';
import { SETTINGS } from '#platform/config/settings.module.js';
import type { Settings } from '#platform/config/settings.js';
import { faultFacts } from '#platform/log/fault-facts.js';
import { Log } from '#platform/log/log.js';
import { callerOf, Processors } from './processors.js';

/** One BullMQ worker for each queue; it hands every job to its processor and knows nothing of what it does. */
@Injectable()
export class JobRunner {
  private workers: WorkerHandle[] = [];

  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly processors: Processors,
    private readonly log: Log,
  ) {}

  async start(): Promise<void> {
    const known = this.processors.all();
    const run = async (job: Job): Promise<void> => {
      const found = isJobName(job.name) ? known.get(job.name) : undefined;
      if (!found) throw new Error(`nobody processes ${job.name}`);
      await found.processor.process(job.data as never, callerOf(found.service, job.id ?? job.name));
    };
    this.workers = QUEUES.map((queue) => makeWorker(this.settings, queue, AT_ONCE[queue], run));
    for (const worker of this.workers) {
      worker.on('error', (error) => this.log.warn('the queue is out of reach', faultFacts(error)));
      worker.on('failed', (job, error) =>
        this.log.warn('a job failed', {
          job: job?.name,
          id: job?.id,
          tries: job?.attemptsMade,
          of: job && isJobName(job.name) ? JOBS[job.name].tries : undefined,
          ...faultFacts(error),
        }),
      );
    }
    await Promise.all(this.workers.map((worker) => worker.waitUntilReady()));
    for (const worker of this.workers) void worker.run().catch(() => undefined);
  }

  /** Lets the jobs in hand end. */
  async stop(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.close()));
  }
}
