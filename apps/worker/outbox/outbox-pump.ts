import { Injectable } from '@nestjs/common';
import { faultFacts } from '#platform/log/fault-facts.js';
import { Log } from '#platform/log/log.js';
import type { ServiceCaller } from '#use-cases/gate/caller.js';
import { HandOverJobs } from '#use-cases/outbox/hand-over-jobs.js';
import { OutboxBell } from '#use-cases/outbox/outbox-bell.port.js';

const LOOK_EVERY = 1_000;
const SWEEP_EVERY = 60_000;
const CALLER: ServiceCaller = { kind: 'service', name: 'outbox', requestId: 'outbox pump' };

/** Keeps the outbox empty: at the bell, and each second in case the bell was not heard. */
@Injectable()
export class OutboxPump {
  private timers: NodeJS.Timeout[] = [];
  private pumping: Promise<void> | undefined;
  private again = false;
  private stopped = false;

  constructor(
    private readonly handOver: HandOverJobs,
    private readonly bell: OutboxBell,
    private readonly log: Log,
  ) {}

  async start(): Promise<void> {
    await this.bell.listen(() => this.pump());
    this.timers = [
      setInterval(() => this.pump(), LOOK_EVERY),
      setInterval(() => void this.handOver.sweep(CALLER).catch((fault: unknown) => this.tell(fault)), SWEEP_EVERY),
    ];
    this.pump();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.timers.forEach(clearInterval);
    await this.bell.close();
    await this.pumping;
  }

  private pump(): void {
    this.again = true;
    this.pumping ??= this.empty().finally(() => (this.pumping = undefined));
  }

  /** One at a time, so that jobs leave in the order in which they were written. */
  private async empty(): Promise<void> {
    try {
      while (this.again && !this.stopped) {
        this.again = false;
        const { more } = await this.handOver.run(CALLER);
        if (more) this.again = true;
      }
    } catch (fault) {
      this.tell(fault);
    }
  }

  private tell(fault: unknown): void {
    this.log.warn('the outbox could not be emptied', faultFacts(fault));
  }
}
