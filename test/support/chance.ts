/** Chance that can be had again: the same seed gives the same run. */
export class Chance {
  constructor(private state: number) {}

  /** From 0 up to, and not including, 1 (mulberry32). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  }

  below(n: number): number {
    return Math.floor(this.next() * n);
  }

  one<T>(of: readonly T[]): T {
    const one = of[this.below(of.length)];
    if (one === undefined) throw new Error('there is nothing to choose from');
    return one;
  }

  /** One of these, each as likely as it weighs. */
  weighed<T>(of: readonly (readonly [number, T])[]): T {
    let left = this.next() * of.reduce((sum, [weight]) => sum + weight, 0);
    for (const [weight, one] of of) if ((left -= weight) < 0) return one;
    return of[of.length - 1]![1];
  }
}
