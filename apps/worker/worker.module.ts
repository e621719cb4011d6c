import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { SettingsModule } from '#platform/config/settings.module.js';
import { LogModule } from '#platform/log/log.module.js';
import { StoreModule } from '#store/store.module.js';
import { HandOverJobs } from '#use-cases/outbox/hand-over-jobs.js';
import { DueWorkModule } from './due-work.module.js';
import { features } from './features.js';
import { JobRunner } from './jobs/job-runner.js';
import { Processors } from './jobs/processors.js';
import { OutboxPump } from './outbox/outbox-pump.js';
import { ReconcileProcessor } from './reconcile/reconcile.processor.js';
import { Reconciler } from './reconcile/reconciler.js';

@Module({
  imports: [SettingsModule, LogModule, StoreModule, DiscoveryModule, DueWorkModule, ...features],
  providers: [Processors, JobRunner, HandOverJobs, OutboxPump, Reconciler, ReconcileProcessor],
})
export class WorkerModule {}
