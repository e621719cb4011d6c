/**
 * Wakes that fall close together are one job: the queue costs the same for one deadline and for a thousand, and which
 * ones are due is asked of the tables anyway.
 */
import type { Instant } from '#domain/kernel/instant.js';
import type { JobToHand } from '../outbox/job-queue.port.js';
import type { OutboxMessage } from '../outbox/outbox.port.js';

/** Half of the tenth of a second that an alarm may be late; the other half is left to carry it out. */
export const BUCKET = 50;

/** Rounded up, so that at its time everything in it is due. */
export const bucketOf = (at: Instant): Instant => Math.ceil(at / BUCKET) * BUCKET;

/** Wakes the bucket in which this instant lies; the same id for all that lie in it. */
export function wakeJob(at: Instant, now: Instant): JobToHand {
  const bucket = bucketOf(at);
  return {
    jobId: `wake-${bucket}`,
    name: 'wake-deadline',
    payload: { at: new Date(bucket).toISOString() },
    delay: Math.max(0, bucket - now),
  };
}

/** What is due already is never put to a bucket: its job may be at work and past the question what is due. */
export const wakeAtOnce = (mark: string, now: Instant): JobToHand => ({
  jobId: `wake-due-${mark}`,
  name: 'wake-deadline',
  payload: { at: new Date(now).toISOString() },
  delay: 0,
});

/** A message to the queue for each bucket. */
export const wakeMessages = (instants: readonly Instant[]): OutboxMessage[] =>
  [...new Set(instants.map(bucketOf))].map((bucket) => ({
    topic: 'job:wake-deadline',
    payload: { at: new Date(bucket).toISOString() },
  }));
