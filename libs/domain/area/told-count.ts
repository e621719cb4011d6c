/**
 * What may be told of a count. One or two at a place can be one or two people whom everybody there knows: below three it is
 * said that there were few, also where a sum less one's own would give them away (OSL 26:1; the threshold rule of official statistics).
 */

export const FEWEST_TOLD = 3;

export interface ToldCount {
  /** As many as may be told. */
  readonly count: number;
  /** And some more, each told fewer than three at a time. */
  readonly fewMore: boolean;
}

export const NONE_TOLD: ToldCount = { count: 0, fewMore: false };

/**
 * One's own are known to oneself; what the others saw is told from three on. The database has left small ones out already
 * (`caller.area_counts`): `few` says that it did, and a small one that came all the same is not told here either.
 */
export function tellCount(own: number, others: number, few = false): ToldCount {
  const small = others > 0 && others < FEWEST_TOLD;
  return { count: own + (small ? 0 : others), fewMore: few || small };
}

/** Sums are made of what is told and never of what is not, so that nothing can be reckoned back out of them. */
export const addTold = (one: ToldCount, other: ToldCount): ToldCount => ({
  count: one.count + other.count,
  fewMore: one.fewMore || other.fewMore,
});

export const sumTold = (all: readonly ToldCount[]): ToldCount => all.reduce(addTold, NONE_TOLD);
