/** Whether a post holds now, is to come, or has been. */
export interface PostSpan {
  readonly startsAt: string;
  readonly endsAt?: string | null;
}

const at = (instant: string): number => new Date(instant).getTime();

export const inForce = (post: PostSpan, now: number): boolean =>
  at(post.startsAt) <= now && (!post.endsAt || now < at(post.endsAt));

export const isOver = (post: PostSpan, now: number): boolean => Boolean(post.endsAt) && at(post.endsAt ?? '') <= now;
