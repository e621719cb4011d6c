/** What a municipality already has and a demonstration lacks, opened: an identity provider, a mail server, e-identification. */
import { createServer } from 'node:http';
import type { INestApplicationContext } from '@nestjs/common';
import { SETTINGS } from '#platform/config/settings.module.js';
import { SettingsError, type Settings } from '#platform/config/settings.js';
import { Log } from '#platform/log/log.js';
import { AdoptIssuer } from '#use-cases/sign-in/adopt-issuer.js';
import { startTestService } from './bankid/test-service.js';
import { demoSite } from './demo-site.js';
import { startMailSink } from './sent/mail-sink.js';

export interface OpenDemonstration {
  /** Closes what was opened, and the application with it. */
  close(): Promise<void>;
}

/**
 * Signs anyone in as anybody, so it refuses to open outside a demonstration.
 *
 * @param app made of `DemoModule`
 * @throws SettingsError outside a demonstration
 */
export async function openDemonstration(app: INestApplicationContext): Promise<OpenDemonstration> {
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
  app.get(Log).log('the demonstration’s sign-in and mail are open', { identity: settings.identityUrl });
  return {
    close: async () => {
      server.closeAllConnections();
      await Promise.all([new Promise((resolve) => server.close(resolve)), sink.close(), eId?.close(), app.close()]);
    },
  };
}
