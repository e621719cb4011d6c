import { Injectable } from '@nestjs/common';
import type { JobProcessor } from '../jobs/runs-as.js';
import { Processes, RunsAs } from '../jobs/runs-as.js';
import { Reconciler } from './reconciler.js';

/** Asked for when time itself has moved: each kind of work then runs as its own service. */
@Processes('reconcile')
@RunsAs('deadlines')
@Injectable()
export class ReconcileProcessor implements JobProcessor<'reconcile'> {
  constructor(private readonly reconciler: Reconciler) {}

  process(): Promise<void> {
    return this.reconciler.reconcile();
  }
}
