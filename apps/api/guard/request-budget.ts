import { Inject, Injectable } from '@nestjs/common';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { SETTINGS } from '#platform/config/settings.module.js';
import type { Settings } from '#platform/config/settings.js';

const MINUTE_SECONDS = 60;

/**
 * How much one person may ask for in a minute: many times what the busiest desk does, and little enough that a stolen
 * session cannot empty a register (ASVS 2.4.1). Each query, mutation and address counts one, also several in one document,
 * and so does each socket and each message through it.
 * Counted in this process; behind several each counts for itself.
 */
@Injectable()
export class RequestBudget {
  private readonly limiter: RateLimiterMemory;
  private readonly points: number;

  constructor(@Inject(SETTINGS) settings: Settings) {
    this.points = settings.requestsPerMinute;
    this.limiter = new RateLimiterMemory({ points: settings.requestsPerMinute, duration: MINUTE_SECONDS });
  }

  /** Seconds to wait, 0 when this one was within the budget; and whether it is the first of the minute that was not. */
  async spend(staffId: string): Promise<{ readonly seconds: number; readonly isFirst: boolean }> {
    try {
      await this.limiter.consume(staffId);
      return { seconds: 0, isFirst: false };
    } catch (refused) {
      if (refused instanceof Error) throw refused;
      const { msBeforeNext, consumedPoints } = refused as { msBeforeNext: number; consumedPoints: number };
      return { seconds: Math.max(1, Math.ceil(msBeforeNext / 1000)), isFirst: consumedPoints === this.points + 1 };
    }
  }
}
