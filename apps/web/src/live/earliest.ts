/** The first of some instants, of which some may not be there; null when none is. */
export const earliestOf = (instants: readonly (string | null | undefined)[]): string | null =>
  instants.reduce<string | null>(
    (first, one) => (one && (first === null || Date.parse(one) < Date.parse(first)) ? one : first),
    null,
  );
