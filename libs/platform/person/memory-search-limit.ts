import { RateLimiterMemory, RateLimiterUnion } from 'rate-limiter-flexible';
import { SearchLimit } from '#use-cases/person/search-limit.port.js';

/** Far more than a day at the intake takes, far less than going through a register. */
export const SEARCHES = { inTenMinutes: 60, inADay: 400 } as const;

/** Counts in this process; behind several processes each counts for itself, which only multiplies the limit by their number. */
export class MemorySearchLimit extends SearchLimit {
  private readonly limiter = new RateLimiterUnion(
    new RateLimiterMemory({ keyPrefix: 'brief', points: SEARCHES.inTenMinutes, duration: 600 }),
    new RateLimiterMemory({ keyPrefix: 'long', points: SEARCHES.inADay, duration: 86_400 }),
  );

  async spend(staffId: string): Promise<number> {
    try {
      await this.limiter.consume(staffId);
      return 0;
    } catch (refused) {
      if (refused instanceof Error) throw refused;
      const waits = Object.values(refused as Record<string, { msBeforeNext: number }>).map((one) => one.msBeforeNext);
      return Math.max(1, Math.ceil(Math.max(...waits) / 1000));
    }
  }
}
