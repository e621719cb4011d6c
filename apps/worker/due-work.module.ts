import { Global, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { BullJobQueue } from '#jobs/bull-job-queue.js';
import { SETTINGS } from '#platform/config/settings.module.js';
import type { Settings } from '#platform/config/settings.js';
import { faultFacts } from '#platform/log/fault-facts.js';
import { Log } from '#platform/log/log.js';
import { DeadlineActs } from '#use-cases/deadline/deadline-acts.js';
import { JobQueue } from '#use-cases/outbox/job-queue.port.js';
import { DueWork } from '#use-cases/reconcile/due-work.js';

/** What every concept of the worker needs: the queue, and the places where it adds its due work and its acts. */
@Global()
@Module({
  providers: [
    DueWork,
    DeadlineActs,
    {
      provide: JobQueue,
      inject: [SETTINGS, Log],
      useFactory: (settings: Settings, log: Log) =>
        new BullJobQueue(settings, (fault) => log.warn('the queue is out of reach', faultFacts(fault))),
    },
  ],
  exports: [DueWork, DeadlineActs, JobQueue],
})
export class DueWorkModule implements OnApplicationShutdown {
  constructor(@Inject(JobQueue) private readonly queue: BullJobQueue) {}

  async onApplicationShutdown(): Promise<void> {
    await this.queue.close();
  }
}
