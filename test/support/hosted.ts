/**
 * The worker and the demonstration inside the process of the test, which has their modules already. What is killed, or whose
 * output is read, is a process of its own.
 */
import 'reflect-metadata';
import type { INestApplicationContext, Type } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { DemoModule } from '#demo/demo.module.js';
import { type OpenDemonstration, openDemonstration } from '#demo/open-demonstration.js';
import { SETTINGS } from '#platform/config/settings.module.js';
import { readSettings } from '#platform/config/settings.js';
import { Log } from '#platform/log/log.js';
import { wakingOf } from '#worker/waking.js';
import { WorkerModule } from '#worker/worker.module.js';
import type { TestDatabase } from './database.js';

type Env = Readonly<Record<string, string>>;

/** A worker that is awake. */
export interface HostedWorker {
  stop(): Promise<void>;
}

/** Resolves when the worker is awake and has looked once for what is due. Stop it before the database is dropped. */
export async function hostWorker(database: TestDatabase, env: Env = {}): Promise<HostedWorker> {
  const app = await contextOf(WorkerModule, { SAMNAV_MAIL_URL: 'smtp://127.0.0.1:9', ...database.env, ...env });
  const waking = wakingOf(app);
  await waking.start();
  return { stop: () => waking.stop() };
}

/** The demonstration's identity provider, mail and test e-identification. */
export const hostDemonstration = async (database: TestDatabase, env: Env): Promise<OpenDemonstration> =>
  openDemonstration(await contextOf(DemoModule, { ...database.env, ...env }));

async function contextOf(root: Type, env: Env): Promise<INestApplicationContext> {
  const settings = readSettings({ SAMNAV_LOG: process.env['SAMNAV_LOG'] ?? 'silent', SAMNAV_POOL: '6', ...env });
  const module = await Test.createTestingModule({ imports: [root] })
    .overrideProvider(SETTINGS)
    .useValue(settings)
    .compile();
  module.useLogger(module.get(Log));
  return module.init();
}
