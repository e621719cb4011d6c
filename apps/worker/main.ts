import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { SettingsError } from '#platform/config/settings.js';
import { Log } from '#platform/log/log.js';
import { JobRunner } from './jobs/job-runner.js';
import { OutboxPump } from './outbox/outbox-pump.js';
import { Reconciler } from './reconcile/reconciler.js';
import { WorkerModule } from './worker.module.js';

/** What is not ended by then is left to the next worker, which finds it in the tables. */
const PATIENCE = 4_500;

try {
  const app = await NestFactory.createApplicationContext(WorkerModule, { bufferLogs: true, abortOnError: false });
  const log = app.get(Log);
  app.useLogger(log);
  const runner = app.get(JobRunner);
  const pump = app.get(OutboxPump);
  const reconciler = app.get(Reconciler);
  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(0), PATIENCE).unref();
    await pump.stop();
    await Promise.all([reconciler.stop(), runner.stop()]);
    await app.close();
    log.log('worker has gone to rest');
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop());
  await runner.start();
  await pump.start();
  log.log('worker is awake');
  await reconciler.start();
} catch (error) {
  process.stderr.write(`${error instanceof SettingsError || error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
