/** The worker's waking and its going to rest, whoever hosts it. */
import type { INestApplicationContext } from '@nestjs/common';
import { Log } from '#platform/log/log.js';
import { JobRunner } from './jobs/job-runner.js';
import { OutboxPump } from './outbox/outbox-pump.js';
import { Reconciler } from './reconcile/reconciler.js';

export interface Waking {
  /** Takes jobs, and looks for what is due. */
  start(): Promise<void>;
  /** Lets go of what is in hand and closes the application; also in the middle of the start. */
  stop(): Promise<void>;
}

/** @param app made of `WorkerModule` */
export function wakingOf(app: INestApplicationContext): Waking {
  const [runner, pump, reconciler] = [app.get(JobRunner), app.get(OutboxPump), app.get(Reconciler)];
  return {
    start: async () => {
      await runner.start();
      await pump.start();
      app.get(Log).log('worker is awake');
      await reconciler.start();
    },
    stop: async () => {
      await pump.stop();
      await Promise.all([reconciler.stop(), runner.stop()]);
      await app.close();
    },
  };
}
