/** Where the queues live: in the PostgreSQL that holds everything else, or in Redis where one is named. */
import { type BackendFactory, createPostgresBackend, createRedisBackend, type Processor, Queue, Worker } from 'bullmq';

export interface QueueServer {
  readonly databaseUrl: string;
  readonly redisUrl: string | undefined;
}

const SCHEMA = 'bullmq';
/** A worker that is killed in the midst of a job loses it after this, and another takes it up. */
const LOCK = 5_000;
const STALLED_EVERY = 2_000;
/** Killed workers are no fault of the job; one that itself kills its worker ends here and reconciling tries it later. */
const STALLED_AT_MOST = 20;

interface Place {
  readonly connection: object;
  readonly backend: BackendFactory;
}

/** BullMQ types a backend with its own connection; which of the two it is, is known only when the program runs. */
function placeOf(server: QueueServer, connections: number): Place {
  if (server.redisUrl !== undefined) {
    return {
      connection: { url: server.redisUrl, maxRetriesPerRequest: null },
      backend: createRedisBackend as unknown as BackendFactory,
    };
  }
  return {
    connection: {
      connectionString: server.databaseUrl,
      schema: SCHEMA,
      max: connections,
      application_name: 'samnav-queue',
    },
    backend: createPostgresBackend as unknown as BackendFactory,
  };
}

export type QueueHandle = ReturnType<typeof makeQueue>;
export type WorkerHandle = ReturnType<typeof makeWorker>;

export function makeQueue(server: QueueServer, name: string) {
  const { connection, backend } = placeOf(server, 1);
  return new Queue(
    name,
    {
      connection,
      defaultJobOptions: { removeOnComplete: true, removeOnFail: true, backoff: { type: 'exponential', delay: 500 } },
    },
    backend,
  );
}

/** A worker that does not begin before `run()`. */
export function makeWorker(server: QueueServer, name: string, atOnce: number, process: Processor) {
  const { connection, backend } = placeOf(server, 2);
  return new Worker(
    name,
    process,
    {
      connection,
      autorun: false,
      concurrency: atOnce,
      lockDuration: LOCK,
      stalledInterval: STALLED_EVERY,
      maxStalledCount: STALLED_AT_MOST,
      removeOnComplete: { count: 0 },
      removeOnFail: { count: 0 },
    },
    backend,
  );
}
