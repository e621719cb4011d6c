import { Injectable } from '@nestjs/common';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { WRONG_FROM_ADDRESS } from '#domain/family/family-link.js';
import { MINUTE, SECOND } from '#domain/kernel/instant.js';

/** How often one network address may open doors in vain, so that nobody finds a code by trying (ASVS 6.3.1, 6.5.5). */
@Injectable()
export class FamilyLimits {
  private readonly failures = new RateLimiterMemory({
    points: WRONG_FROM_ADDRESS.most,
    duration: WRONG_FROM_ADDRESS.within / SECOND,
  });

  /** Minutes to wait, or 0. */
  async waitOf(address: string): Promise<number> {
    const failed = await this.failures.get(address);
    if ((failed?.consumedPoints ?? 0) < WRONG_FROM_ADDRESS.most) return 0;
    return Math.max(1, Math.ceil((failed?.msBeforeNext ?? 0) / MINUTE));
  }

  async failed(address: string): Promise<void> {
    try {
      await this.failures.consume(address);
    } catch (result) {
      if (result instanceof Error) throw result;
    }
  }
}
