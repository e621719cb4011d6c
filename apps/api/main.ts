import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { SETTINGS } from '#platform/config/settings.module.js';
import { SettingsError, type Settings } from '#platform/config/settings.js';
import { Log } from '#platform/log/log.js';
import { AppModule } from './app.module.js';
import { furnish } from './furnish.js';

try {
  const app = await NestFactory.create<NestExpressApplication>(AppModule, {
    bufferLogs: true,
    bodyParser: false,
    abortOnError: false,
  });
  app.useLogger(app.get(Log));
  furnish(app);
  const settings = app.get<Settings>(SETTINGS);
  await app.listen(settings.port, settings.host);
  app.get(Log).log('api is open', { port: settings.port });
} catch (error) {
  process.stderr.write(`${error instanceof SettingsError || error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
