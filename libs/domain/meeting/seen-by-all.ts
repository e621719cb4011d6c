/**
 * What a screen that several look at may show: no more than each one of them may see by themselves. Whoever is there without a
 * right that can be asked makes it nothing (OSL 26:1; design: shared screen).
 */
export const seenByAll = (
  present: readonly string[],
  seenBy: ReadonlyMap<string, ReadonlySet<string>>,
): readonly string[] => {
  const [first, ...others] = present.map((member) => seenBy.get(member) ?? new Set<string>());
  return first ? [...first].filter((item) => others.every((seen) => seen.has(item))) : [];
};
