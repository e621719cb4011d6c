/**
 * Stretches of time, and nothing of what they are for: all that one agency may know of another's calendar. A stretch
 * holds its first instant and not its last, so that two meetings may follow each other.
 */
import type { Instant } from '../kernel/instant.js';

export interface Stretch {
  readonly from: Instant;
  readonly until: Instant;
}

/** In order of time, without overlaps; what touches becomes one, what holds no time is gone. */
export function mergeStretches(stretches: readonly Stretch[]): readonly Stretch[] {
  const merged: { from: Instant; until: Instant }[] = [];
  const inOrder = stretches.filter(({ from, until }) => from < until).sort((a, b) => a.from - b.from);
  for (const { from, until } of inOrder) {
    const last = merged.at(-1);
    if (last && from <= last.until) last.until = Math.max(last.until, until);
    else merged.push({ from, until });
  }
  return merged;
}

/** What is left of `open` when `taken` is away; both as `mergeStretches` gives them, and so is the answer. */
export function withoutStretches(open: readonly Stretch[], taken: readonly Stretch[]): readonly Stretch[] {
  const left: Stretch[] = [];
  let next = 0;
  for (const { from, until } of open) {
    while (next < taken.length && taken[next]!.until <= from) next += 1;
    let begins = from;
    for (let at = next; at < taken.length && taken[at]!.from < until; at += 1) {
      if (taken[at]!.from > begins) left.push({ from: begins, until: taken[at]!.from });
      begins = Math.max(begins, taken[at]!.until);
    }
    if (begins < until) left.push({ from: begins, until });
  }
  return left;
}
