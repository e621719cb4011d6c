import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { faultFacts } from '#platform/log/fault-facts.js';
import { Log } from '#platform/log/log.js';
import { SealFalsified, SealLedger } from '#use-cases/ledger/seal-ledger.js';

const EVERY = 500;

/** Seals the ledger twice a second; a round that takes longer is not overtaken by the next. */
@Injectable()
export class LedgerSealer implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;

  constructor(
    private readonly seal: SealLedger,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.running ??= this.round().finally(() => (this.running = undefined));
    }, EVERY);
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  private async round(): Promise<void> {
    try {
      await this.seal.run();
    } catch (fault) {
      if (fault instanceof SealFalsified)
        this.log.error('the ledger is no longer sealed: run npm run ledger -- verify');
      else this.log.warn('the ledger could not be sealed', faultFacts(fault));
    }
  }
}
