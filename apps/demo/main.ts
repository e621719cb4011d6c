import 'reflect-metadata';
import { createServer } from 'node:http';
import { NestFactory } from '@nestjs/core';
import { SETTINGS } from '#platform/config/settings.module.js';
import { SettingsError, type Settings } from '#platform/config/settings.js';
import { Log } from '#platform/log/log.js';
import { AdoptIssuer } from '#use-cases/sign-in/adopt-issuer.js';
import { DemoModule } from './demo.module.js';
import { startMailSink } from './sent/mail-sink.js';
import { startTestService } from './bankid/test-service.js';
import { demoSite } from './demo-site.js';

/**
 * `node dist/apps/demo/main.js`: what a municipality already has and a demonstration lacks, an identity provider, a
 * mail server and people's e-identification. Never run in production: it signs anyone in as anybody, so it refuses to
 * start outside a demonstration.
 */
try {
  const app = await NestFactory.createApplicationContext(DemoModule, { bufferLogs: true, abortOnError: false });
  const log = app.get(Log);
  app.useLogger(log);
  const settings = app.get<Settings>(SETTINGS);
  if (!settings.demonstration) throw new SettingsError('This process runs with SAMNAV_DEMONSTRATION=1 only.');
  await app.get(AdoptIssuer).run(settings.identityUrl);
  const sink = await startMailSink(new URL(settings.mailUrl));
  const eId = await startTestService(settings);
  const server = createServer(await demoSite(app, settings, { mails: sink.mails, eId: eId?.pages }));
  const { port } = new URL(settings.identityUrl);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(Number(port) || 80, settings.host, resolve);
  });
  log.log('the demonstration’s sign-in and mail are open', { identity: settings.identityUrl });
  const stop = async (): Promise<void> => {
    server.closeAllConnections();
    await Promise.all([new Promise((resolve) => server.close(resolve)), sink.close(), eId?.close(), app.close()]);
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop());
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
