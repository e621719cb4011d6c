/** The names of all jobs, the queue each waits in, and what they carry: ids, since a job decides anew when it runs. */

/** BullMQ's tables hold queues of these names; deadlines wait apart so that no mail server's slowness delays an alarm. */
export const QUEUES = ['deadlines', 'deliveries', 'calendars', 'webhooks', 'upkeep'] as const;
export type QueueName = (typeof QUEUES)[number];

export interface JobPayloads {
  /** Wakes every deadline that is due; `at` is for when it was asked, as an ISO instant of the database's clock. */
  readonly 'wake-deadline': { readonly at: string };
  readonly 'deliver-notice': { readonly deliveryId: string; readonly at?: string };
  readonly 'deliver-invitation': { readonly mailId: string; readonly at?: string };
  readonly 'deliver-family-link': { readonly linkId: string; readonly at?: string };
  readonly 'read-calendar': { readonly sourceId: string; readonly at?: string };
  readonly 'call-webhook': { readonly callId: string; readonly at?: string };
  readonly reconcile: Readonly<Record<string, never>>;
}
export type JobName = keyof JobPayloads;

export interface JobKind {
  readonly queue: QueueName;
  /** Tries before it is left to reconciling. */
  readonly tries: number;
}

export const JOBS: Readonly<Record<JobName, JobKind>> = {
  'wake-deadline': { queue: 'deadlines', tries: 5 },
  'deliver-notice': { queue: 'deliveries', tries: 3 },
  'deliver-invitation': { queue: 'deliveries', tries: 3 },
  'deliver-family-link': { queue: 'deliveries', tries: 3 },
  // In a queue of its own: others' servers may be slow.
  'read-calendar': { queue: 'calendars', tries: 1 },
  'call-webhook': { queue: 'webhooks', tries: 1 },
  reconcile: { queue: 'upkeep', tries: 2 },
};

export const JOB_NAMES = Object.keys(JOBS) as readonly JobName[];
export const isJobName = (name: string): name is JobName => Object.hasOwn(JOBS, name);

/** How many jobs of a queue one worker has in hand at once. */
export const AT_ONCE: Readonly<Record<QueueName, number>> = {
  deadlines: 8,
  deliveries: 2,
  calendars: 2,
  webhooks: 4,
  upkeep: 1,
};
