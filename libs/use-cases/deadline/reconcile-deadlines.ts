import { Injectable } from '@nestjs/common';
import { MINUTE, SECOND } from '#domain/kernel/instant.js';
import { AsCaller } from '../gate/as-caller.js';
import type { ServiceCaller } from '../gate/caller.js';
import { JobQueue } from '../outbox/job-queue.port.js';
import type { DueWorkKind } from '../reconcile/due-work.js';
import { CarryOutWake } from './carry-out-wake.js';
import { bucketOf, wakeJob } from './wake-bucket.js';
import { WakeStore } from './wake.port.js';

/** Three rounds: a wiped queue is filled again long before anything in it is due. */
const AHEAD = 3 * MINUTE;
/** What is due for longer than this and in nobody's hand was lost on its way. */
const LOST_AFTER = SECOND;
const BATCH = 500;

/** Finds in the table what should have woken, and what soon will: so nothing hangs on a queue, a worker or a clock. */
@Injectable()
export class ReconcileDeadlines implements DueWorkKind {
  readonly name = 'deadlines';
  readonly service = 'deadlines';

  constructor(
    private readonly asCaller: AsCaller,
    private readonly carryOutWake: CarryOutWake,
    private readonly queue: JobQueue,
  ) {}

  /** What is due is carried out here and now; what soon will be is handed over even when one of those failed. */
  async reconcile(caller: ServiceCaller): Promise<number> {
    const [due, ahead] = await Promise.allSettled([this.carryOutWake.runDue(caller), this.handAhead(caller)]);
    if (due.status === 'rejected') throw due.reason;
    if (ahead.status === 'rejected') throw ahead.reason;
    return due.value.deadlines;
  }

  isOverdue(caller: ServiceCaller): Promise<boolean> {
    return this.asCaller.run(caller, (tx) => tx.of(WakeStore).isOverdue(new Date(tx.now.getTime() - LOST_AFTER)));
  }

  private async handAhead(caller: ServiceCaller): Promise<void> {
    let { now, times, until } = await this.read(caller, null);
    for (;;) {
      const jobs = times.map((at) => wakeJob(at.getTime(), now));
      await this.queue.hand([...new Map(jobs.map((job) => [job.jobId, job])).values()]);
      const last = times.at(-1);
      if (last === undefined || times.length < BATCH) return;
      ({ now, times, until } = await this.read(caller, { after: new Date(bucketOf(last.getTime())), until }));
    }
  }

  private read(
    caller: ServiceCaller,
    span: { readonly after: Date; readonly until: Date } | null,
  ): Promise<{ now: number; times: Date[]; until: Date }> {
    return this.asCaller.run(caller, async (tx) => {
      const now = tx.now.getTime();
      const { after, until } = span ?? { after: tx.now, until: new Date(now + AHEAD) };
      return { now, until, times: await tx.of(WakeStore).findWakeTimes(after, until, BATCH) };
    });
  }
}
