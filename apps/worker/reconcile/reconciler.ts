import { Injectable } from '@nestjs/common';
import { faultFacts } from '#platform/log/fault-facts.js';
import { Log } from '#platform/log/log.js';
import { DueWork, type DueWorkKind } from '#use-cases/reconcile/due-work.js';

const EVERY = 60_000;
const LOOK_EVERY = 2_000;

/**
 * Recomputes what is due from the tables: on start, every minute, at once when a clock was moved, and within seconds when
 * something is due that nobody does.
 */
@Injectable()
export class Reconciler {
  private timers: NodeJS.Timeout[] = [];
  private looking = false;
  private running: Promise<void> | undefined;
  private again = false;
  private stopped = false;

  constructor(
    private readonly dueWork: DueWork,
    private readonly log: Log,
  ) {}

  start(): Promise<void> {
    this.timers = [setInterval(() => void this.reconcile(), EVERY), setInterval(() => void this.look(), LOOK_EVERY)];
    return this.reconcile();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.timers.forEach(clearInterval);
    await this.running;
  }

  /** Whoever asks while it runs gets a round that began after they asked. */
  reconcile(): Promise<void> {
    this.again = true;
    this.running ??= this.rounds().finally(() => (this.running = undefined));
    return this.running;
  }

  /** Everything is reconciled then: what lost one kind of work its jobs has most likely lost the others' too. */
  private async look(): Promise<void> {
    if (this.looking || this.running) return;
    this.looking = true;
    try {
      for (const kind of this.dueWork.all()) {
        const asked = kind.isOverdue?.({ kind: 'service', name: kind.service, requestId: `look ${kind.name}` });
        if (!(await asked)) continue;
        this.log.warn('work is due that nobody does', { work: kind.name });
        await this.reconcile();
      }
    } catch (fault) {
      this.log.warn('due work could not be looked for', faultFacts(fault));
    } finally {
      this.looking = false;
    }
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
