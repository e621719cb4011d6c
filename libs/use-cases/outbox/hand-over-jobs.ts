import { Injectable } from '@nestjs/common';
import { DAY, MINUTE } from '#domain/kernel/instant.js';
import { AsCaller } from '../gate/as-caller.js';
import type { ServiceCaller } from '../gate/caller.js';
import { wakeAtOnce, wakeJob } from '../deadline/wake-bucket.js';
import { JobQueue, type JobToHand } from './job-queue.port.js';
import { OutboxReader } from './outbox-reader.port.js';
import type { OutboxNews } from './outbox-signal.port.js';

const BATCH = 200;
/** What is due later than this is left to the tables; reconciling hands it over in time. */
const FARTHEST = DAY;
const KEPT = 10 * MINUTE;

/**
 * Moves committed jobs from the outbox to the queue, in order. A crash between the two hands a job over again under the
 * same id, so that none is lost and none is done twice.
 */
@Injectable()
export class HandOverJobs {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly queue: JobQueue,
  ) {}

  /** Answers how many were taken; fewer than a batch means that nothing is left. */
  async run(caller: ServiceCaller): Promise<{ readonly taken: number; readonly more: boolean }> {
    const taken = await this.asCaller.run(caller, async (tx) => {
      const reader = tx.of(OutboxReader);
      const topics = this.queue.names.map((name) => `job:${name}`);
      const news = await reader.takeWaitingJobs(topics, BATCH);
      const jobs = jobsOf(news, tx.now.getTime()).filter(({ delay }) => delay <= FARTHEST);
      await this.queue.hand(jobs);
      await reader.markHanded(news.map(({ id }) => id));
      return news.length;
    });
    return { taken, more: taken === BATCH };
  }

  /** Removes what has done its work. */
  sweep(caller: ServiceCaller): Promise<number> {
    return this.asCaller.run(caller, (tx) => tx.of(OutboxReader).sweep(new Date(tx.now.getTime() - KEPT)));
  }
}

/** A wake is its bucket's job however many told of it, and all that is due one job; everything else is the row's own. */
function jobsOf(news: readonly OutboxNews[], now: number): JobToHand[] {
  const mark = news.at(-1)?.id ?? '';
  const jobs = news.map((one): JobToHand => {
    const name = one.topic.slice('job:'.length);
    const at = typeof one.payload['at'] === 'string' ? Date.parse(one.payload['at']) : now;
    if (name === 'wake-deadline') return at > now ? wakeJob(at, now) : wakeAtOnce(mark, now);
    return { jobId: `outbox-${one.id}`, name, payload: one.payload, delay: Math.max(0, at - now) };
  });
  return [...new Map(jobs.map((job) => [job.jobId, job])).values()];
}
