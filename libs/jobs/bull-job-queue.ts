import { JobQueue, type JobToHand } from '#use-cases/outbox/job-queue.port.js';
import { isJobName, JOB_NAMES, JOBS, type QueueName } from './jobs.js';
import { makeQueue, type QueueHandle, type QueueServer } from './queue-server.js';

/** Hands jobs to BullMQ, each under the id that it comes with. */
export class BullJobQueue extends JobQueue {
  readonly names = JOB_NAMES;
  private readonly queues = new Map<QueueName, QueueHandle>();

  constructor(
    private readonly server: QueueServer,
    private readonly onError: (fault: Error) => void,
  ) {
    super();
  }

  /** One by one on one connection, so that they wait in the order given; BullMQ's bulk way needs rights that the program lacks. */
  async hand(jobs: readonly JobToHand[]): Promise<void> {
    await Promise.all(
      jobs.map(({ name, payload, jobId, delay }) => {
        if (!isJobName(name)) throw new Error(`there is no job called ${name}`);
        const { queue, tries } = JOBS[name];
        return this.queueOf(queue).add(name, payload, { jobId, delay, attempts: tries });
      }),
    );
  }

  async close(): Promise<void> {
    await Promise.all([...this.queues.values()].map((queue) => queue.close()));
  }

  private queueOf(name: QueueName): QueueHandle {
    const known = this.queues.get(name);
    if (known) return known;
    const queue = makeQueue(this.server, name);
    queue.on('error', this.onError);
    this.queues.set(name, queue);
    return queue;
  }
}
