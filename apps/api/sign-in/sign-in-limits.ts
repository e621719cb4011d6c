import { Injectable } from '@nestjs/common';
import { RateLimiterMemory, type RateLimiterAbstract } from 'rate-limiter-flexible';

/** A whole town hall may sit behind one address, so many may begin; few have reason to fail. */
const BEGINNINGS = { points: 240, duration: 60 };
const FAILURES = { points: 30, duration: 300 };

/** How often one address may begin to sign in, and how often it may fail (ASVS 6.3.1). */
@Injectable()
export class SignInLimits {
  private readonly beginnings = new RateLimiterMemory(BEGINNINGS);
  private readonly failures = new RateLimiterMemory(FAILURES);

  async mayBegin(address: string): Promise<boolean> {
    const failed = await this.failures.get(address);
    return (failed?.consumedPoints ?? 0) < FAILURES.points && (await spend(this.beginnings, address));
  }

  async failed(address: string): Promise<void> {
    await spend(this.failures, address);
  }
}

/** The limiter rejects with its own result when nothing is left, with an Error when it is broken. */
async function spend(limiter: RateLimiterAbstract, address: string): Promise<boolean> {
  try {
    await limiter.consume(address);
    return true;
  } catch (result) {
    if (result instanceof Error) throw result;
    return false;
  }
}
