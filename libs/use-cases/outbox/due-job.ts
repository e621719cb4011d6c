import type { JobToHand } from './job-queue.port.js';

/** Something to do at an instant, as the tables tell it. */
export interface DueThing {
  readonly id: string;
  readonly at: Date;
}

/**
 * Its job. Once the time has come it is another job than the one that was waiting for it: the queue waits by real time, and when the
 * deciding clock was moved on in between, what is due must not wait for the rest of it. Whatever it does is claimed first, so two
 * jobs do no more than one.
 *
 * @param now the deciding clock, in milliseconds
 */
export function dueJob(
  job: { readonly prefix: string; readonly name: string; readonly payload: JobToHand['payload'] },
  { id, at }: DueThing,
  now: number,
): JobToHand {
  const delay = Math.max(0, at.getTime() - now);
  return {
    jobId: `${job.prefix}-${id}-${at.getTime()}${delay === 0 ? '-due' : ''}`,
    name: job.name,
    payload: job.payload,
    delay,
  };
}
