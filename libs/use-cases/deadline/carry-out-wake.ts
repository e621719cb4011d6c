import { Injectable } from '@nestjs/common';
import { MINUTE } from '#domain/kernel/instant.js';
import { AsCaller } from '../gate/as-caller.js';
import type { ServiceCaller } from '../gate/caller.js';
import { DeadlineActs } from './deadline-acts.js';
import { carryOutBatch } from './wake-batch.js';
import { WakeStore } from './wake.port.js';

const BATCH = 200;
/** One that could not be carried out is tried again after this, and stands in nobody's way meanwhile. */
const PAUSE = MINUTE;

export interface CarriedOut {
  readonly effects: number;
  readonly deadlines: number;
  /** The database's time when the first of it was asked for. */
  readonly asOf: Date;
}

/**
 * Wakes deadlines: all that are due, whichever job asks. Whoever calls it, how often and when, changes nothing else:
 * the rows decide, the queue only wakes.
 */
@Injectable()
export class CarryOutWake {
  constructor(
    private readonly asCaller: AsCaller,
    private readonly acts: DeadlineActs,
  ) {}

  /** One alone; answers how many effects were carried out. */
  run(caller: ServiceCaller, deadlineId: string): Promise<number> {
    return this.asCaller.run(caller, async (tx) => {
      const row = await tx.of(WakeStore).take(deadlineId);
      return row ? carryOutBatch(tx, this.acts, [row]) : 0;
    });
  }

  /** Everything that is due. One that fails keeps none of the others from waking; then it throws when all others are done. */
  async runDue(caller: ServiceCaller): Promise<CarriedOut> {
    const faults: unknown[] = [];
    let batch = await this.runBatch(caller, faults);
    let { effects, deadlines } = batch;
    const { asOf } = batch;
    while (batch.deadlines === BATCH) {
      batch = await this.runBatch(caller, faults);
      effects += batch.effects;
      deadlines += batch.deadlines;
    }
    if (faults.length > 0) throw new AggregateError(faults, `${faults.length} deadlines could not be woken`);
    return { effects, deadlines, asOf };
  }

  private async runBatch(caller: ServiceCaller, faults: unknown[]): Promise<CarriedOut> {
    let taken: readonly string[] = [];
    let asOf = new Date(0);
    try {
      const effects = await this.asCaller.run(caller, async (tx) => {
        asOf = tx.now;
        const rows = await tx.of(WakeStore).takeDue(tx.now, BATCH);
        taken = rows.map(({ id }) => id);
        return carryOutBatch(tx, this.acts, rows);
      });
      return { effects, deadlines: taken.length, asOf };
    } catch (fault) {
      if (taken.length === 0) throw fault;
      return { effects: await this.runSingly(caller, taken, faults), deadlines: taken.length, asOf };
    }
  }

  /** The batch was rolled back whole: each again alone, so that only the one at fault waits. */
  private async runSingly(caller: ServiceCaller, ids: readonly string[], faults: unknown[]): Promise<number> {
    let effects = 0;
    for (const id of ids) {
      try {
        effects += await this.run(caller, id);
      } catch (fault) {
        faults.push(fault);
        // Where the database itself is away this fails too, and the job with it.
        await this.asCaller.run(caller, (tx) => tx.of(WakeStore).putOff(id, new Date(tx.now.getTime() + PAUSE)));
      }
    }
    return effects;
  }
}
