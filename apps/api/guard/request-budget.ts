import { Inject, Injectable } from '@nestjs/common';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { SETTINGS } from '#platform/config/settings.module.js';
import type { Settings } from '#platform/config/settings.js';

const MINUTE_SECONDS = 60;

/**
 * How much one person may ask for in a minute: many times what the busiest desk does, and little enough that a stolen
 * session cannot empty a register (ASVS 2.4.1). Each query, mutation and address counts one, also several in one document.
 * Counted in this process; behind several each counts for itself.
 */
@Injectable()
export class RequestBudget {
  private readonly limiter: RateLimiterMemory;

  constructor(@Inject(SETTINGS) settings: Settings) {
    this.limiter = new RateLimiterMemory({ points: settings.requestsPerMinute, duration: MINUTE_SECONDS });
  }

  /** Seconds to wait, or 0 when this one was within the budget. */
  async spend(staffId: string): Promise<number> {
    try {
      await this.limiter.consume(staffId);
      return 0;
    } catch (refused) {
      if (refused instanceof Error) throw refused;
      return Math.max(1, Math.ceil((refused as { msBeforeNext: number }).msBeforeNext / 1000));
    }
  }
}
