import { Injectable } from '@nestjs/common';
import { faultFacts } from '#platform/log/fault-facts.js';
import { Log } from '#platform/log/log.js';
import { DueWork, type DueWorkKind } from '#use-cases/reconcile/due-work.js';

const EVERY = 60_000;

/** Recomputes what is due from the tables: on start, every minute, and at once when a clock was moved. */
@Injectable()
export class Reconciler {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private again = false;
  private stopped = false;

  constructor(
    private readonly dueWork: DueWork,
    private readonly log: Log,
  ) {}

  start(): Promise<void> {
    this.timer = setInterval(() => void this.reconcile(), EVERY);
    return this.reconcile();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    await this.running;
  }

  /** Whoever asks while it runs gets a round that began after they asked. */
  reconcile(): Promise<void> {
    this.again = true;
    this.running ??= this.rounds().finally(() => (this.running = undefined));
    return this.running;
  }

  private async rounds(): Promise<void> {
    while (this.again && !this.stopped) {
      this.again = false;
      for (const kind of this.dueWork.all()) await this.round(kind);
    }
  }

  private async round(kind: DueWorkKind): Promise<void> {
    try {
      const due = await kind.reconcile({ kind: 'service', name: kind.service, requestId: `reconcile ${kind.name}` });
      if (due > 0) this.log.log('due work was found in the tables', { work: kind.name, due });
    } catch (fault) {
      this.log.error('due work could not be reconciled', { work: kind.name, ...faultFacts(fault) });
    }
  }
}
