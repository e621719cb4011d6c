import { Injectable } from '@nestjs/common';
import { DAY, MINUTE } from '#domain/kernel/instant.js';
import { AsCaller } from '../gate/as-caller.js';
import type { ServiceCaller } from '../gate/caller.js';
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
      const jobs = news.map((one) => jobOf(one, tx.now.getTime())).filter(({ delay }) => delay <= FARTHEST);
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

function jobOf(news: OutboxNews, now: number): JobToHand {
  const name = news.topic.slice('job:'.length);
  const { at } = news.payload;
  const delay = typeof at === 'string' ? Math.max(0, Date.parse(at) - now) : 0;
  return { jobId: jobIdOf(name, news), name, payload: news.payload, delay };
}

/** A wake is one job however many told of it; everything else is the outbox row's own job. */
const jobIdOf = (name: string, news: OutboxNews): string =>
  name === 'wake-deadline'
    ? wakeJobId(String(news.payload['deadlineId']), Date.parse(String(news.payload['at'])))
    : `outbox-${news.id}`;

export const wakeJobId = (deadlineId: string, at: number): string => `wake-${deadlineId}-${at}`;
