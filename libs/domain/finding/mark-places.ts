/** Which words of a text belong to the municipality's own names of places, also in the genitive: Kvarnbyns. */
import { areNeighbours, wordsOf, type Word } from './words.js';

const bare = (lower: string): string => (lower.length > 3 ? lower.replace(/s$/, '') : lower);

export function markPlaces(text: string, words: readonly Word[], places: readonly string[]): readonly boolean[] {
  const byFirst = placesByFirst(places);
  const marks = words.map(() => false);
  words.forEach((word, at) => {
    for (const parts of byFirst.get(bare(word.lower)) ?? []) {
      const fits = parts.every(
        (part, more) =>
          bare(words[at + more]?.lower ?? '') === part &&
          (more === 0 || areNeighbours(text, words[at + more - 1]!, words[at + more]!)),
      );
      if (fits && (word.capital || parts.length > 1)) parts.forEach((_, more) => (marks[at + more] = true));
    }
  });
  return marks;
}

const known = new WeakMap<readonly string[], ReadonlyMap<string, readonly (readonly string[])[]>>();

/** Made once for each list: it is asked at every pause of the keys. */
function placesByFirst(places: readonly string[]): ReadonlyMap<string, readonly (readonly string[])[]> {
  const made = known.get(places);
  if (made) return made;
  const byFirst = new Map<string, (readonly string[])[]>();
  for (const place of places) {
    const parts = wordsOf(place).map(({ lower }) => bare(lower));
    if (parts[0] !== undefined) byFirst.set(parts[0], [...(byFirst.get(parts[0]) ?? []), parts]);
  }
  known.set(places, byFirst);
  return byFirst;
}
