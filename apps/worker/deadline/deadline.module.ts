import { Module } from '@nestjs/common';
import { CarryOutWake } from '#use-cases/deadline/carry-out-wake.js';
import { DeadlineActs } from '#use-cases/deadline/deadline-acts.js';
import { DisposeCases } from '#use-cases/deadline/dispose-cases.js';
import { ReconcileDeadlines } from '#use-cases/deadline/reconcile-deadlines.js';
import { recountRetention } from '#use-cases/deadline/retention-deadline.js';
import { DueWork } from '#use-cases/reconcile/due-work.js';
import { WakeDeadlineProcessor } from './wake-deadline.processor.js';

@Module({ providers: [CarryOutWake, DisposeCases, ReconcileDeadlines, WakeDeadlineProcessor] })
export class DeadlineModule {
  constructor(dueWork: DueWork, deadlines: ReconcileDeadlines, disposals: DisposeCases, acts: DeadlineActs) {
    dueWork.add(deadlines);
    dueWork.add(disposals);
    acts.add('recount-retention', recountRetention);
  }
}
