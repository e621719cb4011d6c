/** How close somebody in nobody's house stands to the young person ([S1]: they may hold the key, each in their own way). */

export const CLOSENESS = ['sibling', 'relative', 'neighbour', 'friend', 'coach', 'other'] as const;
export type Closeness = (typeof CLOSENESS)[number];

/** Undefined for a word that is none of them; nobody has to say how close somebody stands. */
export const closenessOf = (kind: string, word: string | null): Closeness | null | undefined =>
  kind !== 'private-person' || word === null ? null : CLOSENESS.find((one) => one === word);
