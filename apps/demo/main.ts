import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { Log } from '#platform/log/log.js';
import { DemoModule } from './demo.module.js';
import { openDemonstration } from './open-demonstration.js';

/** `node dist/apps/demo/main.js`: the demonstration's own neighbours. Never run in production. */
try {
  const app = await NestFactory.createApplicationContext(DemoModule, { bufferLogs: true, abortOnError: false });
  app.useLogger(app.get(Log));
  const demonstration = await openDemonstration(app);
  const stop = async (): Promise<void> => {
    await demonstration.close();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop());
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
