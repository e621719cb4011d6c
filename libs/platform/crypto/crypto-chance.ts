import { randomInt, timingSafeEqual } from 'node:crypto';
import { Chance } from '#use-cases/family/chance.port.js';

export class CryptoChance extends Chance {
  below(bound: number): number {
    return randomInt(bound);
  }

  isSame(one: Buffer, other: Buffer): boolean {
    return one.length === other.length && timingSafeEqual(one, other);
  }
}
