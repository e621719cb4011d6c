/** A job on its way to the queue: ids only. */
export interface JobToHand {
  /** The same id is the same job: handing it over again changes nothing while it waits. */
  readonly jobId: string;
  readonly name: string;
  readonly payload: Readonly<Record<string, string | number | boolean | null>>;
  /** Milliseconds of real time until it is to run. */
  readonly delay: number;
}

/** The queue that wakes use cases. It may be wiped at any moment: what is due is found again in the tables. */
export abstract class JobQueue {
  /** The names of jobs that this program knows. */
  abstract readonly names: readonly string[];
  abstract hand(jobs: readonly JobToHand[]): Promise<void>;
}
