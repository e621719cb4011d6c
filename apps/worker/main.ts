import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { Log } from '#platform/log/log.js';
import { wakingOf } from './waking.js';
import { WorkerModule } from './worker.module.js';

/** What is not ended by then is left to the next worker, which finds it in the tables. */
const PATIENCE = 4_500;

try {
  const app = await NestFactory.createApplicationContext(WorkerModule, { bufferLogs: true, abortOnError: false });
  const log = app.get(Log);
  app.useLogger(log);
  const waking = wakingOf(app);
  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(0), PATIENCE).unref();
    await waking.stop();
    log.log('worker has gone to rest');
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop());
  await waking.start();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
