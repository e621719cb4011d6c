import { Injectable } from '@nestjs/common';
import { MINUTE } from '#domain/kernel/instant.js';
import { AsCaller } from '../gate/as-caller.js';
import type { ServiceCaller } from '../gate/caller.js';
import { JobQueue } from '../outbox/job-queue.port.js';
import { wakeJobId } from '../outbox/hand-over-jobs.js';
import { CarryOutWake } from './carry-out-wake.js';
import { type WakeAt, WakeStore } from './wake.port.js';

/** Three rounds: a wiped queue is filled again long before anything in it is due. */
const AHEAD = 3 * MINUTE;
const BATCH = 500;
const AT_ONCE = 4;

/** Finds in the table what should have woken, and what soon will: so nothing hangs on a queue, a worker or a clock. */
@Injectable()
export class ReconcileDeadlines {
  readonly name = 'deadlines';
  readonly service = 'deadlines';

  constructor(
    private readonly asCaller: AsCaller,
    private readonly carryOutWake: CarryOutWake,
    private readonly queue: JobQueue,
  ) {}

  async reconcile(caller: ServiceCaller): Promise<number> {
    let late = 0;
    for (let after: WakeAt | null = null; ;) {
      const { now, wakes } = await this.read(caller, after);
      const due = wakes.filter(({ at }) => at.getTime() <= now);
      await this.wake(caller, due);
      late += due.length;
      await this.queue.hand(
        wakes
          .filter(({ at }) => at.getTime() > now)
          .map(({ deadlineId, at }) => ({
            jobId: wakeJobId(deadlineId, at.getTime()),
            name: 'wake-deadline',
            payload: { deadlineId, at: at.toISOString() },
            delay: at.getTime() - now,
          })),
      );
      after = wakes.at(-1) ?? null;
      if (wakes.length < BATCH) return late;
    }
  }

  private read(caller: ServiceCaller, after: WakeAt | null): Promise<{ now: number; wakes: WakeAt[] }> {
    return this.asCaller.run(caller, async (tx) => {
      const now = tx.now.getTime();
      return { now, wakes: await tx.of(WakeStore).findWakes(new Date(now + AHEAD), BATCH, after) };
    });
  }

  /** One that fails keeps none of the others from waking; it is tried again in a minute. */
  private async wake(caller: ServiceCaller, due: readonly WakeAt[]): Promise<void> {
    const waiting = [...due];
    const faults: unknown[] = [];
    const lane = async (): Promise<void> => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        await this.carryOutWake.run(caller, next.deadlineId).catch((fault: unknown) => faults.push(fault));
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, lane));
    if (faults.length > 0) throw new AggregateError(faults, `${faults.length} deadlines could not be woken`);
  }
}
