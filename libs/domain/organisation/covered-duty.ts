/**
 * A shift covers its unit only while whoever stands in it still holds a post there: a name left in a roster answers no
 * telephone (OSL 26:1, [S4]).
 */
import type { Duty } from './duty-roster.js';
import { type Period, isOverlapping } from './in-force.js';

export interface HeldPost extends Period {
  readonly member: string;
  readonly unit: string;
}

/** The part of the shift for which the member holds a post in the unit, or null when there is none. */
export const coveredPart = (duty: Duty, posts: readonly HeldPost[]): Duty | null => {
  const own = posts
    .filter((post) => post.member === duty.member && post.unit === duty.unit && isOverlapping(post, duty))
    .sort((a, b) => a.from - b.from);
  const first = own[0];
  if (!first) return null;
  const from = Math.max(duty.from, first.from);
  let until: number | null = from;
  for (const post of own) {
    if (until === null || post.from > until) break;
    until = post.until === null ? null : Math.max(until, post.until);
  }
  const end = until === null ? duty.until : duty.until === null ? until : Math.min(until, duty.until);
  return end !== null && end <= from ? null : { ...duty, from, until: end };
};
